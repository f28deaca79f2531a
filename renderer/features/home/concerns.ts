import { comparePartialDates, daysBetween, fiscalYearOf } from '#shared/dates/calendar.ts';
import { formatFiscalYear, formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isDay, isPartialDate } from '#shared/dates/types.ts';
import { FOLLOW_UP_NAMES } from '#shared/domain/case/follow-up.ts';
import type { CheckCode } from '#shared/domain/checks/check.ts';
import { checkCase } from '#shared/domain/checks/check-case.ts';
import { compareCodes } from '#shared/domain/checks/checks.ts';
import type { CaseDigest, NamedMeeting } from '#shared/domain/digest/digest.ts';
import {
  continuedAmong,
  followUpOf,
  lastContact,
  plannedInPast,
} from '#shared/domain/digest/on-day.ts';
import { compareTexts, fiscalYearOfCase, isPast } from '#shared/domain/record/row-values.ts';
import { type Place, placeOfCheck } from './check-places.ts';
import { nameOf, SILENT_DAYS } from './model.ts';
import type { ConcernRows } from './queries.ts';

/** 気になること: one thing that somebody should look at, and where. */
export type Concern = {
  readonly id: string;
  readonly caseId: string;
  readonly kind: '記録' | '予定' | '連絡' | '期限' | '確認';
  readonly title: string;
  readonly detail: string;
  readonly button: string;
  readonly place: Place;
};

const KINDS: readonly Concern['kind'][] = ['記録', '予定', '連絡', '期限', '確認'];

/**
 * What is on one's mind. What stays open stays on it, whatever year its case has: records that are owed, planned
 * meetings whose day has passed, promises that are late; of a year that is over one line a case, so that
 * the past does not bury the present. What was handed on when a case ended stays likewise. Silence and
 * contradictions are told of the cases that run.
 */
export const concernsOf = (rows: ConcernRows, today: Day): readonly Concern[] => {
  const running = runningYear(rows, today);
  const isRunning = ({ case: head }: CaseDigest): boolean =>
    head.endedOn === '' && (head.fiscalYear ?? running) >= running;
  const isOver = ({ case: head }: CaseDigest): boolean =>
    (head.fiscalYear ?? 0) < fiscalYearOf(today);
  const cases = rows.cases.toSorted((a, b) => compareTexts(a.case.document, b.case.document));
  const owed = cases.flatMap((digest) => (isOver(digest) ? [] : owedRecords(digest, today)));
  const found: readonly Concern[] = [
    ...owed
      .toSorted((a, b) => comparePartialDates(a.date, b.date) || compareTexts(a.id, b.id))
      .map(({ date: _, ...concern }) => concern),
    ...cases.flatMap((digest) => (isOver(digest) ? owedOfPast(digest) : [])),
    ...cases.flatMap((digest) => [
      ...(isOver(digest) ? plannedOfPast(digest, today) : plannedStill(digest, today)),
      ...(digest.case.fiscalYear === fiscalYearOf(today) ? silence(digest, today) : []),
      ...overdueActions(digest, today, isOver(digest)),
      ...(isRunning(digest) ? checks(digest, rows, isOver(digest)) : []),
    ]),
    ...followUpConcerns(cases, today),
  ];
  return found.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
};

/** The current year, or the latest that has cases: what the table of the desk shows. */
const runningYear = ({ cases }: ConcernRows, today: Day): number => {
  const current = fiscalYearOf(today);
  const years = cases.map(({ case: head }) => head.fiscalYear ?? 0);
  return years.length === 0 || years.includes(current) ? current : Math.max(...years);
};

/** 1.5次ミーティング（11/2） */
const titleAndDate = ({ title, date }: NamedMeeting): string =>
  `${title}${date === '' ? '' : `（${formatPartialDate(date, 'short')}）`}`;

/** 益城町（令和4年度） */
const nameAndYear = ({ case: head }: CaseDigest): string => {
  const year = fiscalYearOfCase(head);
  return `${nameOf(head)}${year === null ? '' : `（${formatFiscalYear(year)}）`}`;
};

type Owed = Concern & { readonly date: NamedMeeting['date'] };

const owedRecords = ({ case: head, owed }: CaseDigest, today: Day): readonly Owed[] =>
  owed.map((meeting) => {
    const { id, date } = meeting;
    const days = isDay(date) ? daysBetween(date, today) : 0;
    return {
      id: `${head.document} ${id} owed`,
      caseId: head.id,
      kind: '記録',
      title: `${nameOf(head)} ${titleAndDate(meeting)}の記録がまだです`,
      detail: days > 0 ? `${days}日前の会合` : days === 0 && isDay(date) ? '今日の会合' : '',
      button: '書く',
      place: { kind: 'meeting', meetingId: id },
      date,
    };
  });

const owedOfPast = (digest: CaseDigest): readonly Concern[] => {
  const { case: head, owed } = digest;
  const [first] = owed;
  if (first === undefined) return [];
  const name = nameAndYear(digest);
  const isOne = owed.length === 1;
  return [
    {
      id: `${head.document} owed`,
      caseId: head.id,
      kind: '記録',
      title: isOne
        ? `${name} ${titleAndDate(first)}の記録がまだです`
        : `${name} 記録がまだの会合が${owed.length}件あります`,
      detail: isOne ? '' : `${titleAndDate(first)}ほか`,
      button: isOne ? '書く' : '見る',
      place: { kind: isOne ? 'meeting' : 'flow', meetingId: first.id },
    },
  ];
};

