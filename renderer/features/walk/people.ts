import { formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isPartialDate } from '#shared/dates/types.ts';
import { inOrderOfTime } from '#shared/domain/case/assignment.ts';
import type { CaseSupporterRow } from '#shared/domain/case/case.ts';
import { postsByPerson, postWords } from '#shared/domain/office/bodies.ts';
import { type PersonRow, roleNote } from '#shared/domain/office/office.ts';
import { postOn } from '#shared/domain/office/post-on.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import type { WalkRows } from './queries.ts';
import type { Stop, WalkLine } from './stop.ts';

/** More people than these are met on the page of each meeting. */
const MOST_MET = 12;

/** かかわる人: who supports with which role, whom one meets there, and who was in charge before. */
export const peopleStop = (rows: WalkRows, today: Day): Stop => {
  const held = postsByPerson(rows.posts);
  const bodies = new Map(rows.organizations.map((each) => [each.id as string, each]));
  const postOf = ({ id }: PersonRow): string =>
    postWords(postOn(held.get(id) ?? [], today), bodies);
  const phone = (words: string): string => (words === '' ? '' : `電話 ${words}`);
  const join = (...parts: readonly string[]): string => parts.filter(Boolean).join('・');

  const supporterLine = (supporter: CaseSupporterRow): WalkLine => {
    const person = rows.people.find(({ id }) => id === supporter.person);
    const body = rows.organizations.find(({ id }) => id === supporter.organizationId);
    const place = person
      ? { kind: 'person' as const, id: person.id }
      : body
        ? { kind: 'organization' as const, id: body.id }
        : { kind: 'overview' as const };
    return {
      id: supporter.id,
      head: person ? roleNote(person.role) : body ? roleNote(body.role) : '',
      text: person?.name ?? body?.name ?? supporter.name,
      note: join(
        supporter.role,
        person ? postOf(person) : '',
        phone((person ?? body)?.phone ?? ''),
      ),
      place,
    };
  };

  const live = new Set<string>(rows.meetings.map(({ id }) => id));
  const supporting = new Set<string>(rows.supporters.map(({ person }) => person));
  const met = groupBy(
    rows.attendances.filter(({ person, meeting }) => person !== '' && live.has(meeting)),
    ({ person }) => person,
  );
  const metLines = [...met]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([id, times]): readonly WalkLine[] => {
      const person = rows.people.find((each) => each.id === id);
      if (person === undefined || supporting.has(id)) return [];
      const note = join(postOf(person), phone(person.phone), `出席${times.length}回`);
      const place = { kind: 'person' as const, id: person.id };
      return [{ id: person.id, head: roleNote(person.role), text: person.name, note, place }];
    });
  return {
    id: 'people',
    lead: 'いっしょに支援する人と決めた役割。会合でよく会う人。電話する前にここを見ます。',
    sections: [
      {
        title: '支援者と役割',
        lines: rows.supporters.map(supporterLine),
        nothing: '支援者がまだ決まっていません。「概要」で加えられます。',
      },
      {
        title: '会合でよく会う人',
        lines: metLines.slice(0, MOST_MET),
        nothing: '名前のある出席がまだありません。',
      },
      {
        title: '担当の履歴',
        lines: inOrderOfTime(rows.assignments).map(({ id, name, from, until }) => ({
          id,
          head: '',
          text: name,
          note: spanOf(from, until),
          place: { kind: 'overview' },
        })),
        nothing: '担当者がまだ決まっていません。',
      },
    ],
    whole: { words: '概要を開く', place: { kind: 'overview' } },
  };
};

const spanOf = (from: string, until: string): string =>
  from === '' && until === '' ? '' : `${dateOrNothing(from)}～${dateOrNothing(until)}`;

const dateOrNothing = (date: string): string =>
  date !== '' && isPartialDate(date) ? formatPartialDate(date, 'dotted') : date;
