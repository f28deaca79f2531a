import type { BarBox, LabelBox } from '#shared/domain/roadmap/layout/layout.ts';
import { textWidth } from '#shared/domain/roadmap/layout/letter-widths.ts';
import { svg } from './svg.ts';

/** From a line's middle down to where its letters stand, in the font's size. */
const BASELINE = 0.365;
const FONT_SIZE = 13;

/** Outside of its bar a label stands on the grid and on arrows: they end before it. */
const drawGround = ({ x, y, width, height }: LabelBox, parent: Element): void => {
  const box = { x: x - 3, y: y + 1, width: width + 6, height: height - 2, rx: 3 };
  svg('rect', { ...box, class: 'label-ground' }, parent);
};

/** A label's lines as texts, each in the middle of its line; its sign stands out. */
export const drawLabel = (label: LabelBox, parent: Element): void => {
  const { lines, sign, x } = label;
  const lineHeight = label.height / Math.max(1, lines.length);
  if (label.place !== 'inside') drawGround(label, parent);
  for (const [index, line] of lines.entries()) {
    const y = label.y + (index + 0.5) * lineHeight + FONT_SIZE * BASELINE;
    const attributes = { x, y, class: `bar-label is-${label.place}` };
    const hasSign = index === 0 && sign !== '' && line.startsWith(sign.trimEnd());
    if (!hasSign) {
      svg('text', attributes, parent, line);
      continue;
    }
    const text = svg('text', attributes, parent);
    svg('tspan', { class: 'bar-sign' }, text, line.slice(0, sign.length));
    svg('tspan', {}, text, line.slice(sign.length));
  }
};

/**
 * How far a bar's label goes on where the chart is seen from `left` px on and the bar begins before that: as
 * far as the bar has room for it. Only a label of one line within its bar goes.
 */
export const labelShift = ({ x, label }: Pick<BarBox, 'x' | 'label'>, left: number): number => {
  const [line, ...others] = label.lines;
  if (x >= left || label.place !== 'inside' || line === undefined || others.length > 0) return 0;
  const room = label.width - textWidth(line) * FONT_SIZE;
  return Math.max(0, Math.min(left - x, Math.floor(room)));
};
