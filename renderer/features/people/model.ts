import type { Day } from '#shared/dates/types.ts';
import { postsByPerson, postWords } from '#shared/domain/office/bodies.ts';
import {
  type OrganizationRow,
  ROLE_NAMES,
  ROLES,
  type Role,
} from '#shared/domain/office/office.ts';
import { postOn } from '#shared/domain/office/post-on.ts';
import { fold } from '#shared/text/fold.ts';
import { nameKey } from '#shared/text/same-name.ts';
import type { OfficeRows } from './queries.ts';

/** A line of the list: a person or a body. */
export type WhoLine = {
  readonly id: string;
  readonly kind: 'person' | 'organization';
  readonly name: string;
  readonly kana: string;
  readonly role: Role;
  /** Of a person the post of today, of a body what it belongs to. */
  readonly where: string;
  readonly contact: string;
  /** All that the search looks through, folded. */
  readonly searched: string;
  /** The name however it is spaced or its letters are formed. */
  readonly key: string;
};

export type WhoView = 'organizations' | 'people';

const bodyMap = (rows: Pick<OfficeRows, 'organizations'>): ReadonlyMap<string, OrganizationRow> =>
  new Map(rows.organizations.map((row) => [row.id as string, row]));

/** All people and bodies, each kind by name. */
export const whoLines = (
  rows: OfficeRows,
  today: Day,
): Readonly<Record<WhoView, readonly WhoLine[]>> => {
  const bodies = bodyMap(rows);
  const held = postsByPerson(rows.posts);
  const line = (own: Omit<WhoLine, 'searched' | 'key'>, more: readonly string[]): WhoLine => ({
    ...own,
    searched: fold(
      [own.name, own.kana, own.where, ROLE_NAMES[own.role], own.contact, ...more].join(' '),
    ),
    key: nameKey(own.name),
  });
  return {
    organizations: rows.organizations
      .map((row) =>
        line(
          {
            id: row.id,
            kind: 'organization',
            name: row.name,
            kana: row.kana,
            role: row.role,
            where: [
              bodies.get(row.parent)?.name ?? row.parentName,
              row.municipalityName === row.name ? '' : row.municipalityName,
            ]
              .filter(Boolean)
              .join(' ・ '),
            contact: row.phone,
          },
          [row.formerNames, row.address],
        ),
      )
      .toSorted(byKindAndName),
    people: rows.people
      .map((row) => {
        const post = postOn(held.get(row.id) ?? [], today);
        const body = bodies.get(post?.organization ?? '');
        return line(
          {
            id: row.id,
            kind: 'person',
            name: row.name,
            kana: row.kana,
            role: row.role === 'unknown' ? (body?.role ?? 'unknown') : row.role,
            where: postWords(post, bodies),
            contact: [row.phone, row.email].filter(Boolean).join(' '),
          },
          [row.formerNames, row.expertise],
        );
      })
      .toSorted(byKindAndName),
  };
};

const byKindAndName = (a: WhoLine, b: WhoLine): number =>
  ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
  (a.kana || a.name).localeCompare(b.kana || b.name, 'ja');

/** Lines of a kind that hold every word typed. */
export const filterWho = (
  lines: readonly WhoLine[],
  text: string,
  role: Role | 'all',
): readonly WhoLine[] => {
  const words = fold(text).split(' ').filter(Boolean);
  return lines.filter(
    (line) =>
      (role === 'all' || line.role === role) &&
      words.every((word) => line.searched.includes(word) || line.key.includes(nameKey(word))),
  );
};

/** Kinds that some line has, in their order, each with its number. */
export const rolesIn = (
  lines: readonly WhoLine[],
): readonly { readonly role: Role; readonly count: number }[] =>
  ROLES.map((role) => ({ role, count: lines.filter((line) => line.role === role).length })).filter(
    ({ count }) => count > 0,
  );
