import { quote } from '../../text/typed.ts';
import { TABLE_FIELDS } from '../meeting/table-fields.ts';
import { isDitto, isNone } from './ditto.ts';
import type { CellRef, Grid } from './grid.ts';
import type { ImportField } from './import-field.ts';
import { readPlain } from './plain-columns.ts';
import { type Doubt, EMPTY_MEETING, type ImportContext, type ProposedMeeting } from './proposal.ts';
import { readModes, readPlaceAndModes, splitItems } from './read-cells.ts';
import { partLabelOf } from './read-content.ts';
import { partsOfCell, readHeads } from './read-heads.ts';
import type { ReadRow } from './read-rows.ts';
import { readSupporters } from './read-supporters.ts';
import { readWhen, UNKNOWN_WHEN, type When, whyNoDate } from './read-when.ts';
import type { RoundColumn, RoundsShape } from './shape.ts';

/** Reads 「1〜3回目支援」: each column is a round, and each part that its cells tell apart a session. */
export const readRounds = (
  grid: Grid,
  shape: RoundsShape,
  context: ImportContext,
): readonly ReadRow[] =>
  shape.columns
    // A merged heading stands over its parts; a column that is nothing but a copy says nothing new.
    .filter(({ column }) => !isCopy(grid, shape, column))
    .flatMap((column) => readColumn(grid, shape, context, column));

const isCopy = (grid: Grid, { header, rows }: RoundsShape, column: number): boolean =>
  [header, ...rows.keys()].every((row) => {
    const covered = grid[row]?.[column]?.covered;
    return covered !== undefined && covered.column < column;
  });

type Cell = {
  readonly text: string;
  readonly cell: CellRef;
  /** 〃 with nothing that it could repeat. */
  readonly isOpen: boolean;
};
type Cells = ReadonlyMap<ImportField, Cell>;

const cellsOf = (grid: Grid, { rows, columns }: RoundsShape, column: number): Cells => {
  const cells = new Map<ImportField, Cell>();
  const first = columns[0]?.column ?? 0;
  for (const [row, field] of rows) {
    if (field === 'ignore') continue;
    let text = grid[row]?.[column]?.text ?? '';
    // Here 〃 repeats what stands to the left, up to the labels at the side.
    for (let left = column - 1; isDitto(text) && left >= first; left -= 1) {
      text = grid[row]?.[left]?.text ?? '';
    }
    const isOpen = isDitto(text);
    if (isOpen || isNone(text)) text = '';
    const before = cells.get(field);
    const joined = [before?.text ?? '', text].filter(Boolean).join('\n');
    cells.set(field, { text: joined, cell: before?.cell ?? { row, column }, isOpen });
  }
  return cells;
};

