import type { Line } from './drawing.ts';

/** Where the chart stands on its page, and how wide its parts are. */
export type ChartFrame = {
  readonly x: number;
  readonly y: number;
  /** The columns of group and lane names, with the room around their texts. */
  readonly groupWidth: number;
  readonly laneWidth: number;
  readonly columnWidth: number;
  /** The rows of years and of columns. */
  readonly yearHeight: number;
  readonly monthHeight: number;
  /** Letters of the header, and of all the rest. */
  readonly headSize: number;
  readonly size: number;
  readonly leading: number;
  readonly padding: number;
};

export const headHeight = (frame: ChartFrame): number => frame.yearHeight + frame.monthHeight;

/** A straight line between two points. */
export const line = (
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  stroke: string,
  strokeWidth: number,
): Line => ({ kind: 'line', x1, y1, x2, y2, stroke, strokeWidth });
