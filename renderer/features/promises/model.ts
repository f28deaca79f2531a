import { comparePartialDates } from '#shared/dates/calendar.ts';
import { formatFiscalYear, formatPartialDate } from '#shared/dates/format.ts';
import type { Day, PartialDate } from '#shared/dates/types.ts';
import { FOLLOW_UP_NAMES, followUpId } from '#shared/domain/case/follow-up.ts';
import type { CaseDigest, NamedMeeting, OpenAction } from '#shared/domain/digest/digest.ts';
import { continuedAmong, followUpOf } from '#shared/domain/digest/on-day.ts';
import { timeSince } from '#shared/domain/ladder/timeline.ts';
import { dueOf, isLate, isUnfinished } from '#shared/domain/meeting/action.ts';
import {
  ACTION_STATE_NAMES,
  ACTION_STATES,
  type ActionRow,
  type ActionState,
  actions,
  meetings,
} from '#shared/domain/meeting/meeting.ts';
import type { Audience } from '#shared/domain/record/audience.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { forAudience } from '#shared/domain/record/outgoing.ts';
import { compareTexts, fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { cell, type TableContent } from '#shared/domain/tables/table.ts';
import { fold } from '#shared/text/fold.ts';
import type { Option } from '#ui/option.ts';
import type { PromiseRows } from './queries.ts';

/** What somebody has to do, wherever it was promised. */
export type PromiseLine = {
  /** Unique over all cases. */
  readonly id: string;
  /** What somebody promised, or a check after a case's end. */
  readonly kind: 'action' | 'followUp';
  readonly caseId: CaseId;
  readonly actionId: string;
  readonly text: string;
  readonly owner: string;
  readonly waitingFor: string;
  /** '' where none is known. */
  readonly due: PartialDate;
  readonly dueText: string;
  readonly state: ActionState;
  readonly isLate: boolean;
  /** 未, 済, or 期限切れ 12日 */
  readonly stateText: string;
  /** 益城町（令和4年度・終了） */
  readonly caseName: string;
  readonly meeting: NamedMeeting | null;
  /** Everything that the filter searches, folded. */
  readonly searched: string;
};

/** All of them by due date, those without one last; equal ones by case. */
export const promiseLines = (
  { cases, settled }: PromiseRows,
  today: Day,
): readonly PromiseLine[] => {
  const digestOf = new Map<string, CaseDigest>(cases.map((each) => [each.case.document, each]));
  const done = settled.flatMap((row) => {
    const digest = digestOf.get(row.document);
    return digest === undefined ? [] : [{ digest, action: openOf(row, digest) }];
  });
  const promised = [
    ...cases.flatMap((digest) => digest.actions.map((action) => ({ digest, action }))),
    ...done,
  ].map(({ digest, action }) => ({ digest, line: lineOf(digest, action, today) }));
  return [...promised, ...followUpLines(cases, today)]
    .toSorted(
      (a, b) =>
        comparePartialDates(a.line.due, b.line.due) ||
        compareTexts(a.digest.case.municipalityCode, b.digest.case.municipalityCode) ||
        compareTexts(a.digest.case.document, b.digest.case.document),
    )
    .map(({ line }) => line);
};

type Placed = { readonly digest: CaseDigest; readonly line: PromiseLine };

/** The checks after their end that cases ask for now, as lines among the others. */
const followUpLines = (cases: readonly CaseDigest[], today: Day): readonly Placed[] => {
  const continued = continuedAmong(cases);
  return cases.flatMap((digest) => {
    const followUp = followUpOf(digest, continued, today);
    if (followUp === null) return [];
    const { after, due } = followUp;
    const words = {
      ...{ id: followUpId(after) as string, text: `その後の確認（${FOLLOW_UP_NAMES[after]}）` },
      ...{ owner: '', due, state: 'open' as const, waitingFor: '', meeting: null },
    };
    return [
      {
        digest,
        line: {
          ...lineOf(digest, words, today),
          ...{ kind: 'followUp' as const, isLate: false, stateText: '確認の時期' },
        },
      },
    ];
  });
};

/** What is settled, as the digest has what is not: its meeting is among those that the digest names. */
const openOf = (row: ActionRow, { held, planned }: CaseDigest): OpenAction => {
  const { id, text, owner, due, state, waitingFor } = row;
  const meeting = [...held, ...planned].find((each) => each.id === row.meeting) ?? null;
  return { id, text, owner, due, state, waitingFor, meeting };
};

const lineOf = (digest: CaseDigest, action: OpenAction, today: Day): PromiseLine => {
  const { case: head } = digest;
  const { id, text, owner, state, waitingFor, meeting } = action;
  const due = dueOf(action);
  const isOverdue = isLate(action, today);
  const caseName = nameOf(digest);
  return {
    ...{ text, owner, waitingFor, due, state, caseName, meeting },
    id: `${head.document} ${id}`,
    kind: 'action',
    caseId: head.id,
    actionId: id,
    // What nobody can read as a date is shown as it was written.
    dueText: due === '' ? action.due : formatPartialDate(due, 'dotted'),
    isLate: isOverdue,
    stateText: isOverdue ? lateWords(due, today) : ACTION_STATE_NAMES[state],
    searched: fold([text, owner, waitingFor, caseName, meeting?.title].join(' ')),
  };
};

const lateWords = (due: PartialDate, today: Day): string => {
  const { days, approximate } = timeSince(due, today);
  return `期限切れ ${approximate ? '約' : ''}${days.toLocaleString('ja-JP')}日`;
};

const nameOf = ({ case: head }: CaseDigest): string => {
  const year = fiscalYearOfCase(head);
  const notes = [
    year === null ? '' : formatFiscalYear(year),
    head.endedOn === '' ? '' : '終了',
  ].filter(Boolean);
  const name = head.municipalityName || '（市町村名なし）';
  return notes.length === 0 ? name : `${name}（${notes.join('・')}）`;
};

/** 8/3 0.5次ミーティング; 案件全体 for what was promised in none. */
export const meetingWords = ({ meeting }: Pick<PromiseLine, 'meeting'>): string => {
  if (meeting === null) return '案件全体';
  const { date, title } = meeting;
  return date === '' ? title : `${formatPartialDate(date, 'short')} ${title}`;
};

export const STANDINGS = ['unfinished', 'late', 'waiting', 'settled'] as const;
export type Standing = (typeof STANDINGS)[number];
export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  unfinished: '未・進行中',
  late: '期限切れ',
  waiting: '待ち',
  settled: '済・中止',
};

