import type { PrivatePeople } from '../record/outgoing.ts';
import { type OrganizationRow, type PersonRow, type PostRow, ROLES, type Role } from './office.ts';
import { roleOfName } from './role-of-name.ts';

/** Of any collection; of an attendance also the body that somebody came for, the role beside the name, the heads. */
type AnyValues = Readonly<Record<string, unknown>> & {
  readonly organization?: unknown;
  readonly role?: unknown;
  readonly count?: unknown;
};

/** Who acts for a public body, or is asked for advice, is named in public. All others, and those unknown, are not. */
const PUBLIC_ROLES: ReadonlySet<string> = new Set<Role>([
  'municipality',
  'prefecture',
  'regionalOffice',
  'ministry',
  'bureau',
  'adviser',
  'prefecturalAdviser',
  'supportCentre',
  'coordinator',
  'welfareCouncil',
]);

type OfficeRows = {
  readonly people: readonly Pick<PersonRow, 'id' | 'role'>[];
  readonly organizations: readonly Pick<OrganizationRow, 'id' | 'role' | 'name'>[];
  readonly posts: readonly Pick<PostRow, 'person' | 'organization' | 'organizationName'>[];
};

/** By their own role, else by that of the body that they came for or belong to, else by the one noted beside them. */
export const privatePeople = ({ people, organizations, posts }: OfficeRows): PrivatePeople => {
  const own = new Map<string, string>(people.map(({ id, role }) => [id, role]));
  const bodies = new Map<string, string>(
    organizations.map(({ id, role, name }) => [id, role === 'unknown' ? roleOfName(name) : role]),
  );
  const posted = new Map<string, readonly string[]>();
  for (const { person, organization, organizationName } of posts) {
    const role = bodies.get(organization) ?? roleOfName(organizationName);
    posted.set(person, [...(posted.get(person) ?? []), role]);
  }
  return (row: AnyValues, personIn) => {
    const person = String(row[personIn] ?? '');
    const body = bodies.get(String(row.organization ?? ''));
    const said = [own.get(person), body, ...(posted.get(person) ?? []), row.role];
    const role = said.find((each) => each !== 'unknown' && ROLES.some((known) => known === each));
    // A body or a group is no person; a 住民代表 who came alone may be called by name.
    if (person === '') return role === 'residents' && isAlone(row);
    return role === undefined || !PUBLIC_ROLES.has(String(role));
  };
};

const isAlone = (row: AnyValues): boolean => (row.organization ?? '') === '' && row.count === null;
