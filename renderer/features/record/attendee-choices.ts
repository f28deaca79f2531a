import type { Attendee } from '#data/operations/meeting/attendance.ts';
import type { Introduced } from '#data/operations/office/people.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import {
  bodyOfName,
  peopleOfName,
  postsByPerson,
  postWords,
} from '#shared/domain/office/bodies.ts';
import { type PersonRow, ROLE_NAMES, type Role, roleNote } from '#shared/domain/office/office.ts';
import { postOn } from '#shared/domain/office/post-on.ts';
import {
  looksLikePerson,
  readTypedPerson,
  type TypedPerson,
} from '#shared/domain/office/read-attendee.ts';
import { roleOfName } from '#shared/domain/office/role-of-name.ts';
import type { MunicipalityCode } from '#shared/domain/record/ids.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import { fold } from '#shared/text/fold.ts';
import { nameKey } from '#shared/text/same-name.ts';
import { splitCountedName } from './model.ts';
import type { RecordData } from './queries.ts';

/** One way to add what was typed; `label` and `note` say all that would be made. */
export type AttendeeChoice = {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly attendee: Attendee;
};

export type AttendeeSection = {
  readonly title: string;
  readonly options: readonly AttendeeChoice[];
};

type Known = Pick<
  RecordData,
  'meeting' | 'attendances' | 'organizations' | 'people' | 'posts' | 'supportCase'
>;

/**
 * What a typed line may mean: groups and people of the office first, then what would be made of it. Nothing
 * is made that the line of the list does not say.
 */
export const attendeeChoices = (text: string, known: Known): readonly AttendeeSection[] => {
  const { name, count } = splitCountedName(text);
  const person = count === null ? readTypedPerson(name) : null;
  const sections =
    person === null ? plainSections(name, count, known) : introducedSections(person, known);
  return sections.filter(({ options }) => options.length > 0);
};

const plainSections = (
  name: string,
  count: number | null,
  known: Known,
): readonly AttendeeSection[] => {
  const wanted = fold(name);
  const key = nameKey(name);
  const fits = (whole: string, own: string): boolean =>
    fold(whole).includes(wanted) || (key !== '' && nameKey(own).includes(key));
  const taken = new Set<string>(known.attendances.flatMap((row) => [row.person, row.organization]));
  const heads = count === null ? '' : ` ${count}人`;
  const groups = known.organizations
    .filter((each) => !taken.has(each.id) && fits(each.name, each.name))
    .map((each) => ({
      id: each.id,
      label: `${each.name}${heads}`,
      note: bodyNote(each),
      attendee: { kind: 'group', id: each.id, name: each.name } as const,
    }));
  const people = count === null ? knownPeople(known, fits, taken) : [];
  const near = known.supportCase?.municipalityCode ?? NO_ID;
  const isKnown = bodyOfName(known.organizations, { name, municipality: near }) !== undefined;
  const group = isKnown || name === '' ? [] : [newGroup(name, heads, near)];
  const single = count === null && name !== '' ? [newPerson(name)] : [];
  // The likelier stands first: Enter takes it.
  const fresh = looksLikePerson(name) ? [...single, ...group] : [...group, ...single];
  return [
    { title: '機関・団体', options: groups },
    { title: '人', options: people },
    { title: '新しく加える', options: fresh },
  ];
};

const bodyNote = (body: { readonly role: Role; readonly municipalityName: string }): string =>
  [roleNote(body.role), body.municipalityName].filter(Boolean).join(' ');

const knownPeople = (
  { people, posts, organizations, meeting }: Known,
  fits: (whole: string, own: string) => boolean,
  taken: ReadonlySet<string>,
): readonly AttendeeChoice[] => {
  const held = postsByPerson(posts);
  const bodies = new Map(organizations.map((each) => [each.id as string, each]));
  return people.flatMap((each) => {
    const where = postWords(postOn(held.get(each.id) ?? [], dateOf(meeting)), bodies);
    const whole = `${each.name} ${each.kana} ${each.formerNames} ${where}`;
    return taken.has(each.id) || !fits(whole, each.name) ? [] : [personChoice(each, where)];
  });
};

const personChoice = ({ id, name }: PersonRow, note: string): AttendeeChoice => ({
  id,
  label: name,
  note,
  attendee: { kind: 'person', id, name },
});

const newGroup = (name: string, heads: string, near: MunicipalityCode): AttendeeChoice => {
  const role = roleOfName(name);
  return {
    id: 'new group',
    label: `「${name}」${heads}を機関・団体として加える`,
    note: role === 'unknown' ? '種別はあとで' : `種別: ${ROLE_NAMES[role]}`,
    attendee: { kind: 'newGroup', name, near },
  };
};

const newPerson = (name: string): AttendeeChoice => ({
  id: 'new person',
  label: `「${name}」を人として加える`,
  note: '所属はあとで',
  attendee: { kind: 'newPerson', name },
});

