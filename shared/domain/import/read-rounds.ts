import { quote } from '../../text/typed.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import type { CellRef, Grid } from './grid.ts';
import type { ImportField } from './import-field.ts';
import { type Doubt, EMPTY_MEETING, type ImportContext, type ProposedMeeting } from './proposal.ts';
import {
  type Heads,
  isDitto,
  readHeads,
  readModes,
  readSupporters,
  splitItems,
} from './read-cells.ts';
import { partLabelOf } from './read-content.ts';
import type { ReadRow } from './read-rows.ts';
import { readWhen, splitState, UNKNOWN_WHEN, type When, whyNoDate } from './read-when.ts';
import type { RoundsShape } from './recognise.ts';

/** Reads 「1〜3回目支援」: each column is a round, and each part that its cells tell apart a session. */
export const readRounds = (
  grid: Grid,
  shape: RoundsShape,
  context: ImportContext,
): readonly ReadRow[] =>
  shape.columns
    // A merged heading stands over its parts; a column that is nothing but a copy says nothing new.
    .filter(({ column }) => !isCopy(grid, shape, column))
    .flatMap(({ column, round }) => readColumn(grid, shape, context, column, round));

const isCopy = (grid: Grid, { header, rows }: RoundsShape, column: number): boolean =>
  [header, ...rows.keys()].every((row) => {
    const covered = grid[row]?.[column]?.covered;
    return covered !== undefined && covered.column < column;
  });

type Cells = ReadonlyMap<ImportField, { readonly text: string; readonly cell: CellRef }>;

const cellsOf = (grid: Grid, { rows }: RoundsShape, column: number): Cells => {
  const cells = new Map<ImportField, { readonly text: string; readonly cell: CellRef }>();
  for (const [row, field] of rows) {
    let text = grid[row]?.[column]?.text ?? '';
    // Here 〃 repeats what stands to the left.
    for (let left = column - 1; isDitto(text) && left >= 0; left -= 1) {
      text = grid[row]?.[left]?.text ?? '';
    }
    const before = cells.get(field);
    const joined = [before?.text ?? '', text].filter(Boolean).join('\n');
    cells.set(field, { text: joined, cell: before?.cell ?? { row, column } });
  }
  return cells;
};

const readColumn = (
  grid: Grid,
  shape: RoundsShape,
  context: ImportContext,
  column: number,
  round: number,
): readonly ReadRow[] => {
  const cells = cellsOf(grid, shape, column);
  if ([...cells.values()].every((cell) => cell.text === '')) return [];
  const at: CellRef = { row: shape.header, column };
  const doubts: Doubt[] = [];
  const problems: Doubt[] = [];
  const text = (field: ImportField): string => cells.get(field)?.text ?? '';
  const cellOf = (field: ImportField): CellRef => cells.get(field)?.cell ?? at;
  const doubt = (field: ImportField, reason: string): void => {
    doubts.push({ cell: cellOf(field), reason });
  };
  if (round < 1) problems.push({ cell: at, reason: `第${round}回という支援の回はありません。` });

  const days = readDays(text('when'), context);
  for (const { problem } of days) {
    if (problem !== '') problems.push({ cell: cellOf('when'), reason: problem });
  }
  for (const reason of days.flatMap(({ when }) => when.doubts)) doubt('when', reason);
  if (text('when') === '') doubt('when', '日付が空です。日付未定として取り込みます。');
  const heads = readHeads(text('attendance'));
  const programme = readParts(text('programme'));
  const labels = [...new Set([...heads, ...programme].map(({ partLabel }) => partLabel))].filter(
    Boolean,
  );
  const ofDays = days.flatMap((day) => day.labels);
  const parts = labels.length > 0 ? labels : ofDays.length > 0 ? ofDays : [''];
  if (parts.length > 1 && programme.length === 1 && programme[0]?.partLabel === '') {
    doubt('programme', '内容は部ごとに分かれていないため、すべての部に入れます。');
  }
  const modes = readModes(text('modes'));
  const rest = days.flatMap(({ when }) => (when.rest === '' ? [] : [`日時：${text('when')}`]));
  const source = [shape.header, ...shape.rows.keys()].map((row) => grid[row]?.[column]?.text ?? '');
  return parts.map((partLabel, index) => {
    const { when, state } = days.find((day) => day.labels.includes(partLabel)) ??
      days[0] ?? { when: UNKNOWN_WHEN, state: null };
    const meeting: ProposedMeeting = {
      ...EMPTY_MEETING,
      kind: 'session',
      round,
      date: when.date,
      startTime: when.startTime,
      endTime: when.endTime,
      timeNote: when.half,
      state,
      place: text('place').replaceAll('\n', ' '),
      modes: modes.modes,
      modeNote: modes.note,
      supporters: readSupporters(text('supporters'), context),
      aim: text('aim'),
      remarks: [modes.rest, text('remarks'), ...rest].filter(Boolean).join('\n'),
      ...pick(heads, partLabel),
      partLabel,
      programme: splitItems(pick(programme, partLabel)?.attendanceText ?? ''),
      // What is said of the whole round stands with its first part.
      roundSummary: index === 0 ? text('summary') : '',
    };
    return { at, source, doubts: index === 0 ? doubts : [], problems, meeting };
  });
};

/** What is said of a part, or of all. */
const pick = (all: readonly Heads[], partLabel: string): Heads | undefined =>
  all.find((each) => each.partLabel === partLabel) ?? all.find((each) => each.partLabel === '');

/** A programme that may be told apart by parts: 午前:町説明・演習／午後:意見交換. */
const readParts = (text: string): readonly Heads[] => {
  const parts = readHeads(text);
  const isWhole = parts.length === 1 && parts[0]?.partLabel === '';
  return isWhole ? [{ partLabel: '', headCount: null, attendanceText: text }] : parts;
};

type RoundDay = {
  /** Parts that lie on this day; none where the cell does not say. */
  readonly labels: readonly string[];
  readonly when: When;
  readonly state: MeetingState | null;
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
    const bare = splitState(typed);
    const when = bare.text === '' ? UNKNOWN_WHEN : readWhen(bare.text, fiscalYear);
    const problem =
      when === null
        ? whyNoDate(typed, fiscalYear) || `${quote(typed)}は日付として読み取れません。`
        : '';
    return { labels, when: when ?? UNKNOWN_WHEN, state: bare.state, problem };
  });
};

const labelsOf = (text: string): readonly string[] =>
  text.split('・').map((label) => partLabelOf(label) || label.trim());
