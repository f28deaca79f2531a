import { OFFICE } from '#shared/documents/document-id.ts';
import { bodyOfName } from '#shared/domain/office/bodies.ts';
import { organizations, type Role } from '#shared/domain/office/office.ts';
import { roleOfName } from '#shared/domain/office/role-of-name.ts';
import type { MunicipalityCode } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { checkName } from '#shared/text/limits.ts';
import type { Draft, MemberValue, Named } from '../../records/draft.ts';

/** An organisation that the office has, or the name of one that is to be made there. */
export type SupporterPick = MemberValue | { readonly name: string };

/** What is known of an organisation beside its name. */
export type BodyFacts = {
  /** Default: what its name says. */
  readonly role?: Role | undefined;
  /** The municipality that it belongs to, where it is one of a municipality's. */
  readonly municipality?: Named<'municipalities'> | undefined;
  /** The municipality that is spoken of: one of that name in another municipality is not meant. */
  readonly near?: MunicipalityCode | undefined;
};

/**
 * The organisation of a name as a member of a set: the office's own where it knows the name
 * (`bodyOfName`), otherwise one made on the spot. The command must name OFFICE.
 */
export const ensureOrganization = (
  draft: Draft,
  name: string,
  { role, municipality, near = municipality?.id }: BodyFacts = {},
): Result<Named<'organizations'>> => {
  const checked = checkName(name, '機関の名前');
  if (!checked.ok) return checked;
  const known = bodyOfName(draft.rows(OFFICE, organizations), {
    name: checked.value,
    municipality: near,
  });
  if (known) return ok({ id: known.id, name: known.name });
  const id = draft.create(OFFICE, organizations, {
    name: checked.value,
    role: role ?? roleOfName(checked.value),
    ...(municipality && {
      municipality: municipality.id,
      municipalityName: municipality.name,
    }),
  });
  return ok({ id, name: checked.value });
};
