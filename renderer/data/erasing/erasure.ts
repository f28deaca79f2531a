import type { DocumentId } from '#shared/documents/document-id.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import type { ErasePlan } from '#shared/ipc/erasing.ts';
import { patternOf } from '#shared/text/sought-words.ts';
import type { StoredField } from './fields.ts';

/** A record that goes for good, with all that was ever in it. */
export type ErasedRecord = {
  readonly document: DocumentId;
  readonly collection: CollectionName;
  readonly id: string;
};

/** What somebody wants erased for good. */
export type Erasure = {
  /** Taken out wherever they stand, and ever stood. */
  readonly words: readonly string[];
  readonly records: readonly ErasedRecord[];
  /** Cases that go as a whole. */
  readonly cases: readonly DocumentId[];
};

/** What a plan of an earlier run says; a record of a collection that this version does not know is none. */
export const erasureOfPlan = ({ words, records, cases }: ErasePlan): Erasure => ({
  ...{ words, cases },
  records: records.flatMap(({ document, collection: name, id }) => {
    const collection = COLLECTIONS.find((each) => each.name === name);
    return collection === undefined ? [] : [{ document, collection: collection.name, id }];
  }),
});

/** An erasure as one document is asked about it. */
export type Sought = {
  readonly document: DocumentId;
  readonly pattern: RegExp | undefined;
  /** Whether a field goes with its whole record. */
  readonly isRecord: (field: StoredField) => boolean;
};

export const soughtIn = (document: DocumentId, { words, records, cases }: Erasure): Sought => {
  const isWhole = cases.includes(document);
  const gone = new Set(
    records
      .filter((each) => each.document === document)
      .map(({ collection, id }) => `${collection} ${id}`),
  );
  return {
    document,
    pattern: patternOf(words),
    isRecord: ({ collection, record }) => isWhole || gone.has(`${collection.name} ${record}`),
  };
};
