import { positionOf } from '../../../dates/thirds.ts';
import type { Day } from '../../../dates/types.ts';
import type { BoardLayout } from '../layout/layout-types.ts';
import { wrapText } from '../layout/wrap.ts';
import type { Roadmap } from '../model.ts';
import { type Scale, UNITS_PER_COLUMN, unitAt } from '../scale.ts';
import { drawDependencies } from './chart-arrows.ts';
import {
  baselineIn,
  type ChartType,
  drawBar,
  drawGhost,
  drawLabel,
  drawMark,
  labelInk,
} from './chart-bars.ts';
import { type ChartFrame, headHeight, line } from './chart-frame.ts';
import { drawHeader } from './chart-header.ts';
import type { Shape, Text } from './drawing.ts';
import { emWidth } from './text-width.ts';
import * as ink from './tokens.ts';

/** The header, the names, the grid and everything on it. */
export const drawChart = (
  roadmap: Roadmap,
  scale: Scale,
  layout: BoardLayout,
  frame: ChartFrame,
  today: Day | null,
): readonly Shape[] => {
  const type: ChartType = {
    size: frame.size,
    leading: frame.leading,
    dx: frame.x + frame.groupWidth + frame.laneWidth,
    dy: frame.y + headHeight(frame),
  };
  const bars = layout.lanes.flatMap((lane) => lane.bars);
  const ghosts = layout.lanes.flatMap((lane) => lane.ghosts);
  const marks = layout.lanes.flatMap((lane) => lane.marks);
  return [
    ...drawGround(layout, frame, type),
    ...drawGrid(scale, layout, frame, type),
    ...drawDependencies(roadmap, bars, type),
    ...ghosts.flatMap((ghost) => drawGhost(ghost, type)),
    ...bars.flatMap((box) => drawBar(box, type)),
    ...drawToday(scale, layout, frame, type, today),
    ...marks.map((mark) => drawMark(mark, type)),
    ...ghosts.flatMap(({ label }) =>
      label === null ? [] : drawLabel(label, type, { fill: ink.QUIET_INK, ground: ink.PAPER }),
    ),
    ...bars.flatMap((box) => drawLabel(box.label, type, labelInk(box))),
    ...marks.flatMap(({ label }) => drawLabel(label, type, { fill: ink.INK, ground: ink.PAPER })),
    ...drawHeader(scale, frame, type),
    ...drawNames(layout, frame, type),
    ...drawBorders(layout, frame),
  ];
};

const drawGround = (
  layout: BoardLayout,
  frame: ChartFrame,
  { dx, dy }: ChartType,
): readonly Shape[] => [
  {
    ...{ kind: 'rect', x: frame.x, y: frame.y, width: dx - frame.x + layout.width },
    ...{ height: headHeight(frame), fill: ink.HEAD_GROUND },
  },
  {
    ...{ kind: 'rect', x: frame.x, y: dy, width: dx - frame.x, height: layout.height },
    fill: ink.NAME_GROUND,
  },
];

const drawGrid = (
  scale: Scale,
  layout: BoardLayout,
  frame: ChartFrame,
  { dx, dy }: ChartType,
): readonly Shape[] => {
  const bottom = dy + layout.height;
  const right = dx + layout.width;
  const yearStarts = new Set(scale.years.map(({ firstColumn }) => firstColumn));
  return [
    ...scale.columns.flatMap((_, index) => {
      const x = dx + index * frame.columnWidth;
      if (index === 0 || yearStarts.has(index)) return [];
      return line([x, frame.y + frame.yearHeight, x, bottom], ink.LINE_QUIET, 1.5);
    }),
    ...layout.lanes.map(({ y }) =>
      line([frame.x + frame.groupWidth, dy + y, right, dy + y], ink.LINE_QUIET, 1.8),
    ),
    ...[...yearStarts]
      .filter((index) => index > 0)
      .map((index) => {
        const x = dx + index * frame.columnWidth;
        return line([x, frame.y, x, bottom], ink.LINE_YEAR, 2.5);
      }),
    ...layout.groups.map(({ y }) => line([frame.x, dy + y, right, dy + y], ink.LINE_YEAR, 2.5)),
  ];
};

const drawBorders = (layout: BoardLayout, frame: ChartFrame): readonly Shape[] => {
  const { x, y } = frame;
  const height = headHeight(frame) + layout.height;
  const width = frame.groupWidth + frame.laneWidth + layout.width;
  const body = x + frame.groupWidth + frame.laneWidth;
  const head = y + headHeight(frame);
  return [
    line([x + frame.groupWidth, y, x + frame.groupWidth, y + height], ink.LINE, 1.8),
    line([body, y, body, y + height], ink.INK, 3),
    line([x, head, x + width, head], ink.INK, 4),
    { kind: 'rect', x, y, width, height, stroke: ink.INK, strokeWidth: 4 },
  ];
};

/** The same number of lines, of nearly equal length: no last line of one letter. */
const even = (lines: readonly string[], text: string): readonly string[] => {
  if (lines.length < 2) return lines;
  const longest = Math.max(...lines.map(emWidth));
  let found = lines;
  for (let width = longest - 0.5; width >= longest / 2; width -= 0.5) {
    const tried = wrapText(text, width, emWidth);
    if (tried.length > lines.length) break;
    found = tried;
  }
  return found;
};

const drawNames = (layout: BoardLayout, frame: ChartFrame, { dy }: ChartType): readonly Text[] => {
  const { size, leading, padding } = frame;
  const lines = (
    texts: readonly string[],
    x: number,
    middle: number,
    bold: boolean,
  ): readonly Text[] =>
    texts.map((text, index) => ({
      ...{ kind: 'text', x, text, size, fill: ink.INK, bold },
      y: middle - (texts.length * leading) / 2 + index * leading + baselineIn(leading, size),
    }));
  return [
    ...layout.groups.flatMap(({ group, nameLines, y, height }) =>
      lines(even(nameLines, group.name), frame.x + padding, dy + y + height / 2, true),
    ),
    ...layout.lanes.flatMap(({ lane, nameLines, y, height }) =>
      lines(
        even(nameLines, lane.name),
        frame.x + frame.groupWidth + padding,
        dy + y + height / 2,
        false,
      ),
    ),
  ];
};

const drawToday = (
  scale: Scale,
  layout: BoardLayout,
  frame: ChartFrame,
  { dx, dy }: ChartType,
  today: Day | null,
): readonly Shape[] => {
  if (today === null) return [];
  const position = positionOf(today);
  if (position < scale.start || position >= scale.end) return [];
  const x = dx + (unitAt(scale, position) / UNITS_PER_COLUMN) * frame.columnWidth;
  const places = [x, dy, x, dy + layout.height] as const;
  return [{ ...line(places, ink.TODAY, 3.5), dash: [14, 9] }];
};
