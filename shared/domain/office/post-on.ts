import { isPartialDate, type PartialDate } from '../../dates/types.ts';
import { compareOrder, compareTexts, isLive } from '../record/row-values.ts';
import type { PostRow } from './office.ts';

type Held = Pick<PostRow, 'id' | 'from' | 'to' | 'order' | 'deletedAt'>;

/** A day and a month are compared as far as both are known. */
export const compareKnown = (a: PartialDate, b: PartialDate): number => {
  const known = Math.min(a.length, b.length);
  return compareTexts(a.slice(0, known), b.slice(0, known));
};

/** Whether a day lies in a time whose ends may be unknown, or known by their months alone. */
export const covers = (from: PartialDate, to: PartialDate, day: PartialDate): boolean =>
  (from === '' || compareKnown(from, day) <= 0) && (to === '' || compareKnown(to, day) >= 0);

const dateIn = (value: string): PartialDate => (isPartialDate(value) ? value : '');

/** Posts in use, the latest first; of those that began together, the one that was written last. */
export const latestFirst = <P extends Held>(posts: readonly P[]): readonly P[] =>
  posts
    .filter(isLive)
    .toSorted((a, b) => compareTexts(dateIn(b.from), dateIn(a.from)) || compareOrder(b, a));

/**
 * The post that somebody had on a day, of all posts of theirs: the one that began last among those that had
 * begun and had not ended. A post without a beginning was always there, one without an end goes on; within
 * the month in which one post follows another, it is the new one. On a date that is not known it is today's
 * post, or the last.
 */
export const postOn = <P extends Held>(posts: readonly P[], day: PartialDate): P | undefined => {
  const all = latestFirst(posts);
  if (day === '') return all.find(({ to }) => dateIn(to) === '') ?? all[0];
  return all.find(({ from, to }) => covers(dateIn(from), dateIn(to), day));
};