const plannedStill = (digest: CaseDigest, today: Day): readonly Concern[] =>
  plannedInPast(digest, today).map((meeting) => ({
    id: `${digest.case.document} ${meeting.id} planned`,
    caseId: digest.case.id,
    kind: '予定',
    title: `${nameOf(digest.case)} ${titleAndDate(meeting)}は日付を過ぎましたが、予定のままです`,
    detail: '実施した・延期した・中止したのどれかを選んでください',
    button: '見る',
    place: { kind: 'meeting', meetingId: meeting.id },
  }));

const plannedOfPast = (digest: CaseDigest, today: Day): readonly Concern[] => {
  const meetings = plannedInPast(digest, today);
  const [first] = meetings;
  if (first === undefined) return [];
  const isOne = meetings.length === 1;
  return [
    {
      id: `${digest.case.document} planned`,
      caseId: digest.case.id,
      kind: '予定',
      title: isOne
        ? `${nameAndYear(digest)} ${titleAndDate(first)}は日付を過ぎましたが、予定のままです`
        : `${nameAndYear(digest)} 予定のまま日付を過ぎた会合が${meetings.length}件あります`,
      detail: isOne ? '' : `${titleAndDate(first)}ほか`,
      button: '見る',
      place: { kind: isOne ? 'meeting' : 'flow', meetingId: first.id },
    },
  ];
};

/** From the last held meeting on, or from the day on which the municipality came in. */
const silence = (digest: CaseDigest, today: Day): readonly Concern[] => {
  // With the last report given, or the case closed, nobody has to call any more.
  if (digest.isAllDone || digest.case.endedOn !== '') return [];
  const last = lastContact(digest, today);
  const { entryDate, document, id } = digest.case;
  const entered = entryDate !== '' && isDay(entryDate) ? entryDate : null;
  const days = last?.days ?? (entered ? daysBetween(entered, today) : 0);
  if (days < SILENT_DAYS) return [];
  return [
    {
      id: `${document} silence`,
      caseId: id,
      kind: '連絡',
      title: `${nameOf(digest.case)}と${days}日 連絡がありません`,
      detail: last
        ? `最後: ${formatPartialDate(last.meeting.date, 'short')} ${last.meeting.title}`
        : `${entered ? formatPartialDate(entered, 'short') : ''}の申込みから まだ会合がありません`,
      button: '連絡を記録',
      place: { kind: 'contact' },
    },
  ];
};

/** 対象者像のたたき台（町・1/10）ほか */
const overdueActions = (digest: CaseDigest, today: Day, isOver: boolean): readonly Concern[] => {
  const late = digest.actions.filter(({ due }) => isPartialDate(due) && isPast(due, today));
  const [first] = late;
  if (first === undefined) return [];
  const due = isPartialDate(first.due) ? formatPartialDate(first.due, 'short') : '';
  const who = [first.owner, due].filter(Boolean).join('・');
  return [
    {
      id: `${digest.case.document} actions`,
      caseId: digest.case.id,
      kind: '期限',
      title: `${isOver ? nameAndYear(digest) : nameOf(digest.case)} 対応事項${late.length}件が期限を過ぎました`,
      detail: `${first.text}（${who}）${late.length > 1 ? 'ほか' : ''}`,
      button: '見る',
      place: { kind: 'findings' },
    },
  ];
};

/** その後の確認: of one case by name, of several together, so that they bury nothing else. */
const followUpConcerns = (cases: readonly CaseDigest[], today: Day): readonly Concern[] => {
  const continued = continuedAmong(cases);
  const asked = cases.flatMap((digest) => {
    const followUp = followUpOf(digest, continued, today);
    return followUp === null ? [] : [{ digest, followUp }];
  });
  const [first] = asked;
  if (first === undefined) return [];
  const { digest, followUp } = first;
  const isOne = asked.length === 1;
  const title = isOne
    ? `${nameAndYear(digest)} 終わってから${FOLLOW_UP_NAMES[followUp.after]}の確認の時期です`
    : `その後の確認の時期になった案件が${asked.length}件あります`;
  return [
    {
      id: `${digest.case.document} followUp`,
      caseId: digest.case.id,
      kind: '期限',
      title,
      detail: isOne ? '' : `${nameAndYear(digest)}ほか`,
      button: '見る',
      place: { kind: isOne ? 'overview' : 'promises' },
    },
  ];
};

type Found = { readonly id: string; readonly code: CheckCode; readonly message: string };

/** What contradicts itself in the case, or refers to what is not there. */
const checks = (digest: CaseDigest, rows: ConcernRows, isOver: boolean): readonly Concern[] => {
  const { case: head } = digest;
  const lost = digest.references.filter(
    ({ code, target }) =>
      !(code === 'missing-person' ? rows.people : rows.organizations).has(target),
  );
  const cases = rows.cases.map((each) => each.case);
  const found: readonly (Found & { readonly meeting: string | null })[] = [
    ...digest.checks.map((check) => ({ ...check, id: check.records.join(' ') })),
    ...lost.map((reference) => ({ ...reference, id: reference.target })),
    ...checkCase({ case: head, cases }).map((check) => ({ ...check, id: head.id, meeting: null })),
  ];
  return found.toSorted(compareCodes).map(({ id, code, message, meeting }) => ({
    id: `${head.document} ${code} ${id} ${message}`,
    caseId: head.id,
    kind: '確認',
    title: message,
    detail: isOver ? nameAndYear(digest) : nameOf(head),
    button: '見る',
    place: placeOfCheck(code, meeting),
  }));
};
