import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { caseSupporters } from '#shared/domain/case/case.ts';
import { organizations } from '#shared/domain/office/office.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Draft } from '../../records/draft.ts';
import { ensureOrganization, type SupporterPick } from '../office/organizations.ts';
import { addRecord, missing } from '../record/records.ts';

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
  const known = 'id' in pick ? draft.row(OFFICE, organizations, pick.id) : undefined;
  if ('id' in pick && known === undefined) return missing(organizations.what);
  const member = known ? ok(known) : ensureOrganization(draft, pick.name);
  if (!member.ok) return member;
  const { id: organizationId, name } = member.value;
  const isTaken = draft
    .rows(document, caseSupporters)
    .some((supporter) => supporter.organizationId === organizationId);
  if (isTaken) {
    return fail({
      code: 'taken',
      happened: `${name}はすでに支援者にあります。`,
      safe: 'ほかの入力はそのまま残っています。',
      todo: '役割は、その行で直せます。',
    });
  }
  return addRecord(draft, document, caseSupporters, { organizationId, name, role });
};
