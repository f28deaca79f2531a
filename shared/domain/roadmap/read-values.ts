import { isInEdgeRange } from '../../dates/parse-edge.ts';
import { isSpanEdge, type SpanEdge } from '../../dates/thirds.ts';
import { isPartialDate, type PartialDate } from '../../dates/types.ts';
import type { Span } from './model.ts';
import { spanOf } from './span.ts';

/*
 * Typed values out of stored ones, for rows and for versions alike. Merged edits, older apps and
 * foreign files may leave anything in a field; nothing here throws.
 */

/** An edge; null for a text that is none, or that lies outside of 昭和 to 令和. */
export const readEdge = (text: string): SpanEdge | null =>
  isSpanEdge(text) && isInEdgeRange(text) ? text : null;

/**
 * The span of two edges, in the order of time. Where one of them cannot be read the other stands
 * alone, so that the bar is drawn; null where neither can.
 */
export const readSpan = (start: string, end: string): Span | null => {
  const [from, to] = [readEdge(start), readEdge(end)];
  const [first, last] = [from ?? to, to ?? from];
  return first === null || last === null ? null : spanOf(first, last);
};

/** A milestone's own date; '' for what is none, or lies outside of 昭和 to 令和. */
export const readDate = (text: string): PartialDate =>
  isPartialDate(text) && readEdge(text.slice(0, 7)) !== null ? text : '';

/** A progress from 0 to 100; null where nobody says, or what is said is no number. */
export const readPercent = (progress: number | null): number | null =>
  progress === null || !Number.isFinite(progress) ? null : Math.min(100, Math.max(0, progress));
