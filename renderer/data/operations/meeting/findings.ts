import type { DocumentId } from '#shared/documents/document-id.ts';
import { FINDING_KIND_NAMES, type FindingKind, findings } from '#shared/domain/meeting/meeting.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Draft } from '../../records/draft.ts';
import { checkSentence } from '../record/sentence.ts';
import { missing, orderAt } from '../record/siblings.ts';

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

/** Places a finding at an index among those of its meeting (or of the case as a whole). */
export const moveFinding = (
  draft: Draft,
  document: DocumentId,
  id: string,
  index: number,
): Result<null> => {
  const row = draft.row(document, findings, id);
  if (!row) return missing('課題・気づき');
  const siblings = draft.rows(document, findings).filter((each) => each.meeting === row.meeting);
  draft.set(document, findings, id, { order: orderAt(siblings, id, index) });
  return ok(null);
};
