import { attachments, officeAttachments } from '#shared/domain/attachment/attachment.ts';
import { caseSupporters, cases } from '#shared/domain/case/case.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import {
  handoverParts,
  handoverSigns,
  officeHandoverParts,
  officeHandoverSigns,
} from '#shared/domain/handover/handover.ts';
import { wordsOfLinked } from '#shared/domain/meeting/linked-record.ts';
import {
  actions,
  attendances,
  FINDING_KINDS,
  findings,
  MEETING_KINDS,
  type MeetingKind,
  meetings,
  programmeItems,
  rounds,
  type variants,
} from '#shared/domain/meeting/meeting.ts';
import { knowHows } from '#shared/domain/office/know-how.ts';
import { organizations, people, posts, themes } from '#shared/domain/office/office.ts';
import { AUDIENCES, type Audience } from '#shared/domain/record/audience.ts';
import { type Collection, type Row, reachOf } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import {
  bars,
  type dependencies,
  laneGroups,
  lanes,
  milestones,
} from '#shared/domain/roadmap/collections.ts';
import type { BornRows } from '#shared/domain/tables/entries.ts';
import type { NoteOfRecord } from '#shared/domain/tables/note-for-paper.ts';
import { digestOf } from './digests.ts';
import { builder, type Loose, members } from './rows.ts';

/*
 * A case and its office in which every text says how far it may go, out of the declarations: one of each kind
 * of meeting with findings of each kind, promises and people of each sort. A new field is marked by itself.
 */

/** What a text says that may go as far as an audience; a private person's name goes as far as to municipalities. */
export const MARKS: Readonly<Record<Audience, string>> = {
  office: '内部印',
  municipalities: '市町村印',
  public: '公開印',
};

const narrower = (a: Audience, b: Audience): Audience =>
  AUDIENCES[Math.min(AUDIENCES.indexOf(a), AUDIENCES.indexOf(b))] ?? 'office';

type Where = {
  /** How far the record may go for what it stands within. */
  readonly within?: Audience;
  /** The record names a private person. */
  readonly isPrivate?: boolean;
};

/** A row whose every text is marked, but for what is given. */
const marked = <C extends Collection>(
  collection: C,
  id: string,
  given: Loose<C> = {},
  { within = 'public', isPrivate = false }: Where = {},
): Row<C> => {
  const own = reachOf(collection, given)?.audience ?? 'public';
  const row = narrower(own, within);
  const texts = Object.entries(collection.fields).flatMap(
    ([name, field]): readonly (readonly [string, unknown])[] => {
      const reach = narrower(row, field.reach ?? 'public');
      const named =
        field.personIn !== undefined && isPrivate ? narrower(reach, 'municipalities') : reach;
      const text = `${MARKS[named]} ${collection.name}.${name}.${id}`;
      switch (field.kind) {
        case 'line':
        case 'paragraph':
        case 'text':
          return [[name, text] as const];
        case 'members':
          return field.to === undefined ? [] : [[name, members(text)] as const];
        default:
          return [];
      }
    },
  );
  return builder(collection)(id, {
    ...(Object.fromEntries(texts) as Loose<C>),
    ...given,
  });
};

const reachOfMeeting = (kind: (typeof MEETING_KINDS)[number]): Audience =>
  reachOf(meetings, { kind })?.audience ?? 'public';

const PEOPLE = [
  marked(people, 'official', { role: 'municipality' }),
  marked(people, 'neighbour', { role: 'residents' }, { isPrivate: true }),
  marked(people, 'nobody', { role: 'unknown' }, { isPrivate: true }),
];

const MEETINGS = MEETING_KINDS.map((kind, index) =>
  marked(meetings, kind, {
    ...{ kind, state: 'held', date: `2022-08-${10 + index}`, startTime: '', endTime: '' },
    ...{ round: kind === 'session' ? 'first' : '', ordinal: kind === 'preMeeting' ? '0.5' : '' },
  }),
);

const inMeetings = <R>(
  make: (meeting: string, where: { readonly within: Audience }) => readonly R[],
): readonly R[] => MEETING_KINDS.flatMap((kind) => make(kind, { within: reachOfMeeting(kind) }));

const FINDINGS = inMeetings((meeting, where) =>
  FINDING_KINDS.map((kind) => marked(findings, `${meeting}-${kind}`, { kind, meeting }, where)),
);

const MILESTONES = [
  ...inMeetings((meeting, where) => [
    marked(milestones, `mark-${meeting}`, { lane: 'lane', meeting }, where),
    marked(milestones, `bare-${meeting}`, { lane: 'lane', meeting, label: '' }, where),
  ]),
  marked(milestones, 'mark', { lane: 'lane', date: '2022-12' }),
];

