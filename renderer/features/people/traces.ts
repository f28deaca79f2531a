import { comparePartialDates } from '#shared/dates/calendar.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import type { PartialDate } from '#shared/dates/types.ts';
import type { CaseRow, CaseSupporterRow } from '#shared/domain/case/case.ts';
import type { CaseDigest, CaseHead } from '#shared/domain/digest/digest.ts';
import {
  type AttendanceRow,
  type MeetingRow,
  PROGRAMME_PART_NAMES,
  type ProgrammeItemRow,
  type RoundRow,
} from '#shared/domain/meeting/meeting.ts';
import { titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { formerNamesOf } from '#shared/domain/office/former-names.ts';
import type { PostRow } from '#shared/domain/office/office.ts';
import { postOn } from '#shared/domain/office/post-on.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { nameKey } from '#shared/text/same-name.ts';

/** What cases say of somebody, with the cases, meetings and rounds that it stands in. */
export type TraceRows = {
  readonly attendances: readonly AttendanceRow[];
  readonly items: readonly ProgrammeItemRow[];
  readonly supporters: readonly CaseSupporterRow[];
  /** Meetings at which a body supported. */
  readonly supported: readonly MeetingRow[];
  readonly cases: readonly CaseRow[];
  readonly meetings: readonly MeetingRow[];
  readonly rounds: readonly RoundRow[];
};

/** A meeting at which somebody was. */
export type MeetingTrace = {
  /** Unique over all cases. */
  readonly id: string;
  readonly caseId: CaseId;
  readonly meetingId: string;
  readonly date: PartialDate;
  readonly title: string;
  /** 益城町（令和4年度） */
  readonly caseName: string;
  /** Of a person the post of that day, of a body who came for it; 支援 where it supported. */
  readonly as: string;
};

/** A part in a programme. */
export type PartTrace = Omit<MeetingTrace, 'as'> & {
  /** アドバイザー講話 */
  readonly item: string;
  /** 助言者 */
  readonly part: string;
};

export type CaseTrace = {
  readonly id: string;
  readonly caseId: CaseId;
  readonly caseName: string;
  /** The role that was agreed on. */
  readonly role: string;
  readonly year: number;
};

export type ActionTrace = {
  readonly id: string;
  readonly caseId: CaseId;
  readonly caseName: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
};

export const caseWords = (row: Pick<CaseHead, 'municipalityName' | 'fiscalYear'>): string => {
  const year = fiscalYearOfCase(row);
  const name = row.municipalityName || '（市町村名なし）';
  return year === null ? name : `${name}（${formatFiscalYear(year)}）`;
};

type Place = Omit<MeetingTrace, 'as'> & { readonly order: string };

const key = (document: string, id: string): string => `${document} ${id}`;

/** Meetings in use of cases in use, by document and id. */
const placesOf = (rows: TraceRows): ReadonlyMap<string, Place> => {
  const byDocument = new Map(rows.cases.map((row) => [row.document, row]));
  const roundOf = new Map(rows.rounds.map((row) => [key(row.document, row.id), row]));
  return new Map(
    rows.meetings.flatMap((meeting) => {
      const home = byDocument.get(meeting.document);
      if (home === undefined) return [];
      const id = key(meeting.document, meeting.id);
      const round = roundOf.get(key(meeting.document, meeting.round)) ?? null;
      const place: Place = {
        id,
        caseId: home.id,
        meetingId: meeting.id,
        date: dateOf(meeting),
        title: titleOf(meeting, round).title,
        caseName: caseWords(home),
        order: meeting.order,
      };
      return [[id, place] as const];
    }),
  );
};

const latestFirst = (a: Place, b: Place): number =>
  comparePartialDates(b.date, a.date) || (a.order < b.order ? 1 : -1);

/** Meetings with what somebody was there, the latest first; each stands once. */
const tracesOf = (
  lines: readonly { readonly place: Place | undefined; readonly as: string }[],
): readonly MeetingTrace[] => {
  const found = new Map<string, { readonly place: Place; readonly as: Set<string> }>();
  for (const { place, as } of lines) {
    if (place === undefined) continue;
    const known = found.get(place.id) ?? { place, as: new Set<string>() };
    if (as !== '') known.as.add(as);
    found.set(place.id, known);
  }
  return [...found.values()]
    .toSorted((a, b) => latestFirst(a.place, b.place))
    .map(({ place: { order: _, ...place }, as }) => ({ ...place, as: [...as].join('、') }));
};

/** Where a person was, each with the post of that day. */
export const meetingsOfPerson = (
  rows: TraceRows,
  posts: readonly PostRow[],
  wordsOf: (post: PostRow | undefined) => string,
): readonly MeetingTrace[] => {
  const places = placesOf(rows);
  return tracesOf(
    [...rows.attendances, ...rows.items].map(({ document, meeting }) => {
      const place = places.get(key(document, meeting));
      return { place, as: place === undefined ? '' : wordsOf(postOn(posts, place.date)) };
    }),
  );
};

/** Where a body was: itself, by those who belonged to it on that day, or as one that supported. */
export const meetingsOfOrganization = (
  rows: TraceRows,
  id: string,
  held: ReadonlyMap<string, readonly PostRow[]>,
): readonly MeetingTrace[] => {
  const places = placesOf(rows);
  const came = rows.attendances.flatMap(({ document, meeting, person, organization, name }) => {
    const place = places.get(key(document, meeting));
    if (place === undefined) return [];
    if (organization === id) return [{ place, as: person === '' ? '出席' : name }];
    const post = postOn(held.get(person) ?? [], place.date);
    return organization === '' && post?.organization === id ? [{ place, as: name }] : [];
  });
  const supported = rows.supported.map((row) => ({
    place: places.get(key(row.document, row.id)),
    as: '支援',
  }));
  return tracesOf([...supported, ...came]);
};

/** What somebody did in programmes, the latest first: 助言者 of アドバイザー講話. */
export const partsOf = (rows: TraceRows): readonly PartTrace[] => {
  const places = placesOf(rows);
  return rows.items
    .flatMap((item) => {
      const place = places.get(key(item.document, item.meeting));
      return place === undefined ? [] : [{ item, place }];
    })
    .toSorted((a, b) => latestFirst(a.place, b.place))
    .map(({ item, place: { order: _, ...place } }) => ({
      ...place,
      id: key(item.document, item.id),
      item: item.title,
      part: item.part === 'none' ? '' : PROGRAMME_PART_NAMES[item.part],
    }));
};

/** Cases that somebody supports, with the role that was agreed, the latest year first. */
export const casesOf = (rows: TraceRows): readonly CaseTrace[] =>
  rows.supporters
    .flatMap((supporter) => {
      const home = rows.cases.find(({ document }) => document === supporter.document);
      if (home === undefined) return [];
      const trace = {
        id: key(supporter.document, supporter.id),
        caseId: home.id,
        caseName: caseWords(home),
        role: supporter.role,
        year: home.fiscalYear ?? 0,
      };
      return [trace];
    })
    .toSorted((a, b) => b.year - a.year);

const OWNERS = /[・･、，,/／\s]|及び|および|並びに|と/u;

/**
 * Promises not kept yet whose 担当 names somebody, by today's name or one of before: a person anywhere in it, a
 * body as one of its words.
 */
export const actionsOf = (
  digests: readonly CaseDigest[],
  {
    name,
    formerNames = '',
    isPerson,
  }: { readonly name: string; readonly formerNames?: string; readonly isPerson: boolean },
): readonly ActionTrace[] => {
  const wanted = [name, ...formerNamesOf({ formerNames })].map(nameKey).filter(Boolean);
  if (wanted.length === 0) return [];
  const names = (owner: string): boolean => {
    const words = [owner, ...owner.split(OWNERS)].map(nameKey);
    return wanted.some((each) => (isPerson ? nameKey(owner).includes(each) : words.includes(each)));
  };
  return digests.flatMap(({ case: head, actions }) =>
    actions
      .filter(({ owner }) => names(owner))
      .map(({ id, text, owner, due }) => ({
        id: key(head.document, id),
        caseId: head.id,
        caseName: caseWords(head),
        text,
        owner,
        due,
      })),
  );
};
