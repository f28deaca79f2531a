import { assertNever } from '../../result.ts';
import { headCountOf } from '../meeting/attendance.ts';
import { groupAttendances } from '../meeting/attendance-groups.ts';
import type { AttendanceRow, MeetingRow } from '../meeting/meeting.ts';
import { titleOf } from '../meeting/meeting-title.ts';
import { dateOf, endDateOf } from '../meeting/typed-values.ts';
import { ROLES, type Role, roleNote } from '../office/office.ts';
import { roleOfName } from '../office/role-of-name.ts';
import { compareOrder, isLive } from '../record/row-values.ts';
import { entriesOf, type TableRows, yearOf } from './entries.ts';
import type { Honorific } from './material.ts';
import { columnsFor, type TableOptions } from './options.ts';
import { type BareTable, cell, type TableCell, type TableColumn } from './table.ts';
import { captionWords, dateWords } from './words.ts';

const COLUMNS: readonly TableColumn[] = [
  { id: 'kind', label: '区分', width: 20, isHeading: true },
  { id: 'body', label: '所属', width: 36 },
  { id: 'post', label: '役職', width: 18 },
  { id: 'name', label: '氏名', width: 26 },
];

/** The meetings that a list of names can be made of, in the order of the ladder. */
export const rosterMeetings = (rows: TableRows, options: TableOptions): readonly MeetingRow[] => {
  const listed = new Set<string>(rows.attendances.filter(isLive).map(({ meeting }) => meeting));
  return entriesOf(rows, { ...options, planned: true, hiddenKinds: [], hiddenRounds: [] })
    .flatMap(({ meetings }) => meetings)
    .filter(({ id }) => listed.has(id));
};

/** The one that somebody chose, else the last that took place, else the last. */
export const rosterMeeting = (rows: TableRows, options: TableOptions): MeetingRow | undefined => {
  const all = rosterMeetings(rows, options);
  return (
    all.find(({ id }) => id === options.meeting) ??
    all.findLast(({ state }) => state === 'held') ??
    all.at(-1)
  );
};

/** What a meeting is called in the list that one is chosen from, and in the words above the table. */
export const rosterTitle = (meeting: MeetingRow, rows: TableRows): string => {
  const round = rows.rounds.find((each) => isLive(each) && each.id === meeting.round);
  return titleOf(meeting, round ?? null).title;
};

/**
 * A name as one calls somebody on paper; one that has its title already gets no second, and one that does not
 * go out is a head.
 */
const called = (name: string, honorific: Honorific): string => {
  if (name === '') return '1名';
  if (/(?:様|さま|さん|氏|先生|殿)$/u.test(name)) return name;
  switch (honorific) {
    case 'sama':
      return `${name} 様`;
    case 'shi':
      return `${name} 氏`;
    case 'none':
      return name;
    default:
      return assertNever(honorific);
  }
};

type Line = {
  readonly role: Role;
  readonly body: string;
  readonly post: string;
  readonly name: string;
};

const known = (...roles: readonly (string | undefined)[]): Role =>
  roles.flatMap((role) => ROLES.find((each) => each === role && each !== 'unknown') ?? [])[0] ??
  'unknown';

/** By kind as the reports have them, those of no known kind last. */
const rank = ({ role }: Line): number => (role === 'unknown' ? ROLES.length : ROLES.indexOf(role));

const linesOf = (
  meeting: MeetingRow,
  attendances: readonly AttendanceRow[],
  rows: TableRows,
  honorific: Honorific,
): readonly Line[] => {
  const people = new Map<string, string>(rows.people.map(({ id, role }) => [id, role]));
  const bodies = new Map<string, string>(rows.organizations.map(({ id, role }) => [id, role]));
  const groups = groupAttendances(attendances, rows, dateOf(meeting));
  const lines = groups.flatMap(({ body, name, attendees }) =>
    attendees.map(({ row, post }): Line => {
      // Whoever is something of their own (AD) is that, wherever they belong.
      const role = known(people.get(row.person), bodies.get(body), row.role, roleOfName(name));
      return row.person === ''
        ? { role, body: name, post: '', name: row.count === null ? '' : `${row.count}名` }
        : { role, body: name, post: post?.post ?? '', name: called(row.name.trim(), honorific) };
    }),
  );
  return lines.toSorted((a, b) => rank(a) - rank(b));
};

/** A cell that covers the rows below it for as long as they say the same. */
const spanned = (
  lines: readonly Line[],
  index: number,
  words: string,
  isSame: (a: Line, b: Line) => boolean,
): TableCell => {
  const own = lines[index];
  const before = lines[index - 1];
  const text = cell(...(words === '' ? [] : [words]));
  if (own === undefined || words === '') return text;
  if (before !== undefined && isSame(before, own)) return { ...text, rowSpan: 0 };
  const next = lines.findIndex((line, at) => at > index && !isSame(line, own));
  const span = (next === -1 ? lines.length : next) - index;
  return span > 1 ? { ...text, rowSpan: span } : text;
};

/** 名簿 of one meeting: who came, by kind of body, with the post of that day. */
export const rosterTable = (rows: TableRows, options: TableOptions): BareTable<'roster'> => {
  const meeting = rosterMeeting(rows, options);
  const columns = columnsFor(options, COLUMNS);
  const table = {
    id: 'roster' as const,
    columns,
    header: [columns.map(({ label }) => cell(label))],
    sources: [],
    remarks: [],
  };
  if (meeting === undefined) {
    return { ...table, caption: captionWords(rows, '名簿', ''), body: [], notes: [] };
  }
  const listed = rows.attendances
    .filter((row) => row.meeting === meeting.id && isLive(row))
    .toSorted(compareOrder);
  const lines = linesOf(meeting, listed, rows, options.honorific);
  const { shown } = headCountOf(meeting, rows.attendances);
  const name = meeting.state === 'held' ? '出席者名簿' : '出席予定者名簿';
  const day = dateWords(dateOf(meeting), options.dates, yearOf(rows), endDateOf(meeting));
  return {
    ...table,
    caption: captionWords(rows, `${rosterTitle(meeting, rows)}　${name}`, day),
    body: lines.map(({ role, body, post, name: who }, index) => [
      spanned(lines, index, roleNote(role), (a, b) => a.role === b.role),
      spanned(lines, index, body, (a, b) => a.role === b.role && a.body === b.body),
      cell(...(post === '' ? [] : [post])),
      cell(...(who === '' ? [] : [who])),
    ]),
    notes: shown === null ? [] : [`計 ${shown}名`],
  };
};
