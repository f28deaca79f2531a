import type { BarBox, BoardLayout } from '../layout/layout-types.ts';
import type { Roadmap } from '../model.ts';
import type { ChartType } from './chart-bars.ts';
import { line } from './chart-frame.ts';
import type { Shape } from './drawing.ts';
import * as ink from './tokens.ts';

/** Whether any arrow is drawn: neighbours that touch need none. */
export const hasArrows = (roadmap: Roadmap, layout: BoardLayout, size: number): boolean => {
  const bars = layout.lanes.flatMap((lane) => lane.bars);
  return drawDependencies(roadmap, bars, { dx: 0, dy: 0, size, leading: size }).length > 0;
};

/** An angled line from the end of a bar to the beginning of the one that waits for it. */
export const drawDependencies = (
  { dependencies }: Roadmap,
  bars: readonly BarBox[],
  { dx, dy, size }: ChartType,
): readonly Shape[] => {
  const byId = new Map(bars.map((box) => [box.bar.id, box]));
  const width = Math.min(2.2, size * 0.07);
  return dependencies.flatMap(({ before, after }): readonly Shape[] => {
    const [from, to] = [byId.get(before), byId.get(after)];
    if (!from || !to || from === to) return [];
    const [x1, y1] = [dx + from.x + from.width - 2, dy + from.y + from.height / 2];
    const [x2, y2] = [dx + to.x + 2, dy + to.y + to.height / 2];
    const head = size * 0.28;
    const isAbove = y2 > y1;
    const isLevel = Math.abs(y1 - y2) < size / 2;
    // Down or up into the bar near its beginning; neighbours of one row that touch need no arrow.
    if (isLevel && x2 - x1 < size) return [];
    const arrow = (points: readonly (readonly [number, number])[]): Shape => ({
      ...{ kind: 'polygon', points, fill: ink.DEPENDENCY },
    });
    if (isLevel) {
      return [
        line([x1, y1, x2 - head, y2], ink.DEPENDENCY, width),
        arrow([
          [x2, y2],
          [x2 - head, y2 - head / 2],
          [x2 - head, y2 + head / 2],
        ]),
      ];
    }
    const within = Math.max(x2 + 2, x2 + Math.min(size * 0.8, to.width - size * 0.3));
    const turn = Math.min(Math.max(x1 + size * 0.35, x2 + size * 0.4), Math.max(within, x1 + 2));
    const edge = isAbove ? dy + to.y : dy + to.y + to.height;
    const back = isAbove ? -head : head;
    return [
      line([x1, y1, turn, y1], ink.DEPENDENCY, width),
      line([turn, y1, turn, edge + back], ink.DEPENDENCY, width),
      arrow([
        [turn, edge],
        [turn - head / 2, edge + back],
        [turn + head / 2, edge + back],
      ]),
    ];
  });
};