/** Everybody's. */
export const ALL = 'all';

export type PromiseFilter = {
  readonly text: string;
  readonly standing: Standing;
  readonly owner: string;
};

export const NO_FILTER: PromiseFilter = { text: '', standing: 'unfinished', owner: ALL };

export const filterPromises = (
  lines: readonly PromiseLine[],
  { text, standing, owner }: PromiseFilter,
): readonly PromiseLine[] => {
  const words = fold(text).split(' ').filter(Boolean);
  return lines.filter(
    (line) =>
      stands(line, standing) &&
      (owner === ALL || line.owner === owner) &&
      words.every((word) => line.searched.includes(word)),
  );
};

const stands = (line: PromiseLine, standing: Standing): boolean => {
  switch (standing) {
    case 'unfinished':
      return isUnfinished(line);
    case 'late':
      return line.isLate;
    case 'waiting':
      return isUnfinished(line) && line.waitingFor !== '';
    case 'settled':
      return !isUnfinished(line);
    default:
      return standing satisfies never;
  }
};

export const ownerOptions = (lines: readonly PromiseLine[]): readonly Option[] =>
  [...new Set(lines.map(({ owner }) => owner).filter((owner) => owner !== ''))]
    .toSorted()
    .map((owner) => ({ id: owner, label: owner }));

export type PromiseSort = {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
};

export const BY_DUE: PromiseSort = { column: 'due', direction: 'ascending' };

/** What nobody has said comes last. */
const compareWords = (a: string, b: string): number =>
  Number(a === '') - Number(b === '') || a.localeCompare(b, 'ja');

const COMPARED: Readonly<Record<string, (a: PromiseLine, b: PromiseLine) => number>> = {
  due: (a, b) => comparePartialDates(a.due, b.due),
  state: (a, b) =>
    Number(b.isLate) - Number(a.isLate) ||
    ACTION_STATES.indexOf(a.state) - ACTION_STATES.indexOf(b.state),
  owner: (a, b) => compareWords(a.owner, b.owner),
  waiting: (a, b) => compareWords(a.waitingFor, b.waitingFor),
  case: (a, b) => compareWords(a.caseName, b.caseName),
};

/** Lines by a column; equal ones stay by due date. */
export const sortPromises = (
  lines: readonly PromiseLine[],
  { column, direction }: PromiseSort,
): readonly PromiseLine[] => {
  const compare = COMPARED[column];
  if (compare === undefined) return lines;
  return lines.toSorted((a, b) => (direction === 'ascending' ? compare(a, b) : compare(b, a)));
};

const COLUMNS: TableContent['columns'] = [
  { id: 'due', label: '期限', width: 8 },
  { id: 'state', label: '状態', width: 10 },
  { id: 'text', label: '対応事項', width: 32 },
  { id: 'owner', label: '担当', width: 11 },
  { id: 'waiting', label: '待っている相手', width: 11 },
  { id: 'case', label: '案件', width: 15 },
  { id: 'meeting', label: '会合', width: 13 },
];

/** The lines as a table to print and to copy, for an audience. */
export const promiseTable = (
  lines: readonly PromiseLine[],
  caption: string,
  audience: Audience,
): TableContent => {
  const promised = lines.map((line) => ({
    ...line,
    deletedAt: '',
    meeting: line.meeting?.id ?? '',
    meetingText: meetingWords(line),
  }));
  const held = lines.flatMap(({ meeting }) =>
    meeting === null ? [] : [{ id: meeting.id, kind: meeting.kind, deletedAt: '' }],
  );
  const { rows, leftOut } = forAudience(
    { actions, meetings },
    { actions: promised, meetings: held },
    audience,
    () => false,
  );
  return {
    outgoing: { audience, leftOut: leftOut.filter((left) => left.collection === 'actions') },
    caption,
    columns: COLUMNS,
    header: [COLUMNS.map(({ label }) => cell(label))],
    body: rows.actions.map((line) =>
      [
        ...[line.dueText, line.stateText, line.text, line.owner, line.waitingFor],
        ...[line.caseName, line.meetingText],
      ].map((text) => (text === '' ? cell() : cell(text))),
    ),
    notes: [],
  };
};
