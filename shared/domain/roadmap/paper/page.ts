import { positionOf } from '../../../dates/thirds.ts';
import type { Day } from '../../../dates/types.ts';
import type { Roadmap } from '../model.ts';
import { drawChart } from './chart.ts';
import { hasArrows } from './chart-arrows.ts';
import { baselineIn } from './chart-bars.ts';
import { headHeight } from './chart-frame.ts';
import { type Drawing, POINT, plate, type Shape, type Text } from './drawing.ts';
import { type Fitted, fitChart } from './fit.ts';
import { drawHead } from './head.ts';
import { headingOf } from './heading.ts';
import { comparedNote, drawLegend } from './legend.ts';
import { notesOf } from './notes.ts';
import { type PageOptions, SHEETS } from './options.ts';
import { paragraphOf } from './paragraph.ts';
import * as ink from './tokens.ts';

/** Notes take no more of the page than this. */
const FOOT_SHARE = 0.2;

/** A roadmap on one page: whatever it holds, nothing is cut and nothing left out. */
export const drawRoadmap = (roadmap: Roadmap, options: PageOptions): Drawing => {
  const sheet = SHEETS[options.size];
  const { width, height, margin } = sheet;
  const inner = width - 2 * margin;
  const head = drawHead(roadmap, options, sheet);
  const notes = [...comparedNote(options.comparedName), ...notesOf(roadmap, options)];
  const foot = paragraphOf(
    notes,
    { width: inner, height: height * FOOT_SHARE },
    sheet.text * 0.85 * POINT,
  );
  const top = head.bottom + sheet.text * POINT * 0.6;
  const legendSize = sheet.text * POINT;
  const footHeight = foot.lines.length * foot.leading;
  const room = { x: margin, y: top, width: inner, height: 0 };
  const showsToday = isShown(roadmap, options.today);
  const facts = ({ frame, layout }: Fitted) => ({
    layout,
    comparedName: options.comparedName,
    hasArrows: hasArrows(roadmap, layout, frame.size),
    showsToday,
  });
  // The legend's lines depend on the chart, so its height is reserved first and taken as it comes out.
  const wanted = { ...options, largest: sheet.largest };
  const fitIn = (legendHeight: number) =>
    fitChart(
      roadmap,
      { ...room, height: height - margin - footHeight - legendHeight - legendSize * 0.8 - top },
      wanted,
    );
  const first = fitIn(legendSize * 1.7);
  const legendHeight = drawLegend(facts(first), { x: 0, y: 0, width: inner }, legendSize).height;
  const fitted = legendHeight <= legendSize * 1.75 ? first : fitIn(legendHeight);
  const bottom = top + headHeight(fitted.frame) + fitted.layout.height;
  const legend = drawLegend(
    facts(fitted),
    { x: margin, y: bottom + legendSize * 0.6, width: inner },
    legendSize,
  );
  const shapes: readonly Shape[] = [
    { kind: 'rect', x: 0, y: 0, width, height, fill: ink.PAPER },
    ...head.shapes,
    ...drawChart(roadmap, fitted.scale, fitted.layout, fitted.frame, options.today),
    ...(roadmap.groups.length > 0 ? [] : emptyWords(fitted)),
    ...legend.shapes,
    ...foot.lines.map(
      (text, index): Text => ({
        ...{ kind: 'text', x: margin, text, size: foot.size, fill: ink.QUIET_INK },
        y:
          height - margin - footHeight + index * foot.leading + baselineIn(foot.leading, foot.size),
      }),
    ),
  ];
  return {
    title: headingOf(roadmap, options.municipality),
    width,
    height,
    shapes,
    smallest: smallestOf(shapes),
  };
};

/** What stands in the chart while the roadmap has no lanes. */
const emptyWords = ({ frame, layout }: Fitted): readonly Shape[] => {
  const left = frame.x + frame.groupWidth + frame.laneWidth;
  const middle = frame.y + headHeight(frame) + layout.height / 2;
  const words: Text = {
    ...{ kind: 'text', x: left + layout.width / 2, y: middle + baselineIn(0, frame.size) },
    ...{
      text: 'まだ何も描かれていません',
      size: frame.size,
      fill: ink.QUIET_INK,
      anchor: 'middle',
    },
  };
  return [plate(words, ink.PAPER), words];
};

const smallestOf = (shapes: readonly Shape[]): number =>
  shapes.reduce(
    (least, shape) => (shape.kind === 'text' ? Math.min(least, shape.size) : least),
    1000,
  ) / POINT;

const isShown = ({ firstMonth, lastMonth }: Roadmap, today: Day | null): boolean =>
  today !== null &&
  positionOf(today) >= positionOf(`${firstMonth}-01` as Day) &&
  today.slice(0, 7) <= lastMonth;
