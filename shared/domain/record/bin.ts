import { addDays, daysBetween } from '../../dates/calendar.ts';
import { type Day, makeDay } from '../../dates/types.ts';
import type { Collection } from './collection.ts';
import type { CollectionName } from './ids.ts';
import { groupBy } from './row-values.ts';

/** Days that a deleted record can be taken back from the bin. */
export const BIN_DAYS = 180;

/** Stands before the time in `deletedAt` of what was taken out of the bin for good. */
const EMPTIED = 'emptied ';

/** What `deletedAt` says of a record that the bin was emptied of: deleted, and in no bin. */
export const emptiedAt = (isoTime: string): string => EMPTIED + isoTime;

/** Between which values of `deletedAt` (ISO times) the records lie that are still in the bin. */
export const binRange = (today: Day): { readonly from: string; readonly below: string } => ({
  // Midnight in Japan, as UTC has it.
  from: `${addDays(today, -BIN_DAYS - 1)}T15:00`,
  // All years that a clock may show come before it, and what was emptied behind it.
  below: ':',
});

/** A deleted record of any collection. */
export type BinnedRow = {
  readonly collection: Collection;
  readonly row: {
    readonly id: string;
    readonly document: string;
    readonly deletedAt: string;
  };
};

/** What one command deleted in a document: a record, and what went with it. */
export type Deletion = {
  /** Unique over all documents. */
  readonly id: string;
  readonly document: string;
  readonly deletedAt: string;
  /** The record that was meant: of a meeting and its round, the meeting. */
  readonly head: BinnedRow;
  readonly others: readonly BinnedRow[];
};

/** What was meant stands before what went with it; all else follows as it comes. */
const MEANT: readonly CollectionName[] = [
  'cases',
  'meetings',
  'laneGroups',
  'lanes',
  'bars',
  'milestones',
];

const rankOf = ({ collection }: BinnedRow): number => {
  const rank = MEANT.indexOf(collection.name);
  return rank < 0 ? MEANT.length : rank;
};

/** Deleted records by the command that deleted them, the latest first. */
export const deletionsOf = (rows: readonly BinnedRow[]): readonly Deletion[] =>
  [...groupBy(rows, ({ row }) => `${row.document} ${row.deletedAt}`)]
    .flatMap(([id, group]) => {
      const [head, ...others] = group.toSorted((a, b) => rankOf(a) - rankOf(b));
      if (head === undefined) return [];
      const { document, deletedAt } = head.row;
      return [{ id, document, deletedAt, head, others }];
    })
    .toSorted((a, b) => (a.deletedAt < b.deletedAt ? 1 : a.deletedAt > b.deletedAt ? -1 : 0));

/** Milliseconds ahead of UTC. */
const JAPAN = 9 * 60 * 60_000;

/** The day in Japan on which something was deleted; null for what is no time, or one beyond the calendar. */
export const dayOfDeletion = (deletedAt: string): Day | null => {
  const at = new Date(Date.parse(deletedAt) + JAPAN);
  return makeDay(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
};

/** Days that are left until it leaves the bin; 0 on the last. */
export const daysLeft = (deletedAt: string, today: Day): number => {
  const day = dayOfDeletion(deletedAt);
  return day === null ? 0 : Math.min(BIN_DAYS, Math.max(0, BIN_DAYS - daysBetween(day, today)));
};
