import { BAR_KIND_NAMES, BAR_KINDS } from '../collections.ts';
import type { BoardLayout } from '../layout/layout-types.ts';
import { barShapes, baselineIn } from './chart-bars.ts';
import { line } from './chart-frame.ts';
import { diamond, type Shape } from './drawing.ts';
import { emWidth } from './text-width.ts';
import * as ink from './tokens.ts';

type Item = {
  readonly words: string;
  readonly width: number;
  /** Drawn from x in a line whose middle is y. */
  readonly draw: (x: number, y: number) => readonly Shape[];
};

type Facts = {
  readonly hasArrows: boolean;
  readonly layout: BoardLayout;
  readonly comparedName: string;
  readonly showsToday: boolean;
};

/** A version's name of more letters stands at the foot of the page instead of in the legend. */
const LONG_NAME = 24;

const comparedWords = (name: string): string =>
  name === '' || emWidth(name) > LONG_NAME ? 'くらべた版の位置' : `「${name}」での位置`;

/** The name of the compared version, where the legend has no room for it. */
export const comparedNote = (name: string): readonly string[] =>
  emWidth(name) > LONG_NAME ? [`くらべた版：「${name}」`] : [];

/** What the marks on this very page mean: nothing that is not on it. */
const itemsOf = (facts: Facts, size: number): readonly Item[] => {
  const { layout } = facts;
  const bars = layout.lanes.flatMap((lane) => lane.bars);
  const wide = size * 2.6;
  const rule = (words: string, shape: (x: number, y: number) => readonly Shape[]): Item => ({
    words,
    width: wide,
    draw: shape,
  });
  const flat = (x: number, y: number, stroke: string, strokeWidth: number) =>
    line([x, y, x + wide, y], stroke, strokeWidth);
  const items: Item[] = BAR_KINDS.filter((kind) => bars.some(({ bar }) => bar.kind === kind)).map(
    (kind) => ({
      words: BAR_KIND_NAMES[kind],
      width: wide,
      draw: (x, y) => barShapes(kind, { x, y: y - size * 0.55, width: wide, height: size * 1.1 }),
    }),
  );
  if (layout.lanes.some(({ marks }) => marks.length > 0)) {
    items.push({
      words: '節目',
      width: size * 1.1,
      draw: (x, y) => [diamond(x + size * 0.55, y, size * 0.55, ink.MARK)],
    });
  }
  if (bars.some(({ bar }) => (bar.progress ?? 0) > 0 && bar.state !== 'cancelled')) {
    items.push(
      rule('進み', (x, y) => [
        {
          kind: 'rect',
          x,
          y: y - size * 0.1,
          width: wide,
          height: size * 0.2,
          fill: ink.BAR_LOOKS.operation.border,
        },
      ]),
    );
  }
  if (bars.some(({ actual }) => actual !== null)) {
    items.push(
      rule('実績', (x, y) => [
        flat(x, y, ink.ACTUAL, size * 0.12),
        line([x, y - size * 0.3, x, y + size * 0.3], ink.ACTUAL, size * 0.12),
      ]),
    );
  }
  const ghosts = layout.lanes.flatMap((lane) => lane.ghosts);
  if (ghosts.length > 0) {
    items.push(
      rule(comparedWords(facts.comparedName), (x, y) => [
        {
          ...{ kind: 'rect', x, y: y - size * 0.15, width: wide, height: size * 0.3 },
          ...{ radius: size * 0.15, fill: ink.GHOST },
        },
      ]),
    );
  }
  if (facts.hasArrows) {
    items.push(
      rule('前の取組みが終わってから', (x, y) => [
        flat(x, y, ink.DEPENDENCY, size * 0.07),
        {
          kind: 'polygon',
          points: [
            [x + wide, y],
            [x + wide - size * 0.3, y - size * 0.18],
            [x + wide - size * 0.3, y + size * 0.18],
          ],
          fill: ink.DEPENDENCY,
        },
      ]),
    );
  }
  if (facts.showsToday) {
    items.push(rule('今日', (x, y) => [{ ...flat(x, y, ink.TODAY, 3.5), dash: [14, 9] }]));
  }
  return items;
};

/** The legend in as many lines as it needs: its shapes and its height. */
export const drawLegend = (
  facts: Facts,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  size: number,
): { readonly shapes: readonly Shape[]; readonly height: number } => {
  const leading = size * 1.7;
  const shapes: Shape[] = [];
  let [left, top] = [x, y];
  for (const { words, width: swatch, draw } of itemsOf(facts, size)) {
    const wide = swatch + size * 0.5 + emWidth(words) * size;
    if (left > x && left + wide > x + width) {
      left = x;
      top += leading;
    }
    const middle = top + leading / 2;
    shapes.push(...draw(left, middle), {
      ...{ kind: 'text', x: left + swatch + size * 0.5, y: top + baselineIn(leading, size) },
      ...{ text: words, size, fill: ink.INK },
    });
    left += wide + size * 1.6;
  }
  return { shapes, height: shapes.length === 0 ? 0 : top + leading - y };
};
