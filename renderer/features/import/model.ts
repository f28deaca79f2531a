import { formatTimeRange } from '#shared/dates/format.ts';
import { formatSpan } from '#shared/dates/span.ts';
import type { CellRef } from '#shared/domain/import/grid.ts';
import type { ImportField } from '#shared/domain/import/import-field.ts';
import type { ImportRow, ProposedMeeting } from '#shared/domain/import/proposal.ts';
import type { Shape } from '#shared/domain/import/shape.ts';
import {
  MEETING_KIND_NAMES,
  MEETING_STATE_NAMES,
  MODE_NAMES,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import { titleOf } from '#shared/domain/meeting/meeting-title.ts';
import {
  TABLE_FIELDS,
  type TableFieldId,
  wordsOfField,
} from '#shared/domain/meeting/table-fields.ts';
import { tsvCell } from '#shared/text/tsv-cell.ts';

/** What becomes of a row: a new meeting, what it knows more of one that is there, or nothing. */
export type Choice = 'add' | 'fill' | 'skip';

export const CHOICE_NAMES: Readonly<Record<Choice, string>> = {
  add: '取り込む',
  fill: '空いている欄だけ埋める',
  skip: '取り込まない',
};

/** What staff may choose for a row; none for one that can't be taken in. */
export const choicesOf = (row: ImportRow): readonly Choice[] => {
  if (row.verdict === 'bad') return [];
  if (row.double === null) return row.isAside ? ['skip', 'add'] : ['add', 'skip'];
  return row.double.isTaken ? ['skip', 'fill'] : ['skip', 'fill', 'add'];
};

/** What is there already is left alone unless somebody says otherwise. */
export const usualChoice = (row: ImportRow): Choice => choicesOf(row)[0] ?? 'skip';

export type Filter = 'all' | 'doubtful' | 'double' | 'bad';

export const FILTER_NAMES: Readonly<Record<Filter, string>> = {
  all: 'すべて',
  doubtful: '要確認',
  double: '重複',
  bad: '取り込めない',
};

export const isIn = (row: ImportRow, filter: Filter): boolean => {
  if (filter === 'doubtful') return row.verdict === 'doubtful';
  if (filter === 'double') return row.double !== null;
  return filter === 'all' || row.verdict === 'bad';
};

export type Counts = Readonly<Record<Filter | Choice, number>>;

export const countRows = (
  rows: readonly ImportRow[],
  choiceOf: (row: ImportRow) => Choice,
): Counts => {
  const counts = { all: 0, doubtful: 0, double: 0, bad: 0, add: 0, fill: 0, skip: 0 };
  for (const row of rows) {
    counts.all += 1;
    if (row.verdict === 'doubtful') counts.doubtful += 1;
    if (row.double !== null) counts.double += 1;
    if (row.verdict === 'bad') counts.bad += 1;
    else counts[choiceOf(row)] += 1;
  }
  return counts;
};

/** The columns of the preview. */
export type PreviewColumn = 'title' | 'date' | 'modes' | 'supporters' | 'more';

/** The others stand under そのほか. */
const COLUMN_OF: Readonly<Partial<Record<ImportField, PreviewColumn>>> = {
  when: 'date',
  year: 'date',
  month: 'date',
  day: 'date',
  weekday: 'date',
  time: 'date',
  content: 'title',
  kind: 'title',
  part: 'title',
  place: 'modes',
  modes: 'modes',
  where: 'modes',
  supporters: 'supporters',
};

/** Where the preview shows what a cell of the table says. */
export const columnOfCell = (shape: Shape, cell: CellRef): PreviewColumn => {
  const field = shape.kind === 'rounds' ? shape.rows.get(cell.row) : shape.mapping[cell.column];
  return field === undefined ? 'title' : (COLUMN_OF[field] ?? 'more');
};

export const meetingTitle = (
  meeting: ProposedMeeting,
): { readonly title: string; readonly kind: string } => {
  const round = meeting.round === null ? null : { number: meeting.round };
  const { title } = titleOf(meeting, round);
  return { title, kind: MEETING_KIND_NAMES[meeting.kind] };
};

export const dateText = (meeting: ProposedMeeting): string => {
  const time = formatTimeRange(meeting.startTime, meeting.endTime) || meeting.timeNote;
  return [formatSpan(meeting.date, meeting.endDate), time].filter(Boolean).join(' ');
};

export const stateText = ({ state, stateReason }: ProposedMeeting): string =>
  [MEETING_STATE_NAMES[state ?? 'planned'], stateReason].filter(Boolean).join('：');

export const modesText = (meeting: ProposedMeeting): string => {
  const modes = meeting.modes
    .map((mode) => MODE_NAMES[mode])
    .filter((name) => !meeting.modeNote.includes(name));
  return [[...modes, meeting.modeNote].filter(Boolean).join('・'), meeting.place]
    .filter(Boolean)
    .join(' ');
};

/** What columns of their own show. */
const SHOWN: ReadonlySet<TableFieldId> = new Set<TableFieldId>(['place']);

/** What a meeting has beyond its name, date and people, each under its word. */
export const moreOf = (meeting: ProposedMeeting): readonly (readonly [string, string])[] =>
  (
    [
      ['名称', meetingTitle(meeting).title === meeting.title ? '' : meeting.title],
      [
        '参加',
        meeting.attendanceText || (meeting.headCount === null ? '' : `${meeting.headCount}人`),
      ],
      ['次第', meeting.programme.join('・')],
      [rounds.fields.summary.name, meeting.roundSummary],
      ...TABLE_FIELDS.filter(({ id }) => !SHOWN.has(id)).map(
        (column) => [column.field.name, wordsOfField(column, meeting)] as const,
      ),
    ] as const
  ).filter(([, text]) => text !== '');

/** Excel's name of a cell: B3. */
export const cellName = ({ row, column }: CellRef): string => {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
};

/** The rows that can't be taken in, as a table that can be pasted into Excel again. */
export const badRowsText = (rows: readonly ImportRow[]): string =>
  rows
    .filter(({ verdict }) => verdict === 'bad')
    .map(({ source, problems }) =>
      [...source, problems.map(({ reason }) => reason).join(' ')].map(tsvCell).join('\t'),
    )
    .join('\r\n');
