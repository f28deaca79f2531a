import { monthOf } from '../../dates/calendar.ts';
import { formatMonth } from '../../dates/format.ts';
import { parseTimeRange } from '../../dates/parse.ts';
import { isDay, isMonth, type PartialDate } from '../../dates/types.ts';
import { quote } from '../../text/typed.ts';
import { type CellRef, type Grid, type GridCell, isBlankRow } from './grid.ts';
import { headingKey, type ImportField } from './import-field.ts';
import { type Doubt, EMPTY_MEETING, type ImportContext, type ProposedMeeting } from './proposal.ts';
import {
  type Heads,
  isDitto,
  readHeads,
  readModes,
  readSupporters,
  splitItems,
} from './read-cells.ts';
import { kindOfWord, partLabelOf, readContent } from './read-content.ts';
import { readWhen, splitState, UNKNOWN_WHEN, type When, whyNoDate } from './read-when.ts';
import type { RowShape } from './recognise.ts';

/** A meeting as it was read, before it is compared with those that are there. */
export type ReadRow = {
  readonly at: CellRef;
  readonly source: readonly string[];
  readonly meeting: ProposedMeeting;
  readonly doubts: readonly Doubt[];
  readonly problems: readonly Doubt[];
};

type Row = {
  readonly index: number;
  readonly source: readonly string[];
  readonly texts: Readonly<Partial<Record<ImportField, string>>>;
  readonly columns: Readonly<Partial<Record<ImportField, number>>>;
  readonly isNote: boolean;
  readonly doubts: readonly Doubt[];
};

/** Reads a table with a meeting in each row: 〃 and an empty 時期 are filled from above. */
export const readRows = (
  grid: Grid,
  shape: RowShape,
  context: ImportContext,
): readonly ReadRow[] => {
  const found: ReadRow[] = [];
  /** What 時期 said last: a month, '' for 未定, or null where it was a day. */
  let month: PartialDate | null = null;
  for (const row of filled(grid, shape)) {
    const typed = row.texts.when ?? '';
    const when = typed === '' ? null : readWhen(typed, context.fiscalYear);
    if (when) month = isDay(when.date) ? null : when.date;
    const hasMore = Object.entries(row.texts).some(
      ([field, text]) => field !== 'when' && text !== '',
    );
    // 8月 alone in a row is a heading for those below it.
    if (!hasMore && when !== null && isMonth(when.date)) continue;
    const cell = (field: ImportField): CellRef => ({
      row: row.index,
      column: row.columns[field] ?? row.columns.content ?? 0,
    });
    const doubts: Doubt[] = [...row.doubts];
    const problems: Doubt[] = [];
    const doubt = (field: ImportField, reasons: readonly string[]): void => {
      doubts.push(...reasons.map((reason) => ({ cell: cell(field), reason })));
    };
    const refuse = (field: ImportField, reason: string): void => {
      problems.push({ cell: cell(field), reason });
    };
    if (typed !== '' && !when) {
      refuse(
        'when',
        whyNoDate(typed, context.fiscalYear) || `${quote(typed)}は日付として読み取れません。`,
      );
    }
    // An empty 時期 is that of the row above; a note below the table has no date.
    const carried = typed === '' && month !== null && !row.isNote ? month : '';
    const outer = when ?? { ...UNKNOWN_WHEN, date: carried };
    if (typed === '' && month === null && row.columns.when !== undefined && !row.isNote) {
      doubt('when', ['日付が空です。日付未定として取り込みます。']);
    }
    if (row.isNote) doubt('content', ['表の下の注を、日付未定の会合として取り込みます。']);
    for (const meeting of readMeeting(row, outer, context, doubt, refuse)) {
      found.push({ at: cell('content'), source: row.source, meeting, doubts, problems });
    }
  }
  return found;
};

