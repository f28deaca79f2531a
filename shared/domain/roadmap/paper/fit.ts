import type { Day } from '../../../dates/types.ts';
import { layoutRoadmap } from '../layout/layout.ts';
import type { BoardLayout } from '../layout/layout-types.ts';
import type { Roadmap } from '../model.ts';
import { type Scale, scaleOf, type Zoom } from '../scale.ts';
import { type ChartFrame, headHeight } from './chart-frame.ts';
import { POINT } from './drawing.ts';
import { emWidth } from './text-width.ts';

/** The room that a page leaves for its chart, from the page's corner. */
export type Room = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Fitted = {
  readonly scale: Scale;
  readonly frame: ChartFrame;
  readonly layout: BoardLayout;
};

type Wanted = {
  readonly zoom: Zoom | 'fit';
  /** Letters no larger than this, in points. */
  readonly largest: number;
  readonly compared: Roadmap | null;
  readonly today: Day | null;
};

/** Below this no printer draws a letter; a roadmap that needs it is told to be too large. */
const SMALLEST = 0.1;
/** A month's column narrower than this makes way for a quarter's. */
const NARROWEST_MONTH = 28;
const HEAD = 7;
/** Letters grow beyond this only while a bar of two months holds a name of two letters. */
const MODEST = 7.5;
const IN_COLUMN = 0.65;
const TALLEST = 2;
const EMPTY_LINES = 6;
const CLOSE = 0.62;
/** Letters smaller than this (points) make the rows close up around them before they shrink further. */
const AIRY = 6.5;

/** The chart as large as the room takes: first the letters, then, with what is left, the rows. */
export const fitChart = (roadmap: Roadmap, room: Room, wanted: Wanted): Fitted => {
  const scale = scaleFor(roadmap, room, wanted.zoom);
  const at = (points: number, stretch = 1): Fitted => {
    const frame = frameAt(roadmap, scale, room, points * POINT);
    const layout = layoutRoadmap(roadmap, scale, metricsOf(frame, stretch), {
      ghosts: wanted.compared,
      today: wanted.today,
    });
    // An empty roadmap shows its time all the same.
    const height = Math.max(layout.height, frame.size * EMPTY_LINES);
    return { scale, frame, layout: { ...layout, height } };
  };
  const fits = ({ frame, layout }: Fitted): boolean =>
    headHeight(frame) + layout.height <= room.height &&
    frame.size <= Math.max(MODEST * POINT, frame.columnWidth * IN_COLUMN);
  const airy = largestThat((size) => fits(at(size)), SMALLEST, wanted.largest, 0.05);
  if (airy < Math.min(AIRY, wanted.largest)) {
    const most = Math.min(AIRY, wanted.largest);
    return at(
      largestThat((size) => fits(at(size, CLOSE)), SMALLEST, most, 0.03),
      CLOSE,
    );
  }
  const stretch = largestThat((factor) => fits(at(airy, factor)), 1, TALLEST, 0.02);
  return at(airy, stretch);
};

/** Between two sizes the largest that holds, nearly; the lower one when none does. */
const largestThat = (
  holds: (size: number) => boolean,
  low: number,
  high: number,
  fine: number,
): number => {
  if (holds(high)) return high;
  let [good, bad] = [low, high];
  while (bad - good > fine) {
    const middle = (good + bad) / 2;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
};

const scaleFor = (roadmap: Roadmap, room: Room, zoom: Zoom | 'fit'): Scale => {
  if (zoom !== 'fit') return scaleOf(roadmap, zoom);
  const months = scaleOf(roadmap, 'month');
  const body = room.width * 0.78;
  return body / months.columns.length >= NARROWEST_MONTH ? months : scaleOf(roadmap, 'quarter');
};

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, emWidth(text)), 0);

const between = (low: number, value: number, high: number): number =>
  Math.max(low, Math.min(value, high));

const frameAt = (roadmap: Roadmap, scale: Scale, room: Room, size: number): ChartFrame => {
  const padding = size * 0.55;
  // Names take two lines rather than a wide column, but no more than a third of the page.
  const share = room.width / 3 / size - 2.2;
  const group = between(4, Math.ceil(longest(roadmap.groups.map(({ name }) => name)) / 2 + 0.6), 8);
  const lane = between(5, longest(roadmap.lanes.map(({ name }) => name)) + 0.2, 13);
  const less = Math.min(1, share / (group + lane));
  const groupWidth = group * less * size + 2 * padding;
  const laneWidth = lane * less * size + 2 * padding;
  const columns = Math.max(1, scale.columns.length);
  const columnWidth = (room.width - groupWidth - laneWidth) / columns;
  // The header stays readable from afar also where the rows are small.
  const headSize = Math.max(size, Math.min(HEAD * POINT, columnWidth / 2.3));
  return {
    x: room.x,
    y: room.y,
    groupWidth,
    laneWidth,
    columnWidth,
    yearHeight: headSize * 2,
    monthHeight: headSize * 1.75,
    headSize,
    size,
    leading: size * 1.3,
    padding,
  };
};

const metricsOf = (frame: ChartFrame, stretch: number) => ({
  columnWidth: frame.columnWidth,
  rowHeight: frame.size * 2.5 * stretch,
  barHeight: frame.size * Math.max(1.3, 1.7 * (1 + (stretch - 1) * 0.6)),
  fontSize: frame.size,
  lineHeight: frame.leading,
  groupWidth: frame.groupWidth - 2 * frame.padding,
  laneWidth: frame.laneWidth - 2 * frame.padding,
  measure: (text: string) => emWidth(text) * frame.size,
});
