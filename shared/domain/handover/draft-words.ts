import { comparePartialDates } from '../../dates/calendar.ts';
import { formatFiscalYear, formatPartialDate } from '../../dates/format.ts';
import { PROGRAMME_NAMES } from '../case/case.ts';
import { formatStage, stageOf } from '../ladder/stage.ts';
import { inTime } from '../ladder/timeline.ts';
import { dueOf, dueText, isUnfinished } from '../meeting/action.ts';
import type { ActionRow, MeetingRow } from '../meeting/meeting.ts';
import { titleOf } from '../meeting/meeting-title.ts';
import { dateOf } from '../meeting/typed-values.ts';
import { type PersonRow, roleNote } from '../office/office.ts';
import { postOn } from '../office/post-on.ts';
import { compareOrder, fiscalYearOfCase, isBlank } from '../record/row-values.ts';
import { officeRow, rowOf, rowsOf } from './lookup.ts';
import { type BookKind, type BookRows, roundOf } from './rows.ts';

/*
 * The sentences of a 引継書. None of them knows the day: a draft changes when a record does, and not
 * because it is read tomorrow.
 */

/** Lines that say something. */
export const linesOf = (...lines: readonly string[]): string =>
  lines.filter((line) => !isBlank(line)).join('\n');

/** What begins a longer text: its first line that says anything. */
export const firstLine = (text: string): string =>
  text
    .split('\n')
    .find((line) => !isBlank(line))
    ?.trim() ?? '';

/** 現状：高齢化率が高い; '' for nothing. */
export const labelled = (label: string, text: string): string =>
  isBlank(text) ? '' : `${label}：${text.trim()}`;

type CaseInBook = BookRows['cases'][number];

/** 益城町（令和4年度・国の伴走支援） */
export const caseWords = (row: CaseInBook): string => {
  const year = fiscalYearOfCase(row);
  const notes = [year === null ? '' : formatFiscalYear(year), PROGRAMME_NAMES[row.programme]];
  return `${row.municipalityName}（${notes.filter(Boolean).join('・')}）`;
};

/** 第1回支援 */
export const meetingTitle = (rows: BookRows, meeting: MeetingRow): string =>
  titleOf(meeting, roundOf(rows, meeting)).title;

/** R4.8.24 第1回支援 */
export const meetingWords = (rows: BookRows, meeting: MeetingRow): string => {
  const date = dateOf(meeting);
  const title = meetingTitle(rows, meeting);
  return date === '' ? title : `${formatPartialDate(date, 'dotted')} ${title}`;
};

/** Of a record that names a meeting: R4.8.24 第1回支援, '' for none. */
export const placeWords = (
  rows: BookRows,
  { meeting, document }: { readonly meeting: string; readonly document: string },
): string => {
  const found = rowOf(rows.meetings, document, meeting);
  return found === undefined ? '' : meetingWords(rows, found);
};

/** In a 引継書 of the office: 益城町, before what is said of a case. */
export const nameBefore = (kind: BookKind, rows: BookRows, document: string): string =>
  kind === 'case' ? '' : `${rowsOf(rows.cases, document)[0]?.municipalityName ?? ''}　`;

/** What a case is called among those of its office: 益城町, and more of it where another has the same name. */
export const groupName = ({ cases }: Pick<BookRows, 'cases'>, row: CaseInBook): string => {
  const isOne = cases.every(
    (each) => each === row || each.municipalityName !== row.municipalityName,
  );
  return isOne && row.municipalityName !== '' ? row.municipalityName : caseWords(row);
};

/** The open actions of a kind, the most urgent first. */
export const openActions = (
  rows: BookRows,
  wanted: (action: ActionRow) => boolean,
): readonly ActionRow[] =>
  rows.actions
    .filter((row) => isUnfinished(row) && wanted(row))
    .toSorted((a, b) => comparePartialDates(dueOf(a), dueOf(b)) || compareOrder(a, b));

/** 期限 R5.1.31　対象者像のたたき台をつくる（だれが：町／だれに：県／R4.8.24 第1回支援） */
export const actionWords = (rows: BookRows, action: ActionRow): string => {
  const due = dueText(action) || action.due;
  const notes = [
    labelled('だれが', action.owner),
    labelled('だれに', action.promisedTo),
    labelled('待っている相手', action.waitingFor),
    placeWords(rows, action),
  ].filter((words) => words !== '');
  return `${due === '' ? '期限なし' : `期限 ${due}`}　${action.text}${notes.length === 0 ? '' : `（${notes.join('／')}）`}`;
};

/** How far a case has come: 第3回に向けて. */
export const stageWords = (rows: BookRows, document: string): string =>
  formatStage(
    stageOf({
      rounds: rowsOf(rows.rounds, document),
      meetings: rowsOf(rows.meetings, document),
    }),
  );

/** Meetings of a document that are in a state, as they follow each other. */
export const meetingsIn = (
  rows: BookRows,
  document: string,
  state: MeetingRow['state'],
): readonly MeetingRow[] =>
  inTime(rowsOf(rows.meetings, document).filter((row) => row.state === state));

/** 益城町 福祉課 係長; '' for nothing known. The body is called as it is called today. */
export const postWords = (rows: BookRows, person: string): string => {
  const post = postOn(
    rows.posts.filter((row) => row.person === person),
    '',
  );
  if (post === undefined) return '';
  const body = officeRow(rows.organizations, post.organization)?.name ?? post.organizationName;
  return [body, post.post].filter((words) => words !== '').join(' ');
};

/** Where somebody can be called: their own number, else that of the body which they belong to. */
export const phoneOf = (
  { people, organizations, posts }: Pick<BookRows, 'people' | 'organizations' | 'posts'>,
  who: { readonly person: string; readonly organization: string },
): string => {
  const body =
    who.organization ||
    postOn(
      posts.filter((row) => who.person !== '' && row.person === who.person),
      '',
    )?.organization ||
    '';
  const own = officeRow(people, who.person)?.phone ?? '';
  return own || (officeRow(organizations, body)?.phone ?? '');
};

/** 見本 花子（AD・福祉課 主事）：全体への助言　電話 096-000-0000 */
export const whoWords = (
  name: string,
  notes: readonly string[],
  said: string,
  phone: string,
): string => {
  // 県（本庁） within brackets: 熊本県（県 本庁）.
  const beside = [...new Set(notes)]
    .filter((note) => note !== '' && note !== name)
    .map((note) => note.replaceAll('（', ' ').replaceAll('）', ''));
  return [
    `${name}${beside.length === 0 ? '' : `（${beside.join('・')}）`}${said === '' ? '' : `：${said}`}`,
    phone === '' ? '' : `電話 ${phone}`,
  ]
    .filter((words) => words !== '')
    .join('　');
};

export const roleOfPerson = (people: readonly PersonRow[], id: string): string => {
  const found = officeRow(people, id);
  return found === undefined ? '' : roleNote(found.role);
};
