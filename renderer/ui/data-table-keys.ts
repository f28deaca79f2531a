/*
 * Where the keys lead in a table of rows: up and down between rows, right into a row's own buttons, and to
 * the row whose text begins with what is typed.
 */

/** The row of the table that something stands in. */
export const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;

const rowsBeside = (line: HTMLElement): readonly HTMLElement[] => [
  ...(line.parentElement?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
];

const buttonsOf = (line: HTMLElement): readonly HTMLElement[] => [
  ...line.querySelectorAll<HTMLElement>('button:not(:disabled), a[href]'),
];

const PAGE = 10;

/** What a key leads to from a row, or from a button in it; undefined for a key that leads nowhere. */
export const stepTo = (
  key: string,
  line: HTMLElement,
  target: HTMLElement,
): HTMLElement | undefined => {
  const rows = rowsBeside(line);
  const at = rows.indexOf(line);
  const within = (index: number): HTMLElement | undefined =>
    rows[Math.min(Math.max(index, 0), rows.length - 1)];
  const stops = [line, ...buttonsOf(line)];
  const stop = stops.indexOf(target);
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at - 1);
    case 'PageDown':
      return within(at + PAGE);
    case 'PageUp':
      return within(at - PAGE);
    case 'Home':
      return within(0);
    case 'End':
      return within(rows.length - 1);
    case 'ArrowRight':
      return stops[stop + 1];
    case 'ArrowLeft':
      return stops[stop - 1];
    default:
      return undefined;
  }
};

/** What is typed in one go; a pause begins anew. */
export type Typed = { text: string; at: number };
const PAUSE_MS = 1000;

/** The next row whose text begins with what is typed; `typed` keeps that. */
export const typedTo = (
  key: string,
  line: HTMLElement,
  texts: readonly string[] | undefined,
  typed: Typed,
): HTMLElement | undefined => {
  if (texts === undefined || [...key].length !== 1 || key === ' ') return undefined;
  const now = performance.now();
  typed.text = now - typed.at > PAUSE_MS ? key : typed.text + key;
  typed.at = now;
  const rows = rowsBeside(line);
  const from = rows.indexOf(line) + (typed.text === key ? 1 : 0);
  const order = rows.map((_, index) => (from + index) % rows.length);
  const found = order.find((index) => texts[index]?.startsWith(typed.text));
  return found === undefined ? undefined : rows[found];
};
