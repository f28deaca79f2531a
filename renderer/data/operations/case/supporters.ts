import type { DocumentId } from '#shared/documents/document-id.ts';
import { caseSupporters } from '#shared/domain/case/case.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Draft, Named } from '../../records/draft.ts';
import { ensureOrganization } from '../office/organizations.ts';
import { addRecord } from '../record/records.ts';

/** An organisation of the office, or the name of one that is to be made there. */
export type SupporterPick = Named<'organizations'> | { readonly name: string };

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
  return addRecord(draft, document, caseSupporters, { organizationId, name, role });
};
