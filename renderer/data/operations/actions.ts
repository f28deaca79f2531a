import { isPartialDate } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type ActionState, actions } from '#shared/domain/meeting.ts';
import { ok, type Result } from '#shared/result.ts';
import { checkName, cleanLine } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import { quote } from '#shared/text/typed.ts';
import type { Draft } from '../records/draft.ts';
import { checkSentence } from './sentence.ts';
import { type Beside, missing, orderBeside } from './siblings.ts';

export type ActionValues = {
  readonly text: string;
  readonly owner?: string;
  /** A day, a month, or ''. */
  readonly due?: string;
  readonly state?: ActionState;
  /** The meeting that leads to it; '' for one of the case as a whole. */
  readonly meeting?: string;
  readonly source?: string;
};

/** Records a next step, after the others. */
export const addAction = (
  draft: Draft,
  document: DocumentId,
  values: ActionValues,
): Result<string> => {
  const checked = check(values);
  if (!checked.ok) return checked;
  return ok(draft.create(document, actions, { state: 'open', meeting: '', ...checked.value }));
};

export const setAction = (
  draft: Draft,
  document: DocumentId,
  id: string,
  values: Partial<ActionValues>,
): Result<null> => {
  const before = draft.row(document, actions, id);
  if (!before) return missing('対応事項');
  const checked = check({ text: before.text, ...values });
  if (!checked.ok) return checked;
  draft.set(document, actions, id, checked.value);
  return ok(null);
};

const check = (values: ActionValues): Result<ActionValues> => {
  const text = checkSentence(values.text, '対応事項');
  if (!text.ok) return text;
  if (values.due !== undefined && !isPartialDate(values.due)) {
    return refuse(`${quote(values.due)}という日はありません。`, '期限を確かめてください。');
  }
  if (values.owner === undefined) return ok({ ...values, text: text.value });
  const owner = cleanLine(values.owner);
  const checked = owner === '' ? ok('') : checkName(owner, '担当');
  return checked.ok ? ok({ ...values, text: text.value, owner: checked.value }) : checked;
};

export const removeAction = (draft: Draft, document: DocumentId, id: string): Result<null> => {
  if (!draft.row(document, actions, id)) return missing('対応事項');
  draft.remove(document, actions, id);
  return ok(null);
};

/** Places an action right beside another one, as they follow each other on the screen. */
export const moveAction = (
  draft: Draft,
  document: DocumentId,
  id: string,
  beside: Beside,
): Result<null> => {
  const order = orderBeside(draft.rows(document, actions), id, beside);
  if (order === undefined || !draft.row(document, actions, id)) return missing('対応事項');
  draft.set(document, actions, id, { order });
  return ok(null);
};
