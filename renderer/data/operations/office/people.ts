import { OFFICE } from '#shared/documents/document-id.ts';
import { people, type Role } from '#shared/domain/office/office.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { sameText } from '#shared/text/fold.ts';
import { checkName } from '#shared/text/limits.ts';
import type { Draft, Named } from '../../records/draft.ts';

export type PersonValues = {
  readonly name: string;
  readonly role?: Role;
  /** 係長, 保健師 … */
  readonly post?: string;
  readonly organization?: Named<'organizations'>;
};

/**
 * The person of a name: the office's own where it knows exactly one of that name (in the organisation,
 * where one is given), otherwise one made on the spot. The command must name OFFICE.
 */
export const ensurePerson = (
  draft: Draft,
  { name, role = 'other', post = '', organization }: PersonValues,
): Result<Named<'people'>> => {
  const checked = checkName(name);
  if (!checked.ok) return checked;
  const known = draft
    .rows(OFFICE, people)
    .filter((person) => sameText(person.name, checked.value))
    .filter((person) => organization === undefined || person.organization === organization.id);
  const [only] = known;
  if (only && known.length === 1) return ok({ id: only.id, name: only.name });
  const id = draft.create(OFFICE, people, {
    name: checked.value,
    role,
    post,
    organization: organization?.id ?? NO_ID,
    organizationName: organization?.name ?? '',
  });
  return ok({ id, name: checked.value });
};
