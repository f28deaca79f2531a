import {
  ROADMAP_COLUMN_NAMES,
  ROADMAP_COLUMNS,
  type RoadmapColumn,
} from '#shared/domain/roadmap/pasted/columns.ts';
import { gridColumns } from '#ui/grid/grid-columns.ts';

/** Least widths in px; what is left over goes to names and notes. */
const WIDTHS: Readonly<Record<RoadmapColumn, string>> = {
  group: 'minmax(104px, 1fr)',
  lane: 'minmax(126px, 1.2fr)',
  label: 'minmax(150px, 2fr)',
  start: '80px',
  end: '80px',
  kind: '86px',
  state: '66px',
  progress: '52px',
  owner: 'minmax(84px, 1fr)',
  actualStart: '80px',
  actualEnd: '80px',
  note: 'minmax(110px, 1.6fr)',
};

/** From here on what opens at a cell opens to the left. */
const LATE = 7;

export const COLUMNS = gridColumns(
  ROADMAP_COLUMNS.map((id, at) => ({
    id,
    label: ROADMAP_COLUMN_NAMES[id],
    width: WIDTHS[id],
    align: id === 'progress' ? 'end' : 'start',
    isName: id === 'label',
    opensLeft: at >= LATE,
  })),
);

/** 名前, where most begin to write. */
export const FIRST_COLUMN = ROADMAP_COLUMNS.indexOf('label');

export const columnAt = (index: number): RoadmapColumn => ROADMAP_COLUMNS[index] ?? 'label';