const ROWS = {
  case: marked(cases, 'c1', { fiscalYear: 2022, themes: members('theme') }),
  rounds: [marked(rounds, 'first', { number: 1, summary: '' })],
  meetings: MEETINGS,
  attendances: inMeetings((meeting, where) => [
    ...PEOPLE.map(({ id }) =>
      marked(
        attendances,
        `${meeting}-${id}`,
        { meeting, person: id, role: '', organization: '' },
        {
          ...where,
          isPrivate: id !== 'official',
        },
      ),
    ),
    marked(attendances, `${meeting}-group`, { meeting, count: 49, role: 'residents' }, where),
    marked(
      attendances,
      `${meeting}-alone`,
      { meeting, role: 'residents' },
      {
        ...where,
        isPrivate: true,
      },
    ),
  ]),
  programmeItems: inMeetings((meeting, where) => [
    marked(programmeItems, `${meeting}-item`, { meeting }, where),
  ]),
  variants: [] as readonly Row<typeof variants>[],
  findings: FINDINGS,
  actions: inMeetings((meeting, where) => [
    marked(
      actions,
      `${meeting}-action`,
      {
        meeting,
        state: 'open',
        due: '2022-12',
        answers: FINDINGS.map(({ id, text }, index) => ({ id, name: text, order: `a${index}` })),
        roadmapItems: MILESTONES.map(({ id, label }, index) => ({
          id,
          name: label,
          order: `a${index}`,
        })),
      },
      where,
    ),
  ]),
  people: PEOPLE,
  organizations: [marked(organizations, 'body', { role: 'municipality' })],
  posts: [marked(posts, 'post', { person: 'official', organization: 'body' })],
  themes: [marked(themes, 'theme')],
  knowHows: AUDIENCES.map((visibility) =>
    marked(knowHows, `lesson-${visibility}`, { visibility, themes: members('theme') }),
  ),
  caseSupporters: [marked(caseSupporters, 'supporter')],
  groups: [marked(laneGroups, 'group')],
  lanes: [marked(lanes, 'lane', { group: 'group' })],
  bars: [marked(bars, 'bar', { lane: 'lane', start: '2022-08', end: '2023-03' })],
  milestones: MILESTONES,
  dependencies: [] as readonly Row<typeof dependencies>[],
  home: 'c1' as CaseId,
};

/** A note of a meeting: its findings as they stand in it, a private person and an internal meeting that it mentions. */
const noteOf = (meeting: string): NoteOfRecord => {
  const lines = FINDINGS.filter((row) => row.meeting === meeting).map((row) =>
    wordsOfLinked({ ...row, owner: '', due: '', isBinned: false }),
  );
  const before = `${MARKS[reachOfMeeting(meeting as MeetingKind)]} 本文\n${lines.join('\n')}\n`;
  const person = {
    key: 'office/people/neighbour',
    at: before.length,
    words: `${MARKS.municipalities} 人`,
  };
  const at = before.length + person.words.length;
  const other = { key: 'case:c1/meetings/internal', at, words: `${MARKS.office} 課内協議` };
  return { id: meeting, text: `${before}${person.words}${other.words}`, mentions: [person, other] };
};

/** What came of the meetings, with the files and the notes of each. */
export const BORN: BornRows = {
  meetingDays: [],
  findings: ROWS.findings,
  actions: ROWS.actions,
  attachments: inMeetings((meeting, where) => [
    marked(attachments, `${meeting}-file`, { meeting }, where),
  ]),
  notes: MEETING_KINDS.map(noteOf),
};

/** What a 引継書 has beside them: a section that somebody wrote over, signatures, files. */
export const HANDED_OVER = {
  attachments: [marked(attachments, 'file', { meeting: 'session' })],
  officeAttachments: [marked(officeAttachments, 'office-file')],
  handoverParts: [marked(handoverParts, 'calendar')],
  handoverSigns: [marked(handoverSigns, 'sign', { date: '' })],
  officeHandoverParts: [marked(officeHandoverParts, 'calendar')],
  officeHandoverSigns: [marked(officeHandoverSigns, 'sign', { date: '' })],
};

export type MarkedWorld = { readonly rows: typeof ROWS; readonly digests: readonly CaseDigest[] };

export const MARKED_WORLD: MarkedWorld = {
  rows: ROWS,
  digests: [digestOf({ ...ROWS, notes: new Set() })],
};
