import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Draft } from '../../records/draft.ts';

/** A record in the bin, by what names it in its document. */
export type BinnedRecord = { readonly collection: Collection; readonly id: string };

/** Takes records out of the bin, back to where they were; of one in use nothing changes. */
export const restoreRecords = (
  draft: Draft,
  document: DocumentId,
  records: readonly BinnedRecord[],
): Result<null> => {
  for (const { collection, id } of records) draft.restore(document, collection, id);
  return ok(null);
};

/** Empties the bin of records: they stay deleted, and can be taken back by undo alone. */
export const emptyRecords = (
  draft: Draft,
  records: readonly (BinnedRecord & { readonly document: DocumentId })[],
): Result<null> => {
  for (const { document, collection, id } of records) {
    if (draft.row(document, collection, id) === undefined) draft.empty(document, collection, id);
  }
  return ok(null);
};
