import { type OrganizationRow, roleNote } from '../office/office.ts';
import { groupBy } from '../record/row-values.ts';
import { nameBefore, phoneOf, postWords, roleOfPerson, whoWords } from './draft-words.ts';
import { officeRow } from './lookup.ts';
import type { BookKind, BookRows } from './rows.ts';

const roleOfBody = (bodies: readonly OrganizationRow[], id: string): string => {
  const found = officeRow(bodies, id);
  return found === undefined ? '' : roleNote(found.role);
};

/** Who supports, by case, with the role agreed on and how to reach them. */
export const supporterLines = (kind: BookKind, rows: BookRows): readonly string[] =>
  rows.caseSupporters
    .filter(({ name }) => name !== '')
    .map((row) => {
      const { person, organizationId: organization } = row;
      const notes = [
        roleOfPerson(rows.people, person),
        roleOfBody(rows.organizations, organization),
        person === '' ? '' : postWords(rows, person),
      ];
      const words = whoWords(row.name, notes, row.role, phoneOf(rows, { person, organization }));
      return `${nameBefore(kind, rows, row.document)}${words}`;
    });

/** Who else came to meetings, the most often seen first. */
export const attendeeLines = (rows: BookRows): readonly string[] => {
  const supporters = new Set<string>(rows.caseSupporters.map(({ person }) => person));
  const known = new Map(rows.people.map((row) => [row.id as string, row]));
  const seen = groupBy(
    rows.attendances.filter(({ person }) => person !== '' && !supporters.has(person)),
    ({ person }) => person,
  );
  return [...seen]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([person, came]) => {
      const name = known.get(person)?.name ?? came[0]?.name ?? '';
      if (name === '') return [];
      const notes = [roleOfPerson(rows.people, person), postWords(rows, person)];
      const phone = phoneOf(rows, { person, organization: '' });
      return [whoWords(name, notes, `会合に${came.length}回`, phone)];
    });
};