const readMeeting = (
  { texts, isNote }: Row,
  outer: When,
  context: ImportContext,
  doubt: (field: ImportField, reasons: readonly string[]) => void,
  refuse: (field: ImportField, reason: string) => void,
): readonly ProposedMeeting[] => {
  const text = (field: ImportField): string => texts[field] ?? '';
  const content = readContent(text('content'), context.fiscalYear);
  for (const problem of content.problems) refuse('content', problem);
  const kind = text('kind') === '' ? null : kindOfWord(text('kind'));
  if (text('kind') !== '' && kind === null)
    doubt('kind', [`${quote(text('kind'))}という種類はありません。`]);
  else if (text('content') === '' && kind === null) refuse('content', '内容がありません。');
  if (isNote && content.kind === 'other') {
    refuse('content', '表の下の注のようです。会合として読み取れません。');
  } else if (kind === null) doubt('content', text('content') === '' ? [] : content.doubts);
  doubt('when', outer.doubts);
  doubt('content', content.when?.doubts ?? []);
  const when = content.when ?? outer;
  const monthsDiffer =
    content.when !== null &&
    outer.date !== '' &&
    monthOf(outer.date) !== monthOf(content.when.date);
  if (monthsDiffer && outer.date !== '') {
    doubt('content', [
      `時期（${formatMonth(monthOf(outer.date), 'short')}）と日付が違います。日付の方を取り込みます。`,
    ]);
  }
  const timeText = text('time');
  const time = parseTimeRange(timeText);
  if (timeText !== '' && !time.ok) doubt('time', [`${time.error.happened}備考に残します。`]);
  const modes = readModes(text('modes'));
  if (modes.modes.length === 0 && modes.note !== '') {
    doubt('modes', ['形式として読み取れないため、「形式の補足」に入れます。']);
  }
  const left = [
    modes.rest,
    text('remarks'),
    outer.rest === '' ? '' : `時期：${text('when')}`,
    content.when?.rest ? `日付：${content.when.rest}` : '',
    timeText !== '' && !time.ok ? `時刻：${timeText}` : '',
  ];
  const base: ProposedMeeting = {
    ...EMPTY_MEETING,
    kind: kind ?? content.kind,
    ordinal: content.ordinal,
    round: content.round,
    partLabel: partLabelOf(text('part')) || text('part').replaceAll('\n', ' '),
    title: content.title,
    date: when.date,
    startTime: timeText !== '' && time.ok ? time.value.start : when.startTime,
    endTime: timeText !== '' && time.ok ? time.value.end : when.endTime,
    place: text('place').replaceAll('\n', ' '),
    timeNote: when.half,
    state: content.state,
    modes: modes.modes,
    modeNote: modes.note,
    supporters: readSupporters(text('supporters'), context),
    aim: [content.aim, text('aim')].filter(Boolean).join('\n'),
    summary: text('summary'),
    programme: splitItems(text('programme')),
    remarks: left.filter(Boolean).join('\n'),
  };
  return joinParts(base, content.parts, readHeads(text('attendance')));
};

/** A meeting for each part that the cells tell apart, by its name or by who came. */
const joinParts = (
  base: ProposedMeeting,
  titles: readonly { readonly label: string; readonly title: string }[],
  heads: readonly Heads[],
): readonly ProposedMeeting[] => {
  const labels = new Set(
    [...heads.map(({ partLabel }) => partLabel), ...titles.map(({ label }) => label)].filter(
      Boolean,
    ),
  );
  if (labels.size === 0) return [{ ...base, ...heads[0], partLabel: base.partLabel }];
  return [...labels].map((partLabel) => ({
    ...base,
    ...(heads.find((each) => each.partLabel === partLabel) ??
      heads.find((each) => each.partLabel === '')),
    title: titles.find(({ label }) => label === partLabel)?.title || base.title,
    partLabel,
  }));
};

/** ※市町村ヒアリング（オンライン） alone in a row: what stands below a table. */
const NOTE = /^※\s*([\s\S]+?)(?:（([^（）]*)）)?$/;

/** A note as the cells that it would be in a row; null for other rows. */
const noteOf = (
  cells: readonly GridCell[],
): Readonly<Partial<Record<ImportField, string>>> | null => {
  const texts = cells
    .filter(({ text, covered }) => text !== '' && !covered)
    .map(({ text }) => text);
  const [note = ''] = texts;
  const match = texts.length === 1 ? NOTE.exec(note) : null;
  if (match === null) return null;
  const [, name = '', behind = ''] = match;
  const isState = splitState(`（${behind}）`).state !== null;
  const isModes = behind !== '' && !isState && readModes(behind).modes.length > 0;
  const whole = behind === '' || isModes ? name : `${name}（${behind}）`;
  // The name of an event stands in a line of its own elsewhere: here it follows at once.
  const content = whole.replace(
    /^([^「]+?)((?:[^:：「」／]{1,30}[:：])?「.*」)$/,
    (_, title, own) => [title, ...String(own).split('／')].join('\n'),
  );
  return { content, ...(isModes && { modes: behind }) };
};

/** The rows below the headings, with 〃 filled from above; blank rows and repeated headings are none. */
const filled = (grid: Grid, { header, mapping }: RowShape): readonly Row[] => {
  const above = new Map<number, string>();
  const heading =
    header === null ? null : grid[header]?.map(({ text }) => headingKey(text)).join('|');
  const rows: Row[] = [];
  for (const [index, cells] of grid.entries()) {
    if (header !== null && index <= header) continue;
    if (isBlankRow(cells) || cells.map(({ text }) => headingKey(text)).join('|') === heading)
      continue;
    const note = noteOf(cells);
    const texts: Partial<Record<ImportField, string>> = {};
    const columns: Partial<Record<ImportField, number>> = {};
    const doubts: Doubt[] = [];
    const source = cells.map(({ text, covered }) => (covered ? '' : text));
    if (note) {
      rows.push({ index, source, texts: note, columns: {}, isNote: true, doubts });
      continue;
    }
    for (const [column, field] of mapping.entries()) {
      if (field === 'ignore') continue;
      const typed = cells[column]?.text ?? '';
      const ditto = isDitto(typed);
      const text = ditto ? (above.get(column) ?? '') : typed;
      if (ditto && text === '') {
        doubts.push({
          cell: { row: index, column },
          reason: '「〃」の上に値がありません。空のまま取り込みます。',
        });
      }
      above.set(column, text);
      columns[field] ??= column;
      // Two columns of one field stand one below the other.
      texts[field] = [texts[field] ?? '', text].filter(Boolean).join('\n');
    }
    rows.push({ index, source, texts, columns, isNote: false, doubts });
  }
  return rows;
};
