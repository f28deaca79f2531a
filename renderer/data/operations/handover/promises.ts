import type { DocumentId } from '#shared/documents/document-id.ts';
import { actions } from '#shared/domain/meeting/meeting.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Draft, Values } from '../../records/draft.ts';
import { setRecord } from '../record/records.ts';

/** A promise, wherever it was made. */
export type PromiseAt = { readonly document: DocumentId; readonly id: string };

/** Changes several promises of whatever cases alike: all of them, or none. */
export const setPromises = (
  draft: Draft,
  promises: readonly PromiseAt[],
  values: Values<typeof actions>,
): Result<null> => {
  for (const { document, id } of promises) {
    const set = setRecord(draft, document, actions, id, values);
    if (!set.ok) return set;
  }
  return ok(null);
};
