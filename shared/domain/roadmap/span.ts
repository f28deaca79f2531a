import { formatFiscalYear } from '../../dates/format.ts';
import { FIRST_EDGE_MONTH, LAST_EDGE_MONTH } from '../../dates/parse-edge.ts';
import {
  endSlotOf,
  fiscalYearOfSlot,
  formatEdge,
  monthOfEdge,
  monthOfSlot,
  SLOTS_PER_MONTH,
  type Slot,
  type SpanEdge,
  slot,
  slotOfMonth,
  startSlotOf,
  thirdOfSlot,
} from '../../dates/thirds.ts';
import { isMonth } from '../../dates/types.ts';
import type { Span } from './model.ts';

const FIRST_SLOT = slotOfMonth(FIRST_EDGE_MONTH);
const LAST_SLOT = endSlotOf(LAST_EDGE_MONTH);

export const firstSlotOfSpan = (span: Span): Slot => startSlotOf(span.start);
/** The last slot that a span takes up, itself included. */
export const lastSlotOfSpan = (span: Span): Slot => endSlotOf(span.end);

/** How many thirds of a month a span takes up. */
export const slotsIn = (span: Span): number => lastSlotOfSpan(span) - firstSlotOfSpan(span) + 1;

/** Whether both edges are whole months. */
export const isMonthly = (span: Span): boolean => isMonth(span.start) && isMonth(span.end);

export const isSameSpan = (a: Span | null, b: Span | null): boolean =>
  a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);

/** Two edges as a span, in the order of time. */
export const spanOf = (start: SpanEdge, end: SpanEdge): Span =>
  startSlotOf(start) <= endSlotOf(end) ? { start, end } : { start: end, end: start };

/** From one slot to another (both included), in whole months where the slots are some. */
export const spanOfSlots = (from: Slot, to: Slot, like?: Span): Span => {
  const [start, end] = from <= to ? [from, to] : [to, from];
  // A bar that is kept in months takes up the whole of each month that it touches.
  if (like && isMonthly(like)) return { start: monthOfSlot(start), end: monthOfSlot(end) };
  const isWhole = startsMonth(start) && startsMonth(slot(end + 1));
  if (isWhole && !like) return { start: monthOfSlot(start), end: monthOfSlot(end) };
  return { start: edgeAt(start, like?.start, startsMonth), end: edgeAt(end, like?.end, endsMonth) };
};

const modulo = (a: number, b: number): number => ((a % b) + b) % b;
const startsMonth = (at: Slot): boolean => modulo(at, SLOTS_PER_MONTH) === 0;
const endsMonth = (at: Slot): boolean => modulo(at, SLOTS_PER_MONTH) === SLOTS_PER_MONTH - 1;

/** An edge as a month where it was one and still can be, else as a third. */
const edgeAt = (at: Slot, like: SpanEdge | undefined, isWhole: (at: Slot) => boolean): SpanEdge =>
  like && isMonth(like) && isWhole(at) ? monthOfSlot(at) : thirdOfSlot(at);

/**
 * A span as many slots later (earlier when negative), as long as it was. Whole months stay whole
 * months: they go on by the next full month. It stops at the ends of the calendar (昭和 to 令和).
 */
export const shiftSpan = (span: Span, slots: number): Span => {
  const [first, last] = [firstSlotOfSpan(span), lastSlotOfSpan(span)];
  const away = isMonthly(span) ? wholeMonths(slots) : slots;
  const room = Math.min(Math.max(away, FIRST_SLOT - first), LAST_SLOT - last);
  return spanOfSlots(slot(first + room), slot(last + room), span);
};

const wholeMonths = (slots: number): number =>
  Math.sign(slots) * Math.ceil(Math.abs(slots) / SLOTS_PER_MONTH) * SLOTS_PER_MONTH;

/**
 * 令和5年2月～令和6年3月; 令和5年2月～3月 within one calendar year; 令和5年2月 where it is one month;
 * 令和5年度 and 令和6年度～令和8年度 for whole fiscal years.
 */
export const formatSpan = (span: Span): string => {
  if (span.start === span.end) return formatEdge(span.start);
  if (isFiscalYears(span)) return formatYears(span);
  const [start, end] = [formatEdge(span.start), formatEdge(span.end)];
  const year = start.slice(0, start.indexOf('年') + 1);
  const isSameYear = monthOfEdge(span.start).slice(0, 4) === monthOfEdge(span.end).slice(0, 4);
  return `${start}～${isSameYear && end.startsWith(year) ? end.slice(year.length) : end}`;
};

const isFiscalYears = ({ start, end }: Span): boolean =>
  start.endsWith('-04') && end.endsWith('-03');

const formatYears = (span: Span): string => {
  const [first, last] = [firstSlotOfSpan(span), lastSlotOfSpan(span)].map(fiscalYearOfSlot);
  if (first === undefined || last === undefined) return '';
  return first === last
    ? formatFiscalYear(first)
    : `${formatFiscalYear(first)}～${formatFiscalYear(last)}`;
};

/** 1か月うしろへ, 2か月前へ, 1旬うしろへ; '' for no move. */
export const shiftWords = (slots: number): string => {
  if (slots === 0) return '';
  return `${durationWords(Math.abs(slots))}${slots > 0 ? 'うしろへ' : '前へ'}`;
};

/** 2か月, 1か月と1旬, 2旬. */
export const durationWords = (slots: number): string => {
  const months = Math.floor(slots / SLOTS_PER_MONTH);
  const thirds = slots % SLOTS_PER_MONTH;
  const parts = [months > 0 ? `${months}か月` : '', thirds > 0 ? `${thirds}旬` : ''];
  return parts.filter((part) => part !== '').join('と');
};
