import { nameKey } from '../../text/same-name.ts';
import { formerNamesOf } from './former-names.ts';
import type { OrganizationRow, PersonRow, PostRow } from './office.ts';
import { latestFirst } from './post-on.ts';

/** Where a body's name is said: two municipalities may each have a 福祉課. */
export type NamedBody = {
  readonly name: string;
  /** The code of the municipality that is spoken of, or ''. */
  readonly municipality?: string | undefined;
};

/**
 * The body that a name means: one of that name, however it is spaced or whichever form its letters have, or
 * else one that had it before; of several the one of the municipality. One of another municipality is another
 * body.
 */
export const bodyOfName = <
  B extends Pick<OrganizationRow, 'id' | 'name' | 'formerNames' | 'municipality'>,
>(
  bodies: readonly B[],
  { name, municipality = '' }: NamedBody,
): B | undefined => {
  const wanted = nameKey(name);
  if (wanted === '') return undefined;
  const near = bodies.filter(
    (body) => municipality === '' || body.municipality === '' || body.municipality === municipality,
  );
  const now = near.filter((body) => nameKey(body.name) === wanted);
  const alike = now.length > 0 ? now : near.filter((body) => hadName(body, wanted));
  return (
    alike.find((body) => municipality !== '' && body.municipality === municipality) ?? alike[0]
  );
};

const hadName = (row: { readonly formerNames: string }, wanted: string): boolean =>
  formerNamesOf(row).some((name) => nameKey(name) === wanted);

/** People who have or had a name, however it is spaced or whichever form its letters have. */
export const peopleOfName = <P extends Pick<PersonRow, 'name' | 'formerNames'>>(
  people: readonly P[],
  name: string,
): readonly P[] => {
  const wanted = nameKey(name);
  return wanted === ''
    ? []
    : people.filter((person) => nameKey(person.name) === wanted || hadName(person, wanted));
};

/** A post in words: いきいき長寿課 係長. The body is called as it is called today. */
export const postWords = (
  post: Pick<PostRow, 'organization' | 'organizationName' | 'post'> | undefined,
  bodies: ReadonlyMap<string, Pick<OrganizationRow, 'name'>>,
): string =>
  post === undefined
    ? ''
    : [bodies.get(post.organization)?.name ?? post.organizationName, post.post]
        .filter((words) => words !== '')
        .join(' ');

/** Posts by the person who has them, the latest first. */
export const postsByPerson = (
  posts: readonly PostRow[],
): ReadonlyMap<string, readonly PostRow[]> => {
  const found = new Map<string, PostRow[]>();
  for (const post of latestFirst(posts)) {
    const own = found.get(post.person);
    if (own === undefined) found.set(post.person, [post]);
    else own.push(post);
  }
  return found;
};
