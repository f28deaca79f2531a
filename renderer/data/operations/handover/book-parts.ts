import type { DocumentId } from '#shared/documents/document-id.ts';
import type {
  handoverParts,
  handoverSigns,
  officeHandoverParts,
  officeHandoverSigns,
} from '#shared/domain/handover/handover.ts';
import { SIGN_ID } from '#shared/domain/handover/handover.ts';
import { checkValues } from '#shared/domain/record/check-values.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Draft, Values } from '../../records/draft.ts';

export type PartsCollection = typeof handoverParts | typeof officeHandoverParts;
export type SignsCollection = typeof handoverSigns | typeof officeHandoverSigns;

type Drafted = { readonly id: string; readonly name: string; readonly draft: string };

/** Makes a section somebody's own, as it is drafted now; in place of what they wrote, if they did. */
export const writePart = (
  draft: Draft,
  document: DocumentId,
  collection: PartsCollection,
  { id, name, draft: text }: Drafted,
): Result<null> => {
  const values = { name, text, basis: text };
  if (draft.row(document, collection, id)) draft.set(document, collection, id, values);
  else draft.create(document, collection, values, id);
  return ok(null);
};

/** Notes who signs: the record is made with the first name. */
export const signBook = (
  draft: Draft,
  document: DocumentId,
  collection: SignsCollection,
  values: Values<SignsCollection>,
): Result<null> => {
  const checked = checkValues(collection, values);
  if (!checked.ok) return checked;
  if (draft.row(document, collection, SIGN_ID)) {
    draft.set(document, collection, SIGN_ID, checked.value);
  } else draft.create(document, collection, checked.value, SIGN_ID);
  return ok(null);
};
