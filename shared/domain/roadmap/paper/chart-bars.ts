import type { BarKind } from '../collections.ts';
import type { BarBox, GhostBox, LabelBox, MarkBox } from '../layout/layout-types.ts';
import { diamond, hatch, plate, type Shape, type Text } from './drawing.ts';
import { emWidth } from './text-width.ts';
import { ACTUAL, BAR_LOOKS, GHOST, INK, LATE, MARK, PAPER, QUIET_INK } from './tokens.ts';

/** Letters, and how far the chart's body lies from the page's corner. */
export type ChartType = {
  readonly size: number;
  readonly leading: number;
  readonly dx: number;
  readonly dy: number;
};

/** A bar stands this much inside its time, so that neighbours stay apart. */
const INSET = 2;

/** A bar's ground and border; also the legend's swatch. */
export const barShapes = (
  kind: BarKind,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  state: 'cancelled' | 'late' | null = null,
): readonly Shape[] => {
  const isCancelled = state === 'cancelled';
  const look = BAR_LOOKS[kind];
  const { x, y, height } = box;
  const width = Math.max(box.width, 4);
  const radius = Math.min(8, height / 4, width / 3);
  const strokeWidth = Math.min(3, height / 12) * (state === 'late' ? 1.7 : 1);
  const border = isCancelled ? GHOST : state === 'late' ? LATE : look.border;
  const shapes: Shape[] = [
    { kind: 'rect', x, y, width, height, radius, fill: isCancelled ? PAPER : look.fill },
  ];
  if (look.hatch !== null) {
    const inner = { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
    shapes.push(...hatch(inner, Math.max(12, height / 3), look.hatch, strokeWidth * 1.6));
  }
  shapes.push({
    kind: 'rect',
    ...{ x, y, width, height, radius, stroke: border, strokeWidth },
    ...(look.isDashed && { dash: [strokeWidth * 4, strokeWidth * 2.5] as const }),
  });
  if (look.isDouble && height > 12 && width > 16) {
    const gap = strokeWidth * 2;
    const inner = { x: x + gap, y: y + gap, width: width - 2 * gap, height: height - 2 * gap };
    shapes.push({
      ...{ kind: 'rect', ...inner, radius: Math.max(0, radius - gap) },
      ...{ stroke: border, strokeWidth: strokeWidth / 2 },
    });
  }
  return shapes;
};

/** A bar with its progress and its actual time, without its label. */
export const drawBar = (box: BarBox, { dx, dy, size }: ChartType): readonly Shape[] => {
  const { bar } = box;
  const isCancelled = bar.state === 'cancelled';
  const look = BAR_LOOKS[bar.kind];
  const place = {
    x: dx + box.x + INSET,
    y: dy + box.y,
    width: Math.max(4, box.width - 2 * INSET),
    height: box.height,
  };
  const state = isCancelled ? 'cancelled' : box.isOverdue ? 'late' : null;
  const shapes: Shape[] = [...barShapes(bar.kind, place, state)];
  const { x, y, width, height } = place;
  if (bar.progress !== null && bar.progress > 0 && !isCancelled) {
    const share = Math.min(1, bar.progress / 100);
    const strip = { x: x + 3, y: y + height - size * 0.2, height: size * 0.12 };
    shapes.push({
      ...{ kind: 'rect', ...strip, width: Math.max(1, (width - 6) * share) },
      fill: bar.kind === 'trial' ? PAPER : look.border,
    });
  }
  // What goes on behind the period's edge points there.
  const tip = size * 0.3;
  const middle = y + height / 2;
  const ends = [
    ...(box.isCutRight ? [[x + width, -1] as const] : []),
    ...(box.isCutLeft ? [[x, 1] as const] : []),
  ];
  for (const [edge, side] of ends) {
    const points = [
      [edge + side * tip, middle - tip],
      [edge, middle],
      [edge + side * tip, middle + tip],
    ] as const;
    shapes.push({ kind: 'polygon', points, fill: look.fill === PAPER ? look.border : look.text });
  }
  if (box.actual) shapes.push(...drawActual(box.actual, dx, y + height + size * 0.03, size));
  return shapes;
};

/** Plan and actual together: a line under the bar with a stop where it really began and, unless it goes on, ended. */
const drawActual = (
  { x, width, isOpen }: NonNullable<BarBox['actual']>,
  dx: number,
  y: number,
  size: number,
): readonly Shape[] => {
  const [from, to] = [dx + x + INSET, dx + x + width - INSET];
  const stop = (at: number): Shape => ({
    ...{ kind: 'line', x1: at, y1: y - size * 0.14, x2: at, y2: y + size * 0.14 },
    ...{ stroke: ACTUAL, strokeWidth: size * 0.09 },
  });
  const arrow: Shape = {
    kind: 'polygon',
    points: [
      [to, y],
      [to - size * 0.26, y - size * 0.15],
      [to - size * 0.26, y + size * 0.15],
    ],
    fill: ACTUAL,
  };
  return [
    { kind: 'line', x1: from, y1: y, x2: to, y2: y, stroke: ACTUAL, strokeWidth: size * 0.12 },
    stop(from),
    isOpen ? arrow : stop(to),
  ];
};

/** Where a bar of the compared version lay. */
export const drawGhost = (ghost: GhostBox, { dx, dy, size }: ChartType): readonly Shape[] => {
  const place = { x: dx + ghost.x + INSET, y: dy + ghost.y, width: ghost.width - 2 * INSET };
  if (ghost.change === 'moved') {
    return [
      { kind: 'rect', ...place, height: ghost.height, radius: ghost.height / 2, fill: GHOST },
    ];
  }
  const dash = [size * 0.12, size * 0.2] as const;
  return [
    {
      ...{ kind: 'rect', ...place, height: ghost.height, radius: 8, fill: '#f2f2f2' },
      ...{ stroke: GHOST, strokeWidth: size * 0.06, dash },
    },
  ];
};

export const drawMark = (mark: MarkBox, { dx, dy }: ChartType): Shape =>
  diamond(dx + mark.x, dy + mark.y, mark.size / 2, MARK, PAPER);

/** The colours of a label's letters, of the sign before them, and of the ground that they need. */
export type LabelInk = {
  readonly fill: string;
  readonly sign?: string;
  readonly ground: string | null;
};

/** The lines of a label; what stands outside of its bar gets a ground, since it lies on the grid. */
export const drawLabel = (
  label: LabelBox,
  { dx, dy, size, leading }: ChartType,
  { fill, sign, ground }: LabelInk,
): readonly Shape[] =>
  label.lines.flatMap((text, index) => {
    const y = dy + label.y + index * leading + baselineIn(leading, size);
    const line: Text = { kind: 'text', x: dx + label.x, y, text, size, fill };
    const mark = sign !== undefined && index === 0 && text.startsWith(label.sign) ? label.sign : '';
    const behind: Text = {
      ...line,
      x: line.x + emWidth(mark) * size,
      text: text.slice(mark.length),
    };
    return [
      ...(ground === null ? [] : [plate(line, ground)]),
      ...(mark === '' ? [] : [{ ...line, text: mark.trimEnd(), fill: sign ?? fill, bold: true }]),
      ...(behind.text === '' ? [] : [behind]),
    ];
  });

/** Where letters stand in a line of this height: Japanese ones reach from 0.88 em above to 0.12 em below. */
export const baselineIn = (leading: number, size: number): number =>
  leading / 2 + size * (0.88 - 0.5);

/** How a bar's label is written: ！遅れ stands out. */
export const labelInk = ({ bar, label, isOverdue }: BarBox): LabelInk => {
  const isCancelled = bar.state === 'cancelled';
  const late = isOverdue ? { sign: LATE } : {};
  if (label.place !== 'inside')
    return { fill: isCancelled ? QUIET_INK : INK, ground: PAPER, ...late };
  if (isCancelled) return { fill: QUIET_INK, ground: PAPER };
  const look = BAR_LOOKS[bar.kind];
  const sign = isOverdue ? { sign: bar.kind === 'trial' ? look.text : LATE } : {};
  return { fill: look.text, ground: look.hatch === null ? null : PAPER, ...sign };
};
