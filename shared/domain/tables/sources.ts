import { clip } from '../../text/limits.ts';
import { isTrail } from '../record/trail.ts';
import type { Entry } from './entries.ts';

/** A source that is longer than this is cut on paper; the record keeps it whole. */
const LONGEST = 300;

/** Where lines were taken from, each source once, in their order; how they came in is no source. */
export const sourcesOf = (
  entries: readonly Entry[],
  more: readonly string[] = [],
): readonly string[] => {
  const all = entries.flatMap((entry) => [
    ...(entry.round ? [entry.round.source] : []),
    ...entry.meetings.map(({ source }) => source),
  ]);
  return [...new Set([...all, ...more].map((source) => source.replace(/\s+/g, ' ').trim()))]
    .filter((source) => source !== '' && !isTrail(source))
    .map((source) => clip(source, LONGEST));
};
