export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** How the window stood when it was last closed. */
export type WindowPlace = { readonly bounds: Rectangle; readonly maximized: boolean };

export const DEFAULT_SIZE = { width: 1440, height: 900 } as const;
export const MIN_SIZE = { width: 1024, height: 700 } as const;

/** This much of the window's head must be within reach of the mouse (px). */
const REACHABLE = { width: 200, height: 32 } as const;

/** A remembered place, or undefined where a file holds anything else. */
export const toWindowPlace = (raw: unknown): WindowPlace | undefined => {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { bounds, maximized } = raw as { readonly bounds?: unknown; readonly maximized?: unknown };
  if (typeof bounds !== 'object' || bounds === null) return undefined;
  const { x, y, width, height } = bounds as Readonly<Record<keyof Rectangle, unknown>>;
  if (!isCoordinate(x) || !isCoordinate(y) || !isCoordinate(width) || !isCoordinate(height)) {
    return undefined;
  }
  return width > 0 && height > 0
    ? { bounds: { x, y, width, height }, maximized: maximized === true }
    : undefined;
};

const isCoordinate = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(Number(value)) < 100_000;

/**
 * Where to open the window: where it stood, if its head is still on some display, else in the
 * middle of the first. Never larger than that display's work area.
 */
export const placeWindow = (
  saved: WindowPlace | undefined,
  [primary, ...others]: readonly [Rectangle, ...Rectangle[]],
): Rectangle => {
  const area = saved && [primary, ...others].find((one) => isReachable(saved.bounds, one));
  if (saved === undefined || area === undefined)
    return centre(fitInto(saved?.bounds, primary), primary);
  const size = fitInto(saved.bounds, area);
  return {
    x: clamp(saved.bounds.x, area.x, area.x + area.width - size.width),
    y: clamp(saved.bounds.y, area.y, area.y + area.height - size.height),
    ...size,
  };
};

type Size = { readonly width: number; readonly height: number };

/** The smallest size allowed on a display: a small one can't hold our minimum. */
export const smallestOn = (area: Size): Size => ({
  width: Math.min(MIN_SIZE.width, area.width),
  height: Math.min(MIN_SIZE.height, area.height),
});

const fitInto = (wanted: Size = DEFAULT_SIZE, area: Rectangle): Size => {
  const smallest = smallestOn(area);
  return {
    width: clamp(wanted.width, smallest.width, area.width),
    height: clamp(wanted.height, smallest.height, area.height),
  };
};

const centre = ({ width, height }: Size, area: Rectangle): Rectangle => ({
  x: area.x + Math.round((area.width - width) / 2),
  y: area.y + Math.round((area.height - height) / 2),
  width,
  height,
});

const isReachable = (window: Rectangle, area: Rectangle): boolean =>
  overlap(window.x, window.x + window.width, area.x, area.x + area.width) >= REACHABLE.width &&
  window.y >= area.y - REACHABLE.height &&
  window.y <= area.y + area.height - REACHABLE.height;

const overlap = (from: number, to: number, start: number, end: number): number =>
  Math.min(to, end) - Math.max(from, start);

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, high));
