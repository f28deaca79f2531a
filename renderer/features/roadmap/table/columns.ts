import { ROADMAP_COLUMNS, type RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';

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

const NUMBER_WIDTH = 40;
const MENU_WIDTH = 36;
export const ROW_HEIGHT = 38;
export const HEAD_HEIGHT = 32;

/** All columns with the row's number before and its menu behind them. */
export const TEMPLATE = [
  `${NUMBER_WIDTH}px`,
  ...ROADMAP_COLUMNS.map((column) => WIDTHS[column]),
  `${MENU_WIDTH}px`,
].join(' ');

export type CellRef = { readonly row: string; readonly column: number };

export const columnAt = (index: number): RoadmapColumn => ROADMAP_COLUMNS[index] ?? 'label';

export const LAST_COLUMN = ROADMAP_COLUMNS.length - 1;
