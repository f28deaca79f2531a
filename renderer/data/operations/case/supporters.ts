import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseSupporterRow, caseSupporters } from '#shared/domain/case/case.ts';
import { organizations, people } from '#shared/domain/office/office.ts';
import { NO_ID, type PersonId } from '#shared/domain/record/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Draft } from '../../records/draft.ts';
import { ensureOrganization, type SupporterPick } from '../office/organizations.ts';
import { addRecord, missing } from '../record/records.ts';

/** Who supports a case: an organisation, or a person as a person (AD). */
export type CaseSupporterPick = SupporterPick | { readonly person: PersonId };

/**
 * Adds an organisation or a person to those that support the case; each stands once.
 * The command must name [OFFICE, the case's document].
 */
export const addSupporter = (
  draft: Draft,
  document: DocumentId,
  pick: CaseSupporterPick,
  role = '',
): Result<string> => {
  const who = whoOf(draft, pick);
  if (!who.ok) return who;
  const { organizationId, person, name } = who.value;
  const isTaken = draft
    .rows(document, caseSupporters)
    .some((each) => each.organizationId === organizationId && each.person === person);
  if (isTaken) {
    return fail({
      code: 'taken',
      happened: `${name}はすでに支援者にあります。`,
      safe: 'ほかの入力はそのまま残っています。',
      todo: '役割は、その行で直せます。',
    });
  }
  return addRecord(draft, document, caseSupporters, { organizationId, person, name, role });
};

type Who = Pick<CaseSupporterRow, 'organizationId' | 'person' | 'name'>;

const whoOf = (draft: Draft, pick: CaseSupporterPick): Result<Who> => {
  if ('person' in pick) {
    const person = draft.row(OFFICE, people, pick.person);
    if (person === undefined) return missing(people.what);
    return ok({ organizationId: NO_ID, person: person.id, name: person.name });
  }
  const known = 'id' in pick ? draft.row(OFFICE, organizations, pick.id) : undefined;
  if ('id' in pick && known === undefined) return missing(organizations.what);
  const member = known ? ok(known) : ensureOrganization(draft, pick.name);
  if (!member.ok) return member;
  return ok({ organizationId: member.value.id, person: NO_ID, name: member.value.name });
};
