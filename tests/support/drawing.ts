import type { Drawing, Shape, Text } from '#shared/domain/roadmap/paper/drawing.ts';
import { emWidth } from '#shared/domain/roadmap/paper/text-width.ts';

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export const textsOf = ({ shapes }: Drawing): readonly Text[] =>
  shapes.filter((shape) => shape.kind === 'text');

/** The room that a line of text takes: its letters, without the air of its line. */
export const boxOfText = ({ x, y, text, size, anchor = 'start' }: Text): Box => {
  const width = emWidth(text) * size;
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { left, top: y - size * 0.86, right: left + width, bottom: y + size * 0.1 };
};

export const boxOf = (shape: Shape): Box => {
  switch (shape.kind) {
    case 'text':
      return boxOfText(shape);
    case 'rect':
      return {
        left: shape.x,
        top: shape.y,
        right: shape.x + shape.width,
        bottom: shape.y + shape.height,
      };
    case 'line':
      return {
        left: Math.min(shape.x1, shape.x2),
        top: Math.min(shape.y1, shape.y2),
        right: Math.max(shape.x1, shape.x2),
        bottom: Math.max(shape.y1, shape.y2),
      };
    case 'polygon': {
      const [xs, ys] = [shape.points.map(([x]) => x), shape.points.map(([, y]) => y)];
      return {
        left: Math.min(...xs),
        top: Math.min(...ys),
        right: Math.max(...xs),
        bottom: Math.max(...ys),
      };
    }
  }
};

/** Whether two boxes share more than the breadth of a hair. */
export const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
