import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { monthOfEdge } from '#shared/dates/thirds.ts';
import type { FiscalYear, PartialDate } from '#shared/dates/types.ts';
import type { Span } from '#shared/domain/roadmap/model.ts';
import {
  ROADMAP_COLUMN_NAMES,
  ROADMAP_COLUMNS,
  type RoadmapColumn,
} from '#shared/domain/roadmap/pasted/columns.ts';
import { type Problem, problemWords } from '#shared/result.ts';
import { type CellValues, isValueColumn, readCell, readDate } from './read-cell.ts';
import { cellText, type DraftRow, MILESTONE_WORD } from './rows.ts';
import type { TypedRow } from './typed-cells.ts';

type Placed = { readonly group: string; readonly lane: string };

/** What a row that is being written amounts to. */
export type DraftState =
  | { readonly state: 'waiting'; readonly missing: readonly RoadmapColumn[] }
  | {
      readonly state: 'wrong';
      readonly errors: Readonly<Partial<Record<RoadmapColumn, string>>>;
    }
  | {
      readonly state: 'bar';
      readonly place: Placed;
      readonly span: Span;
      readonly values: CellValues;
    }
  | {
      readonly state: 'milestone';
      readonly place: Placed;
      readonly label: string;
      readonly date: PartialDate;
      readonly note: string;
    };

const FOR_BAR = ['group', 'lane', 'label', 'start', 'end'] as const;
const FOR_MILESTONE = ['group', 'lane', 'label', 'start'] as const;
const OF_MILESTONE: ReadonlySet<RoadmapColumn> = new Set([...FOR_MILESTONE, 'kind', 'note']);

/** Reads a row that is being written: what it lacks, what is wrong with it, or what it becomes. */
export const readDraft = (
  row: DraftRow,
  typed: TypedRow,
  fiscalYear: FiscalYear | null,
): DraftState => {
  const text = (column: RoadmapColumn): string => typed[column]?.text ?? cellText(row, column);
  const isMilestone = text('kind').trim() === MILESTONE_WORD;
  const place = { group: text('group').trim(), lane: text('lane').trim() };
  const errors: Partial<Record<RoadmapColumn, string>> = {};
  let values: CellValues = {};
  let date: PartialDate = '';
  // 開始 comes before 終了: a month without a year lies in the fiscal year in which the bar begins.
  for (const column of ROADMAP_COLUMNS) {
    if (!isValueColumn(column) || text(column).trim() === '') continue;
    const { start: begun } = values;
    const year = begun === undefined ? fiscalYear : fiscalYearOf(monthOfEdge(begun));
    if (isMilestone && !OF_MILESTONE.has(column)) {
      errors[column] = '節目にはこの欄はありません。空にするか、種類を変えてください。';
    } else if (isMilestone && column === 'start') {
      const read = readDate(text(column), fiscalYear);
      if (read.ok) date = read.value;
      else errors[column] = problemWords(read.error);
    } else if (!(isMilestone && column === 'kind')) {
      const read = readCell(column, text(column), year);
      if (read.ok) values = { ...values, ...read.value };
      else errors[column] = problemWords(read.error);
    }
  }
  if (Object.keys(errors).length > 0) return { state: 'wrong', errors };
  const missing = (isMilestone ? FOR_MILESTONE : FOR_BAR).filter(
    (column) => text(column).trim() === '',
  );
  if (missing.length > 0) return { state: 'waiting', missing };
  const { label = '', note = '', start, end } = values;
  if (isMilestone) return { state: 'milestone', place, label, date, note };
  if (start === undefined || end === undefined) return { state: 'waiting', missing: ['start'] };
  return { state: 'bar', place, span: { start, end }, values };
};

/** 「開始・終了を入れると帯になります」 */
export const missingWords = (missing: readonly RoadmapColumn[]): string =>
  `${missing.map((column) => ROADMAP_COLUMN_NAMES[column]).join('・')}を入れると、ロードマップに入ります。`;

/** The cell of which a refusal of a whole row speaks. */
export const columnOf = ({ happened }: Problem, fallback: RoadmapColumn): RoadmapColumn =>
  SPOKEN.find(([start]) => happened.startsWith(start))?.[1] ?? fallback;

const SPOKEN: readonly (readonly [string, RoadmapColumn])[] = [
  ['分野', 'group'],
  ['取組み', 'lane'],
  ['帯の名前', 'label'],
  ['節目の名前', 'label'],
  ['担当', 'owner'],
  ['備考', 'note'],
  ['実績の開始', 'actualStart'],
  ['実績の終了', 'actualEnd'],
  ['開始', 'start'],
  ['終了', 'end'],
  ['進み', 'progress'],
];
