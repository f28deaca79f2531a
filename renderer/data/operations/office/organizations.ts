import { OFFICE } from '#shared/documents/document-id.ts';
import { organizations, type Role } from '#shared/domain/office/office.ts';
import { ok, type Result } from '#shared/result.ts';
import { sameText } from '#shared/text/fold.ts';
import { checkName } from '#shared/text/limits.ts';
import type { Draft, MemberValue, Named } from '../../records/draft.ts';

/** An organisation that the office has, or the name of one that is to be made there. */
export type SupporterPick = MemberValue | { readonly name: string };

/**
 * The organisation of a name as a member of a set: the office's own where it knows the name
 * (apart from width, case and kana), otherwise one made on the spot. The command must name OFFICE.
 */
export const ensureOrganization = (
  draft: Draft,
  name: string,
  role: Role = 'other',
): Result<Named<'organizations'>> => {
  const checked = checkName(name, '機関の名前');
  if (!checked.ok) return checked;
  const known = draft
    .rows(OFFICE, organizations)
    .find((organization) => sameText(organization.name, checked.value));
  if (known) return ok({ id: known.id, name: known.name });
  const id = draft.create(OFFICE, organizations, { name: checked.value, role });
  return ok({ id, name: checked.value });
};
