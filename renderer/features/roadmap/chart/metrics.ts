import type { Metrics } from '#shared/domain/roadmap/layout/layout.ts';
import { textWidth } from '#shared/domain/roadmap/layout/letter-widths.ts';
import type { Zoom } from '#shared/domain/roadmap/scale.ts';

/** What the style sheets of board and chart say, in px. */
export const HEADER_HEIGHT = 56;
const GROUP_WIDTH = 132;
const LANE_WIDTH = 168;
export const NAMES_WIDTH = GROUP_WIDTH + LANE_WIDTH;
/** Left and right of a name; its menu appears over it. */
const NAME_PADDING = 18;
const FONT_SIZE = 13;

type Widths = { readonly least: number; readonly usual: number; readonly most: number };

/** How wide a column is: the least only where the whole period then is in view, more where there is room. */
const COLUMN_WIDTHS: Readonly<Record<Zoom, Widths>> = {
  month: { least: 28, usual: 34, most: 68 },
  quarter: { least: 60, usual: 66, most: 132 },
  year: { least: 110, usual: 150, most: 420 },
};

/** The width of a column: so that the period fills the room, where it can. */
export const columnWidthFor = (zoom: Zoom, columns: number, room: number): number => {
  const { least, usual, most } = COLUMN_WIDTHS[zoom];
  // In quarters of a px: whole ones would leave up to a column's width empty.
  const fitting = Math.floor((room / Math.max(1, columns)) * 4) / 4;
  return fitting < least ? usual : Math.min(most, fitting);
};

export const metricsFor = (columnWidth: number): Metrics => ({
  columnWidth,
  rowHeight: 34,
  barHeight: 22,
  fontSize: FONT_SIZE,
  lineHeight: 18,
  groupWidth: GROUP_WIDTH - NAME_PADDING,
  laneWidth: LANE_WIDTH - NAME_PADDING,
  measure: (text) => textWidth(text) * FONT_SIZE,
});
