import type { DocumentId } from '#shared/documents/document-id.ts';
import { FINDING_KIND_NAMES, type FindingKind, findings } from '#shared/domain/meeting.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Draft } from '../records/draft.ts';
import { checkSentence } from './sentence.ts';
import { type Beside, missing, orderBeside } from './siblings.ts';

export type FindingValues = {
  readonly kind: FindingKind;
  readonly text: string;
  /** The meeting in which it was born; '' for one of the case as a whole. */
  readonly meeting?: string;
  readonly source?: string;
};

/** Records a finding, after the others. */
export const addFinding = (
  draft: Draft,
  document: DocumentId,
  { kind, text, meeting = '', source = '' }: FindingValues,
): Result<string> => {
  const checked = checkSentence(text, FINDING_KIND_NAMES[kind]);
  if (!checked.ok) return checked;
  return ok(draft.create(document, findings, { kind, text: checked.value, meeting, source }));
};

export const setFinding = (
  draft: Draft,
  document: DocumentId,
  id: string,
  values: Partial<FindingValues>,
): Result<null> => {
  const before = draft.row(document, findings, id);
  if (!before) return missing('課題・気づき');
  const kind = values.kind ?? before.kind;
  const text = checkSentence(values.text ?? before.text, FINDING_KIND_NAMES[kind]);
  if (!text.ok) return text;
  draft.set(document, findings, id, { ...values, text: text.value });
  return ok(null);
};

export const removeFinding = (draft: Draft, document: DocumentId, id: string): Result<null> => {
  if (!draft.row(document, findings, id)) return missing('課題・気づき');
  draft.remove(document, findings, id);
  return ok(null);
};

/** Places a finding right beside another one, as they follow each other on the screen. */
export const moveFinding = (
  draft: Draft,
  document: DocumentId,
  id: string,
  beside: Beside,
): Result<null> => {
  const order = orderBeside(draft.rows(document, findings), id, beside);
  if (order === undefined || !draft.row(document, findings, id)) return missing('課題・気づき');
  draft.set(document, findings, id, { order });
  return ok(null);
};
