import type { PartialDate } from '#shared/dates/types.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { people, posts, type Role } from '#shared/domain/office/office.ts';
import { postOn } from '#shared/domain/office/post-on.ts';
import { roleOfName } from '#shared/domain/office/role-of-name.ts';
import { NO_ID, type PersonId } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { sameText } from '#shared/text/fold.ts';
import { checkName } from '#shared/text/limits.ts';
import type { Draft, Named } from '../../records/draft.ts';
import { addRecord, missing } from '../record/records.ts';
import { type BodyFacts, ensureOrganization } from './organizations.ts';

export type PersonValues = { readonly name: string; readonly role?: Role | undefined };

/**
 * The person of a name: the office's own where it knows exactly one of that name, otherwise one made on
 * the spot. The command must name OFFICE.
 */
export const ensurePerson = (
  draft: Draft,
  { name, role = 'unknown' }: PersonValues,
): Result<Named<'people'>> => {
  const checked = checkName(name);
  if (!checked.ok) return checked;
  const known = draft.rows(OFFICE, people).filter((person) => sameText(person.name, checked.value));
  const [only] = known;
  if (only && known.length === 1) return ok({ id: only.id, name: only.name });
  return ok({ id: createPerson(draft, checked.value, role), name: checked.value });
};

const createPerson = (draft: Draft, name: string, role: Role): PersonId =>
  draft.create(OFFICE, people, { name, role });

/** Somebody who is introduced with where they belong: 生駒 花子（いきいき長寿課・係長）. */
export type Introduced = {
  /** A person of the office who is meant, or NO_ID for one that is to be made. */
  readonly person: PersonId;
  readonly name: string;
  /** The body by name; made where the office does not know it. Null where none was said. */
  readonly body: ({ readonly name: string } & BodyFacts) | null;
  /** '' where none was said. */
  readonly post: string;
  /** Since when the post is known of; '' for one that was always there. */
  readonly from: PartialDate;
};

/**
 * Makes the person, the body and the post that are not there yet. What stood before is never changed: a
 * person who has another post gets this one beside it. The command must name OFFICE.
 */
export const introducePerson = (
  draft: Draft,
  { person, name, body, post, from }: Introduced,
): Result<Named<'people'>> => {
  const checked = checkName(name);
  if (!checked.ok) return checked;
  const known = person === NO_ID ? undefined : draft.row(OFFICE, people, person);
  if (person !== NO_ID && known === undefined) return missing(people.what);
  const made = body === null ? ok(null) : ensureOrganization(draft, body.name, body);
  if (!made.ok) return made;
  // A post may be a role of its own: AD, ケアマネ.
  const who = known ?? {
    id: createPerson(draft, checked.value, roleOfName(post)),
    name: checked.value,
  };
  const organization = made.value;
  if (organization !== null || post !== '') {
    const added = addPost(draft, who.id, { organization, post, from });
    if (!added.ok) return added;
  }
  return ok({ id: who.id, name: who.name });
};

type NewPost = Pick<Introduced, 'post' | 'from'> & {
  readonly organization: Named<'organizations'> | null;
};

const addPost = (draft: Draft, person: PersonId, { organization, post, from }: NewPost) => {
  const own = draft.rows(OFFICE, posts).filter((each) => each.person === person);
  const now = postOn(own, from);
  const isKnown =
    now !== undefined && now.organization === (organization?.id ?? NO_ID) && now.post === post;
  if (isKnown) return ok(now.id);
  return addRecord(draft, OFFICE, posts, {
    person,
    organization: organization?.id ?? NO_ID,
    organizationName: organization?.name ?? '',
    post,
    from,
  });
};

/** Gives somebody a post in a body of the office, or in one that is made by its name. The command must name OFFICE. */
export const setPostBody = (
  draft: Draft,
  id: string,
  body: Named<'organizations'> | { readonly name: string },
): Result<null> => {
  if (draft.row(OFFICE, posts, id) === undefined) return missing(posts.what);
  const made = 'id' in body ? ok(body) : ensureOrganization(draft, body.name);
  if (!made.ok) return made;
  draft.set(OFFICE, posts, id, {
    organization: made.value.id,
    organizationName: made.value.name,
  });
  return ok(null);
};
