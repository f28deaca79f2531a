import type { DocumentId } from '#shared/documents/document-id.ts';
import { caseSupporters } from '#shared/domain/case/case.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { cleanLine } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { Draft, MemberValue } from '../../records/draft.ts';
import { ensureOrganization } from '../office/organizations.ts';
import { missing, orderAt } from '../record/siblings.ts';

/** An organisation of the office, or the name of one that is to be made there. */
export type SupporterPick = MemberValue | { readonly name: string };

/** The longest wording of an agreed role, in characters. */
const ROLE_LIMIT = 1000;

/**
 * Adds an organisation to those that support the case; each stands once.
 * The command must name [OFFICE, the case's document].
 */
export const addSupporter = (
  draft: Draft,
  document: DocumentId,
  pick: SupporterPick,
  role = '',
): Result<string> => {
  const member = 'id' in pick ? ok(pick) : ensureOrganization(draft, pick.name);
  if (!member.ok) return member;
  const checked = checkRole(role);
  if (!checked.ok) return checked;
  const { id: organizationId, name } = member.value;
  const known = draft
    .rows(document, caseSupporters)
    .some((supporter) => supporter.organizationId === organizationId);
  if (known) {
    return fail({
      code: 'taken',
      happened: `${name}はすでに支援者にあります。`,
      safe: 'ほかの入力はそのまま残っています。',
      todo: '役割は、その行で直せます。',
    });
  }
  return ok(draft.create(document, caseSupporters, { organizationId, name, role: checked.value }));
};

/** Says which role was agreed with a supporter. */
export const setSupporterRole = (
  draft: Draft,
  document: DocumentId,
  id: string,
  role: string,
): Result<null> => {
  if (!draft.row(document, caseSupporters, id)) return missing('支援者');
  const checked = checkRole(role);
  if (!checked.ok) return checked;
  draft.set(document, caseSupporters, id, { role: checked.value });
  return ok(null);
};

const checkRole = (text: string): Result<string> => {
  const role = cleanLine(text);
  return role.length <= ROLE_LIMIT
    ? ok(role)
    : refuse('役割が長すぎます。', `${ROLE_LIMIT.toLocaleString('ja-JP')}文字までにしてください。`);
};

export const removeSupporter = (draft: Draft, document: DocumentId, id: string): Result<null> => {
  if (!draft.row(document, caseSupporters, id)) return missing('支援者');
  draft.remove(document, caseSupporters, id);
  return ok(null);
};

/** Places a supporter at an index among those of the case. */
export const moveSupporter = (
  draft: Draft,
  document: DocumentId,
  id: string,
  index: number,
): Result<null> => {
  if (!draft.row(document, caseSupporters, id)) return missing('支援者');
  const order = orderAt(draft.rows(document, caseSupporters), id, index);
  draft.set(document, caseSupporters, id, { order });
  return ok(null);
};
