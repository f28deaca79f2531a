import { addDays, fiscalYearOf } from '../../../dates/calendar.ts';
import { parsePartialDate } from '../../../dates/parse.ts';
import { parseEdge } from '../../../dates/parse-edge.ts';
import {
  endSlotOf,
  formatEdge,
  monthOfEdge,
  type SpanEdge,
  startSlotOf,
} from '../../../dates/thirds.ts';
import { type FiscalYear, isDay, isFiscalYear } from '../../../dates/types.ts';
import { ok, type Result } from '../../../result.ts';
import { refuse } from '../../../text/refuse.ts';
import type { Span } from '../model.ts';

/** When something lasts, as cells say it: in two, or as 令和5年4月～6月 in one. */
export type TypedSpan = {
  readonly start?: string;
  readonly end?: string;
  readonly period?: string;
};

const TODO = '開始と終了の月を入力してください。';
/** Between two months. A dash may stand within one (2023-04), so only one between blanks parts two. */
const BETWEEN = /[～〜~∼]|から|\s[-－–—]\s/;

/**
 * Reads a span: two cells, or one with ～. An end without a year follows the start (11月～2月); an
 * empty end is the start's own month, or its 年度. Days that bound whole months (4/1 to 6/30) are
 * read as those. An end before the start is refused.
 */
export const readTypedSpan = (typed: TypedSpan, fiscalYear: FiscalYear | null): Result<Span> => {
  const [start, end] = partsOf(typed);
  if (start === '') return refuse('開始の月が入っていません。', TODO);
  const from = parseEdge(start, fiscalYear, 'start');
  if (!from.ok) return from;
  if (end === '') return refuse('終了の月が入っていません。', TODO);
  const to = readEnd(end ?? start, from.value);
  if (!to.ok) return to;
  if (startSlotOf(from.value) <= endSlotOf(to.value)) {
    return ok(widened({ start: from.value, end: to.value }, start, end ?? start));
  }
  const [first, last] = [formatEdge(from.value), formatEdge(to.value)];
  return refuse(`終了（${last}）が開始（${first}）より前です。`, TODO);
};

const partsOf = (typed: TypedSpan): readonly [start: string, end: string | undefined] => {
  const start = typed.start?.trim() || (typed.period?.trim() ?? '');
  const end = typed.end?.trim() ?? '';
  if (end !== '') return [start, end.replace(/^[～〜~]|まで$/g, '')];
  const [first = '', last] = start.split(BETWEEN, 2).map((part) => part.trim());
  return [first, last?.replace(/まで$/, '')];
};

/** An end that names no year lies in the start's fiscal year, or in the next one if it must. */
const readEnd = (text: string, start: SpanEdge): Result<SpanEdge> => {
  const own = fiscalYearOf(monthOfEdge(start));
  const end = parseEdge(text, own, 'end');
  const isEarly = end.ok && endSlotOf(end.value) < startSlotOf(start);
  const hasYear = parseEdge(text, null, 'end').ok;
  const next = own + 1;
  if (!isEarly || hasYear || !isFiscalYear(next)) return end;
  return parseEdge(text, next, 'end');
};

/** A first and a last day of months as the whole months that they bound. */
const widened = (span: Span, start: string, end: string): Span => {
  const context = { fiscalYear: fiscalYearOf(monthOfEdge(span.start)) };
  const [first, last] = [start, end].map((text) => parsePartialDate(text, context));
  if (!first?.ok || !last?.ok) return span;
  const [from, to] = [first.value.date, last.value.date];
  const isWhole =
    isDay(from) && isDay(to) && from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  return isWhole ? { start: monthOfEdge(span.start), end: monthOfEdge(span.end) } : span;
};