const readColumn = (
  grid: Grid,
  shape: RoundsShape,
  context: ImportContext,
  { column, round, rest: behind, isGuess }: RoundColumn,
): readonly ReadRow[] => {
  const cells = cellsOf(grid, shape, column);
  if (behind === '' && [...cells.values()].every((cell) => cell.text === '')) return [];
  const at: CellRef = { row: shape.header, column };
  const doubts: Doubt[] = [];
  const problems: Doubt[] = [];
  const cellText = (field: ImportField): string => cells.get(field)?.text ?? '';
  const heading = behind === '' ? null : readWhen(behind, context.fiscalYear);
  // The day may stand with the round's name instead of in a row of its own.
  const text = (field: ImportField): string =>
    field === 'when' && cellText('when') === '' && heading !== null ? behind : cellText(field);
  const cellOf = (field: ImportField): CellRef => cells.get(field)?.cell ?? at;
  const doubt = (field: ImportField, reason: string): void => {
    doubts.push({ cell: cellOf(field), reason });
  };
  for (const [field, { isOpen }] of cells) {
    if (isOpen) doubt(field, '「〃」の左に値がありません。空のまま取り込みます。');
  }
  if (isGuess) doubt('when', `第${round}回として取り込みます。`);
  const named = heading === null ? readModes(behind) : readModes('');
  const isKept = behind !== '' && heading === null && named.modes.length === 0;
  if (isKept) doubt('remarks', '見出しの言葉を備考に残します。');
  for (const field of [...shape.rows.keys()].flatMap((row) => grid[row]?.[column]?.remarks ?? [])) {
    doubt('when', field);
  }
  if (round < 1) problems.push({ cell: at, reason: `第${round}回という支援の回はありません。` });

  const days = readDays(text('when'), context);
  for (const { problem } of days) {
    if (problem !== '') problems.push({ cell: cellOf('when'), reason: problem });
  }
  for (const reason of days.flatMap(({ when }) => when.doubts)) doubt('when', reason);
  if (text('when') === '') doubt('when', '日付が空です。日付未定として取り込みます。');
  if (heading !== null && days.length === 1 && days[0]?.when.date !== heading.date) {
    doubt('when', `見出しの${quote(behind)}と日時が違います。日時の方を取り込みます。`);
  }
  const { parts: heads, doubts: unsure } = readHeads(text('attendance'));
  for (const reason of unsure) doubt('attendance', reason);
  const supporters = readSupporters(text('supporters'), context);
  for (const reason of supporters.doubts) doubt('supporters', reason);
  const where = readPlaceAndModes(text('where'));
  const programme = partsOfCell(text('programme'));
  const told = new Map(TABLE_FIELDS.map(({ id }) => [id, partsOfCell(text(id))] as const));
  /** まとめ of each part, not of the round. */
  const isParted = (told.get('summary') ?? []).some(({ partLabel }) => partLabel !== '');
  const labels = new Set(
    [heads, programme, ...told.values()].flat().flatMap(({ partLabel }) => partLabel || []),
  );
  const ofDays = days.flatMap((day) => day.labels);
  const parts = labels.size > 0 ? [...labels] : ofDays.length > 0 ? ofDays : [''];
  if (parts.length > 1 && programme.length === 1 && programme[0]?.partLabel === '') {
    doubt('programme', '内容は部ごとに分かれていないため、すべての部に入れます。');
  }
  const modes = readModes(text('modes'));
  const rest = days.flatMap(({ when }) => (when.rest === '' ? [] : [`日時：${text('when')}`]));
  const source = [shape.header, ...shape.rows.keys()].map((row) => grid[row]?.[column]?.text ?? '');
  return parts.map((partLabel, index) => {
    const { when } = days.find((day) => day.labels.includes(partLabel)) ??
      days[0] ?? { when: UNKNOWN_WHEN };
    const { values, unread } = readPlain(
      (id) => pick(told.get(id) ?? [], partLabel)?.text ?? '',
      context.fiscalYear,
    );
    for (const { id, reason } of unread) doubt(id, reason);
    const meeting: ProposedMeeting = {
      ...EMPTY_MEETING,
      ...values,
      kind: 'session',
      round,
      date: when.date,
      endDate: when.endDate,
      startTime: when.startTime,
      endTime: when.endTime,
      timeNote: when.half,
      state: when.state,
      stateReason: when.reason,
      place: [values.place ?? '', where.place].filter(Boolean).join('・'),
      modes: [...new Set([...modes.modes, ...where.modes, ...named.modes])],
      modeNote: modes.note,
      supporters: supporters.supporters,
      remarks: [
        modes.rest,
        values.remarks ?? '',
        ...unread.map(({ remark }) => remark),
        ...rest,
        isKept ? behind : '',
      ]
        .filter(Boolean)
        .join('\n'),
      ...pick(heads, partLabel),
      partLabel,
      programme: splitItems(pick(programme, partLabel)?.text ?? ''),
      // What is said of the whole round stands with its first part.
      summary: isParted ? (values.summary ?? '') : '',
      roundSummary: index === 0 && !isParted ? (values.summary ?? '') : '',
    };
    return { at, source, doubts: index === 0 ? doubts : [], problems, meeting, isAside: false };
  });
};

/** What is said of a part, or of all. */
const pick = <Part extends { readonly partLabel: string }>(
  all: readonly Part[],
  partLabel: string,
): Part | undefined =>
  all.find((each) => each.partLabel === partLabel) ?? all.find((each) => each.partLabel === '');

type RoundDay = {
  /** Parts that lie on this day; none where the cell does not say. */
  readonly labels: readonly string[];
  readonly when: When;
  readonly problem: string;
};

/** Reads 8月24日(水)午後（予定）, and 午前:2月13日(月)／午後:2月20日(月) where parts have days of their own. */
const readDays = (text: string, { fiscalYear }: ImportContext): readonly RoundDay[] => {
  const pieces = text.split('／').map((piece) => piece.trim());
  const labelled = pieces.map((piece) =>
    /^([^:：\d]{1,40}|第\d+部[^:：\d]*)[:：]\s*(.+)$/.exec(piece),
  );
  const isParted = pieces.length > 1 && labelled.every((match) => match !== null);
  const each = isParted
    ? labelled.map((match) => ({ labels: labelsOf(match?.[1] ?? ''), text: match?.[2] ?? '' }))
    : [{ labels: [], text: text.replaceAll('\n', ' ') }];
  return each.map(({ labels, text: typed }) => {
    const when = typed === '' ? UNKNOWN_WHEN : readWhen(typed, fiscalYear);
    const problem =
      when === null
        ? whyNoDate(typed, fiscalYear) || `${quote(typed)}は日付として読み取れません。`
        : '';
    return { labels, when: when ?? UNKNOWN_WHEN, problem };
  });
};

const labelsOf = (text: string): readonly string[] =>
  text.split('・').map((label) => partLabelOf(label) || label.trim());