/** A body that a typed line speaks of, and what is to be known of it. */
type Reading = {
  readonly id: string;
  readonly body: Introduced['body'];
  /** いきいき長寿課（新しい機関・益城町） */
  readonly words: string;
};

const introducedSections = (typed: TypedPerson, known: Known): readonly AttendeeSection[] => {
  const { meeting, posts, organizations } = known;
  const day = dateOf(meeting);
  const held = postsByPerson(posts);
  const bodies = new Map(organizations.map((each) => [each.id as string, each]));
  const taken = new Set<string>(known.attendances.map(({ person }) => person));
  const readings = readingsOf(typed, known);
  const [first] = readings;
  const alike = peopleOfName(known.people, typed.name).filter(({ id }) => !taken.has(id));
  const here = alike.map((person) => {
    const now = postOn(held.get(person.id) ?? [], day);
    const where = postWords(now, bodies);
    const isSaid =
      now !== undefined &&
      (typed.post === '' || now.post === typed.post) &&
      (typed.body === '' || nameKey(postBody(now, bodies)) === nameKey(typed.body));
    return { person, where, isSaid };
  });
  const asNow = here.map(({ person, where, isSaid }) =>
    personChoice(person, isSaid || where === '' ? where : `いまの所属のまま: ${where}`),
  );
  const moved = here
    .filter(({ isSaid }) => !isSaid && first !== undefined)
    .map(({ person, where }) => ({
      id: `post ${person.id}`,
      label: `「${person.name}」に所属を加える: ${wordsOf(first, typed)}`,
      note: where === '' ? '' : `この会合の日から。それまで: ${where}`,
      attendee: introduced(typed, first, person, where === '' ? '' : day),
    }));
  const fresh = readings.map((reading) => ({
    id: reading.id,
    label: `${alike.length > 0 ? '別の人として' : ''}「${typed.name}」を加える: ${wordsOf(reading, typed)}`,
    note: '',
    attendee: introduced(typed, reading, undefined, ''),
  }));
  // Whoever is known with this post is meant first; another post is never given to them in silence.
  const isMet = here.some(({ isSaid }) => isSaid);
  return [
    { title: '人', options: asNow },
    { title: '所属を加える', options: isMet ? [] : moved },
    { title: '新しく加える（内容を確かめて選ぶ）', options: fresh },
  ];
};

const postBody = (
  post: { readonly organization: string; readonly organizationName: string },
  bodies: ReadonlyMap<string, { readonly name: string }>,
): string => bodies.get(post.organization)?.name ?? post.organizationName;

const wordsOf = (reading: Reading | undefined, typed: TypedPerson): string =>
  reading?.id === AS_POST
    ? `役職「${typed.body}」`
    : [reading?.words, typed.post].filter(Boolean).join(' ・ ');

const AS_POST = 'as post';

const introduced = (
  typed: TypedPerson,
  reading: Reading | undefined,
  person: PersonRow | undefined,
  from: Introduced['from'],
): Attendee => ({
  kind: 'introduced',
  person: person?.id ?? NO_ID,
  name: typed.name,
  body: reading?.body ?? null,
  post: reading?.id === AS_POST ? typed.body : typed.post,
  from,
});

/** What the words in the brackets may be, the likeliest first. */
const readingsOf = (
  { body: name, isDoubtful }: TypedPerson,
  { organizations, supportCase }: Known,
): readonly Reading[] => {
  if (name === '') return [{ id: 'as person', body: null, words: '' }];
  const code = supportCase?.municipalityCode ?? NO_ID;
  const town = supportCase?.municipalityName ?? '';
  const known = bodyOfName(organizations, { name, municipality: code });
  const asPost: readonly Reading[] = isDoubtful ? [{ id: AS_POST, body: null, words: '' }] : [];
  if (known !== undefined) {
    const note = bodyNote(known);
    const words = note === '' ? known.name : `${known.name}（${note}）`;
    return [{ id: 'in known', body: { name, near: code }, words }, ...asPost];
  }
  const role = roleOfName(name);
  if (role !== 'unknown') {
    const words = `${name}（新しい機関・${ROLE_NAMES[role]}）`;
    return [{ id: 'in new', body: { name, role, near: code }, words }, ...asPost];
  }
  // 課 and 係 may be the municipality's or the prefecture's: whoever types it says which.
  const ofTown: readonly Reading[] =
    town === ''
      ? []
      : [
          {
            id: 'in town',
            body: {
              name,
              role: 'municipality',
              municipality: { id: code, name: town },
              near: code,
            },
            words: `${name}（新しい機関・${town}）`,
          },
        ];
  return [
    ...ofTown,
    {
      id: 'in prefecture',
      body: { name, role: 'prefecture', near: code },
      words: `${name}（新しい機関・${ROLE_NAMES.prefecture}）`,
    },
    { id: 'in new', body: { name, near: code }, words: `${name}（新しい機関・種別はあとで）` },
    ...asPost,
  ];
};
