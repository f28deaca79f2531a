import { civilOfDate, fiscalYearOf } from './calendar.ts';
import { formatMonth } from './format.ts';
import { type Day, type FiscalYear, isDay, isMonth, type Month, makeMonth } from './types.ts';

declare const brand: unique symbol;

/** A third of a month (旬): `YYYY-MM-T1` 上旬 (1st–10th), `T2` 中旬 (11th–20th), `T3` 下旬 (21st to the end). */
export type Third = string & { readonly [brand]: 'Third' };
/** When a bar starts or ends: a whole month, or a third of one. As texts they sort in the order of time. */
export type SpanEdge = Month | Third;
/** The thirds of all months, counted: 3 × (12 × year + month − 1) + 0, 1 or 2. No time zone touches it. */
export type Slot = number & { readonly [brand]: 'Slot' };

export const THIRD_NAMES = ['上旬', '中旬', '下旬'] as const;
export const SLOTS_PER_MONTH = 3;
export const SLOTS_PER_YEAR = 12 * SLOTS_PER_MONTH;

export const isThird = (text: string): text is Third =>
  /^\d{4}-\d{2}-T[123]$/.test(text) && isMonth(text.slice(0, 7));

export const isSpanEdge = (text: string): text is SpanEdge => isMonth(text) || isThird(text);

/** A number as a slot. Throws a RangeError for fractions. */
export const slot = (number: number): Slot => {
  if (!Number.isInteger(number)) throw new RangeError(`not a slot: ${number}`);
  return number as Slot;
};

/** The first third of a month. */
export const slotOfMonth = (month: Month): Slot => {
  const civil = civilOfDate(month);
  return slot((civil.year * 12 + civil.month - 1) * SLOTS_PER_MONTH);
};

/** The third in which a day lies. */
export const slotOfDay = (day: Day): Slot => {
  const civil = civilOfDate(day);
  const third = Math.min(2, Math.floor((civil.day - 1) / 10));
  return slot((civil.year * 12 + civil.month - 1) * SLOTS_PER_MONTH + third);
};

/** The slot in which something that starts on this edge begins. */
export const startSlotOf = (edge: SpanEdge): Slot =>
  isMonth(edge) ? slotOfMonth(edge) : slot(slotOfMonth(monthOfEdge(edge)) + thirdIndex(edge));

/** The last slot of something that ends on this edge: a month's last third. */
export const endSlotOf = (edge: SpanEdge): Slot =>
  isMonth(edge) ? slot(slotOfMonth(edge) + SLOTS_PER_MONTH - 1) : startSlotOf(edge);

/** The month in which a slot lies. Throws a RangeError outside the calendar. */
export const monthOfSlot = (at: Slot): Month => {
  const months = Math.floor(at / SLOTS_PER_MONTH);
  const found = makeMonth(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
  if (found === null) throw new RangeError(`not in the calendar: slot ${at}`);
  return found;
};

/** The third that a slot is. */
export const thirdOfSlot = (at: Slot): Third =>
  `${monthOfSlot(at)}-T${(((at % SLOTS_PER_MONTH) + SLOTS_PER_MONTH) % SLOTS_PER_MONTH) + 1}` as Third;

export const monthOfEdge = (edge: SpanEdge): Month => {
  const text = edge.slice(0, 7);
  if (!isMonth(text)) throw new RangeError(`not in the calendar: ${edge}`);
  return text;
};

export const fiscalYearOfSlot = (at: Slot): FiscalYear => fiscalYearOf(monthOfSlot(at));

/** The first third of a fiscal year's April. */
export const firstSlotOf = (year: FiscalYear): Slot => slot((year * 12 + 3) * SLOTS_PER_MONTH);

const thirdIndex = (third: Third): number => Number(third.slice(-1)) - 1;

/** 令和5年2月, 令和5年2月中旬; short: 2月, 2月中旬. */
export const formatEdge = (edge: SpanEdge, style: 'long' | 'short' = 'long'): string => {
  const month = formatMonth(monthOfEdge(edge), style);
  return isMonth(edge) ? month : `${month}${THIRD_NAMES[thirdIndex(edge)] ?? ''}`;
};

/** Where a month or day stands among the slots, as a fraction: the 15th of a month a little before its middle. */
export const positionOf = (date: Day | Month): number => {
  if (!isDay(date)) return slotOfMonth(date) + SLOTS_PER_MONTH / 2;
  const { day } = civilOfDate(date);
  const within = day > 20 ? 2 + Math.min(day - 21, 10) / 11 : (day - 1) / 10;
  return slotOfMonth(monthOfEdge(date.slice(0, 7) as Month)) + within;
};
