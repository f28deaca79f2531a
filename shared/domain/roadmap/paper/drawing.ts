import { emWidth } from './text-width.ts';

/**
 * A page as plain shapes, drawn in order. Lengths are in tenths of a millimetre from the top left corner:
 * whole numbers stay fine enough for paper, and no viewer takes a letter's size for too small to draw.
 * What draws it (SVG, canvas) decides nothing by itself, so that all outputs look alike.
 */
export type Rect = {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** Lengths of dash and gap. */
  readonly dash?: readonly [number, number];
};

export type Line = {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dash?: readonly [number, number];
};

export type Polygon = {
  readonly kind: 'polygon';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly fill: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
};

export type Anchor = 'start' | 'middle' | 'end';

/** One line of text; `y` is its baseline. */
export type Text = {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: Anchor;
};

export type Shape = Rect | Line | Polygon | Text;

export type Drawing = {
  /** What a screen reader says of it, and a file's title. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** The smallest letters on it, in points: staff are told when they get too small to read. */
  readonly smallest: number;
};

/** Tenths of a millimetre in one point (1/72 inch). */
export const POINT = 254 / 72;

/** The families that the app and other PCs have, in this order. */
export const DRAWING_FONTS = [
  'Noto Sans JP Variable',
  'Noto Sans JP',
  'BIZ UDPGothic',
  'Yu Gothic',
  'Meiryo',
  'Hiragino Sans',
  'sans-serif',
] as const;

/** Slanting lines that fill a rectangle; lines of their own print sharp where a pattern becomes a picture. */
export const hatch = (
  box: Pick<Rect, 'x' | 'y' | 'width' | 'height'>,
  gap: number,
  stroke: string,
  strokeWidth: number,
): readonly Line[] => {
  const lines: Line[] = [];
  const { x, y, width, height } = box;
  for (let at = gap / 2; at < width + height; at += gap) {
    // From the bottom or right edge up to the left or top one: at every point (dx + dy) is `at`.
    const fromX = Math.min(at, width);
    const toX = Math.max(0, at - height);
    lines.push({
      kind: 'line',
      x1: x + fromX,
      y1: y + at - fromX,
      x2: x + toX,
      y2: y + at - toX,
      stroke,
      strokeWidth,
    });
  }
  return lines;
};

export const diamond = (
  x: number,
  y: number,
  radius: number,
  fill: string,
  stroke?: string,
): Polygon => ({
  kind: 'polygon',
  points: [
    [x, y - radius],
    [x + radius, y],
    [x, y + radius],
    [x - radius, y],
  ],
  fill,
  ...(stroke === undefined ? {} : { stroke, strokeWidth: 2 }),
});

/** What lies under a text that stands on lines: a plate, not a rim, which PDF readers would read as a second text. */
export const plate = ({ x, y, text, size, anchor = 'start' }: Text, fill: string): Rect => {
  const width = emWidth(text) * size;
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  const around = size * 0.12;
  return {
    ...{ kind: 'rect', x: left - around, y: y - size * 0.92, width: width + 2 * around },
    ...{ height: size * 1.08, radius: around, fill },
  };
};
