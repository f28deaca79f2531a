import { formatPartialDate } from '../../../dates/format.ts';
import { formatEdge, type SpanEdge } from '../../../dates/thirds.ts';
import { BAR_KIND_NAMES, BAR_STATE_NAMES } from '../collections.ts';
import type { Bar, Lane, Roadmap } from '../model.ts';
import { ROADMAP_COLUMN_NAMES, ROADMAP_COLUMNS } from '../pasted/columns.ts';
import {
  borders,
  type CellLook,
  type Sheet,
  type SheetCell,
  type SheetRow,
  textCell,
} from './sheet-cells.ts';
import * as ink from './tokens.ts';

const ALL = ['left', 'right', 'top', 'bottom'] as const;
const CELL: CellLook = { ...borders('thin', ink.LINE, ALL), alignVertical: 'top', wrap: true };
const HEAD: CellLook = {
  ...CELL,
  ...{ backgroundColor: ink.HEAD_GROUND, fontWeight: 'bold', alignVertical: 'center' },
};

/**
 * All bars as a table, with what a chart cannot show. Its columns are those of the table on the screen,
 * which reads them back when they are pasted there.
 */
export const barsSheet = (roadmap: Roadmap): Sheet =>
  listSheet(
    '帯の一覧',
    [...ROADMAP_COLUMNS.map((column) => ROADMAP_COLUMN_NAMES[column]), '出典'],
    [18, 26, 30, 16, 18, 12, 10, 8, 18, 16, 18, 30, 30],
    byLane(roadmap, (group, lane) =>
      roadmap.bars
        .filter((bar) => bar.lane === lane.id)
        .map((bar) => barRow(group, lane.name, bar)),
    ),
  );

export const milestonesSheet = (roadmap: Roadmap): Sheet =>
  listSheet(
    '節目の一覧',
    ['分野', '取組み', '名前', '日', '備考', '出典'],
    [18, 26, 30, 24, 30, 30],
    byLane(roadmap, (group, lane) =>
      roadmap.milestones
        .filter((milestone) => milestone.lane === lane.id)
        .map(({ label, date, note, source }) =>
          [group, lane.name, label, formatPartialDate(date), note, source].map(cell),
        ),
    ),
  );

const byLane = (
  roadmap: Roadmap,
  rowsOf: (group: string, lane: Lane) => readonly SheetRow[],
): readonly SheetRow[] =>
  roadmap.groups.flatMap(({ id, name }) =>
    roadmap.lanes.filter((lane) => lane.group === id).flatMap((lane) => rowsOf(name, lane)),
  );

const listSheet = (
  name: string,
  headings: readonly string[],
  widths: readonly number[],
  rows: readonly SheetRow[],
): Sheet => ({
  name,
  rows: [headings.map((text) => textCell(text, HEAD)), ...rows],
  widths,
  frozenRows: 1,
  frozenColumns: 3,
  headingRow: 1,
});

const edge = (value: SpanEdge | ''): string => (value === '' ? '' : formatEdge(value));

const cell = (text: string): SheetCell => textCell(text, CELL);

const barRow = (group: string, lane: string, bar: Bar): SheetRow => [
  cell(group),
  cell(lane),
  cell(bar.label),
  cell(edge(bar.span?.start ?? '')),
  cell(edge(bar.span?.end ?? '')),
  cell(BAR_KIND_NAMES[bar.kind]),
  cell(BAR_STATE_NAMES[bar.state]),
  bar.progress === null ? cell('') : { ...CELL, type: Number, value: bar.progress },
  cell(bar.owner),
  cell(edge(bar.actualStart)),
  cell(edge(bar.actualEnd)),
  cell(bar.note),
  cell(bar.source),
];
