import type { ConfirmedChange } from '../meeting/confirmed-changes.ts';
import { collectionOfList } from '../meeting/record-facts.ts';
import type { HistoryEntry, RecordChange } from './entry.ts';

/** When somebody changed something, and who. */
export type ChangeMoment = { readonly time: number; readonly author: string };

export type ConfirmedRecord = {
  /** Ids of the confirmation, of the meeting and of its round ('' for none). */
  readonly confirmation: string;
  readonly meeting: string;
  readonly round: string;
};

/**
 * When each thing was changed after a record had been confirmed, the latest first; nothing of what is not told
 * (its edit is older than what was read, or was made before the confirmation came in).
 * @param entries in the order in which they came about
 */
export const momentsSince = (
  entries: readonly HistoryEntry[],
  record: ConfirmedRecord,
  changes: readonly ConfirmedChange[],
): ReadonlyMap<string, readonly ChangeMoment[]> => {
  const confirmed = entries.findLastIndex(({ records }) =>
    records.some((each) => each.record === record.confirmation && each.fate === 'made'),
  );
  const since = entries.slice(confirmed + 1).toReversed();
  return new Map(
    changes.map(({ id }) => [
      id,
      since
        .filter(({ records }) => records.some((change) => isOf(id, record, change)))
        .map(({ to, author }) => ({ time: to, author: author.name })),
    ]),
  );
};

/** Whether a change of a record is one of the thing with this id (`ConfirmedChange`). */
const isOf = (id: string, { meeting, round }: ConfirmedRecord, change: RecordChange): boolean => {
  const { collection, record, parent, fields, fate } = change;
  const [list = '', item] = id.split(' ');
  if (item !== undefined) {
    if (collection !== collectionOfList(list)) return false;
    if (item === 'order') return parent === meeting && fields.length === 0;
    return record === item && (fields.length > 0 || fate !== 'changed');
  }
  const says = (field: string): boolean => fields.some((each) => each.field === field);
  if (id === 'roundNumber') {
    return (record === meeting && says('round')) || (record === round && says('number'));
  }
  if (id === 'roundSummary') return record === round && says('summary');
  return record === meeting && says(id);
};
