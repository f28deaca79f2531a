import type { DocumentId } from '#shared/documents/document-id.ts';
import { type FollowUp, followUpId, followUps } from '#shared/domain/case/follow-up.ts';
import { checkValues } from '#shared/domain/record/check-values.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Draft, Values } from '../../records/draft.ts';

/** Notes something of a check: its record is made when the first word of it is said. */
export const noteFollowUp = (
  draft: Draft,
  document: DocumentId,
  after: FollowUp,
  values: Values<typeof followUps>,
): Result<null> => {
  const checked = checkValues(followUps, values);
  if (!checked.ok) return checked;
  const id = followUpId(after);
  if (draft.row(document, followUps, id)) draft.set(document, followUps, id, checked.value);
  else draft.create(document, followUps, { after, ...checked.value }, id);
  return ok(null);
};
