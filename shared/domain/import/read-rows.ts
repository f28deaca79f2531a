import { monthOf } from '../../dates/calendar.ts';
import { formatMonth, formatPartialDate } from '../../dates/format.ts';
import { parseTimeRange } from '../../dates/parse.ts';
import { isDay, isMonth, type PartialDate } from '../../dates/types.ts';
import { quote } from '../../text/typed.ts';
import { withoutBrackets } from './brackets.ts';
import { joinDateParts, NO_PARTS } from './date-parts.ts';
import { isNone } from './ditto.ts';
import type { CellRef, Grid } from './grid.ts';
import type { ImportField } from './import-field.ts';
import { readPlain } from './plain-columns.ts';
import { type Doubt, EMPTY_MEETING, type ImportContext, type ProposedMeeting } from './proposal.ts';
import { readModes, readPlaceAndModes, splitItems } from './read-cells.ts';
import { kindOfWord, partLabelOf, readContent } from './read-content.ts';
import { type Heads, readHeads } from './read-heads.ts';
import { readSupporters } from './read-supporters.ts';
import { readWhen, UNKNOWN_WHEN, type When, whyNoDate } from './read-when.ts';
import { type Row, rowTexts } from './row-texts.ts';
import type { RowShape } from './shape.ts';

/** A meeting as it was read, before it is compared with those that are there. */
export type ReadRow = {
  readonly at: CellRef;
  readonly source: readonly string[];
  readonly meeting: ProposedMeeting;
  readonly doubts: readonly Doubt[];
  readonly problems: readonly Doubt[];
  /** Likely no meeting: left out unless staff want it. */
  readonly isAside: boolean;
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
  let above = NO_PARTS;
  for (const row of rowTexts(grid, shape, context.fiscalYear)) {
    const hasParts = PARTS.some((field) => row.texts[field] !== undefined);
    const joined = hasParts ? joinDateParts(row, above) : null;
    if (joined) above = joined.parts;
    const hasMonth = row.texts.month !== undefined;
    const typed = (hasMonth && row.texts.when) || (joined?.text ?? row.texts.when ?? '');
    const when = typed === '' ? null : readWhen(typed, context.fiscalYear);
    if (when) month = isDay(when.date) ? (hasMonth ? monthOf(when.date) : null) : when.date;
    const hasMore = Object.entries(row.texts).some(
      ([field, text]) => !DATE_FIELDS.includes(field) && text !== '',
    );
    // 8月 alone in a row is a heading for those below it.
    if (!hasMore && when !== null && isMonth(when.date) && row.problems.length === 0) continue;
    const { content = 0, ...columns } = row.columns;
    const dates = columns.when ?? columns.month ?? columns.day;
    const cell = (field: ImportField): CellRef => ({
      row: row.index,
      column: (field === 'when' ? dates : row.columns[field]) ?? content,
    });
    const doubts: Doubt[] = [...row.doubts];
    const problems: Doubt[] = [...row.problems];
    const say: Say = {
      doubt: (field, reasons) => {
        doubts.push(...reasons.map((reason) => ({ cell: cell(field), reason })));
      },
      refuse: (field, reason) => {
        problems.push({ cell: cell(field), reason });
      },
    };
    if (typed !== '' && !when) {
      say.refuse(
        'when',
        whyNoDate(typed, context.fiscalYear) || `${quote(typed)}は日付として読み取れません。`,
      );
    }
    // An empty 時期 is that of the row above; a note below the table has no date.
    const carried = typed === '' && month !== null && !row.isNote ? month : '';
    const outer = when ?? { ...UNKNOWN_WHEN, date: carried };
    const isEmpty = typed === '' && dates !== undefined && !row.isNote && problems.length === 0;
    if (isEmpty && month === null) {
      say.doubt('when', ['日付が空です。日付未定として取り込みます。']);
    }
    const meetings = readMeeting({ ...row, typed }, outer, context, say);
    const hasNoDay = isEmpty && row.columns.day !== undefined && month !== null;
    if (hasNoDay && meetings.some(({ date }) => isMonth(date))) {
      say.doubt('when', ['日が空です。上の行の月の会合として取り込みます。']);
    }
    // A line that names no kind of meeting is more likely a remark on the table.
    const isAside = row.isNote && meetings.every(({ kind }) => kind === 'other');
    if (row.isNote) {
      say.doubt('content', [
        isAside
          ? '表の下の注のようです。会合として取り込むときは選んでください。'
          : '表の下の注を、日付未定の会合として取り込みます。',
      ]);
    }
    for (const meeting of meetings) {
      found.push({ at: cell('content'), source: row.source, meeting, doubts, problems, isAside });
    }
  }
  return found;
};

const PARTS: readonly ImportField[] = ['year', 'month', 'day'];

const DATE_FIELDS: readonly string[] = [
  'when',
  'year',
  'month',
  'day',
  'weekday',
] satisfies readonly ImportField[];

