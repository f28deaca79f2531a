import { civilOfDate } from '../../../dates/calendar.ts';
import { isDay } from '../../../dates/types.ts';
import type { Bar, Milestone } from '../model.ts';
import type { LabelBox, Metrics } from './layout-types.ts';
import { type Measure, wrapText } from './wrap.ts';

/** A label whose place within its track is known, but not yet the track's. */
export type PlacedLabel = Omit<LabelBox, 'y'>;

export type Place = {
  readonly x: number;
  readonly right: number;
  /** How far left and right of it nothing else stands. */
  readonly freeFrom: number;
  readonly freeTo: number;
};

/** A bar this wide in letters takes two lines before its label goes to its left, or four before below it. */
const WIDE = 6;
const NARROW = 4;
/** A label below its bar is wrapped at so many letters. */
const BELOW = 14;

/** Where a bar's label stands: whole, in it, in it in lines, beside it, or below. */
export const placeLabel = (
  text: string,
  sign: string,
  { x, right, freeFrom, freeTo }: Place,
  metrics: Metrics,
  measure: Measure,
): PlacedLabel => {
  const { fontSize, lineHeight } = metrics;
  const gap = fontSize * 0.5;
  const whole = sign + text;
  const wide = measure(whole);
  const room = right - x - 2 * gap - 2;
  const box = (
    place: LabelBox['place'],
    lines: readonly string[],
    at: number,
    width: number,
  ): PlacedLabel => ({ lines, place, sign, x: at, width, height: lines.length * lineHeight });
  const inside = (lines: readonly string[]) => box('inside', lines, x + gap + 1, room);
  if (wide <= room) return inside([whole]);
  const wrapped = room >= NARROW * fontSize ? wrapText(whole, room, measure) : null;
  // Farther from what comes next than from its own bar.
  if (right + gap + wide + 2 * gap <= freeTo) return box('beside', [whole], right + gap, wide);
  if (wrapped && wrapped.length <= 2 && room >= WIDE * fontSize) return inside(wrapped);
  if (x - gap - wide - 2 * gap >= freeFrom) return box('beside', [whole], x - gap - wide, wide);
  // Where the bar is as wide as the lines below it would be, they stand in it, however many.
  if (wrapped && (wrapped.length <= 4 || room >= BELOW * fontSize)) return inside(wrapped);
  const lines = wrapText(whole, BELOW * fontSize, measure);
  return box('below', lines, x + 1, Math.max(...lines.map(measure)));
};

/** What stands before a bar's name so that its state is not told by colour alone. */
export const signOf = ({ state }: Bar, isOverdue: boolean, isAdded: boolean): string => {
  const added = isAdded ? '新 ' : '';
  if (isOverdue) return `${added}！遅れ `;
  if (state === 'done') return `${added}✓ `;
  return state === 'cancelled' ? `${added}中止 ` : added;
};

/** 第2回 12/22: a milestone's name with its day, unless the name says it. */
export const markText = ({ label, date }: Milestone): string => {
  if (!isDay(date)) return label;
  const { month, day } = civilOfDate(date);
  const short = `${month}/${day}`;
  return label.includes(short) ? label : `${label} ${short}`.trim();
};