/** Tells what is odd about a row, and what keeps it from being taken in. */
type Say = {
  readonly doubt: (field: ImportField, reasons: readonly string[]) => void;
  readonly refuse: (field: ImportField, reason: string) => void;
};

const readMeeting = (
  { texts, isNote, typed }: Row & { readonly typed: string },
  outer: When,
  context: ImportContext,
  { doubt, refuse }: Say,
): readonly ProposedMeeting[] => {
  const text = (field: ImportField): string => {
    const own = texts[field] ?? '';
    return isNone(own) ? '' : own;
  };
  const content = readContent(text('content'), context.fiscalYear, outer.date);
  for (const problem of content.problems) refuse('content', problem);
  const kind = text('kind') === '' ? null : kindOfWord(text('kind'));
  if (text('kind') !== '' && kind === null)
    doubt('kind', [`${quote(text('kind'))}という種類はありません。`]);
  else if (text('content') === '' && kind === null) refuse('content', '内容がありません。');
  if (kind === null && !isNote) doubt('content', text('content') === '' ? [] : content.doubts);
  doubt('when', outer.doubts);
  doubt('content', content.when?.doubts ?? []);
  // （調整中） behind a name takes no date away.
  const inner = content.when?.date === '' && outer.date !== '' ? null : content.when;
  const when = inner ?? outer;
  if (inner === null && content.when !== null)
    doubt('content', ['日付は未定とありますが、時期の日付を取り込みます。']);
  const other = inner === null ? '' : differing(inner, outer);
  if (other !== '') {
    doubt('content', [`時期（${other}）と日付が違います。日付の方を取り込みます。`]);
  }
  const half = /^(?:午前|午後)$/.test(text('time')) ? text('time') : '';
  const timeText = half === '' ? text('time') : '';
  const time = parseTimeRange(timeText);
  if (timeText !== '' && !time.ok) doubt('time', [`${time.error.happened}備考に残します。`]);
  // 第1回支援（現地）
  const behind = readModes(withoutBrackets(content.title, 60)).modes;
  const isMode = /^[(（]/.test(content.title) && behind.length > 0;
  const modes = readModes(text('modes'));
  if (modes.modes.length === 0 && modes.note !== '') {
    doubt('modes', ['形式として読み取れないため、「形式の補足」に入れます。']);
  }
  const where = readPlaceAndModes(text('where'));
  const { supporters, doubts: unsure } = readSupporters(text('supporters'), context);
  doubt('supporters', unsure);
  const heads = readHeads(text('attendance'));
  doubt('attendance', heads.doubts);
  const plain = readPlain(text, context.fiscalYear);
  for (const { id, reason } of plain.unread) doubt(id, [reason]);
  const left = [
    modes.rest,
    plain.values.remarks ?? '',
    ...plain.unread.map(({ remark }) => remark),
    outer.rest === '' && !(other !== '' && isDay(outer.date)) ? '' : `時期：${typed}`,
    content.when?.rest ? `日付：${content.when.rest}` : '',
    timeText !== '' && !time.ok ? `時刻：${timeText}` : '',
  ];
  const base: ProposedMeeting = {
    ...EMPTY_MEETING,
    ...plain.values,
    // A number of the flow says more than a column of kinds.
    kind: content.ordinal !== '' || content.round !== null ? content.kind : (kind ?? content.kind),
    ordinal: content.ordinal,
    round: content.round,
    partLabel: partLabelOf(text('part')) || text('part').replaceAll('\n', ' '),
    title: isMode ? '' : content.title,
    date: when.date,
    endDate: when.endDate,
    startTime: timeText !== '' && time.ok ? time.value.start : when.startTime,
    endTime: timeText !== '' && time.ok ? time.value.end : when.endTime,
    place: [plain.values.place ?? '', where.place].filter(Boolean).join('・'),
    timeNote: half || when.half,
    state: content.state ?? outer.state,
    stateReason: content.reason || outer.reason,
    modes: [...new Set([...modes.modes, ...where.modes, ...(isMode ? behind : [])])],
    modeNote: modes.note,
    supporters,
    aim: [content.aim, plain.values.aim ?? ''].filter(Boolean).join('\n'),
    programme: splitItems(text('programme')),
    remarks: left.filter(Boolean).join('\n'),
  };
  return joinParts(base, content.parts, heads.parts);
};

/** The date of 時期 where the date in the name is another: another month, or another day; else ''. */
const differing = (inner: When, outer: When): string => {
  if (inner.date === '' || outer.date === '') return '';
  if (monthOf(outer.date) !== monthOf(inner.date)) return formatMonth(monthOf(outer.date), 'short');
  const areDays = isDay(outer.date) && isDay(inner.date);
  return areDays && outer.date !== inner.date ? formatPartialDate(outer.date, 'short') : '';
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
