import { comparePartialDates, daysBetween } from '#shared/dates/calendar.ts';
import { formatFiscalYear, formatPartialDate } from '#shared/dates/format.ts';
import { type Day, type FiscalYear, isDay, isPartialDate } from '#shared/dates/types.ts';
import { checkRows } from '#shared/domain/checks/checks.ts';
import { owedMeetings } from '#shared/domain/ladder/ladder-meeting.ts';
import { suggestNext } from '#shared/domain/ladder/next-step.ts';
import { lastContact } from '#shared/domain/ladder/timeline.ts';
import type { MeetingRow } from '#shared/domain/meeting/meeting.ts';
import { titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import {
  compareTexts,
  fiscalYearOfCase,
  isLive,
  isPast,
} from '#shared/domain/record/row-values.ts';
import { type Place, placeOfCheck } from './check-places.ts';
import { nameOf, SILENT_DAYS } from './model.ts';
import type { CaseConcernRows } from './queries.ts';

/** 気になること: one thing that somebody should look at, and where. */
export type Concern = {
  readonly id: string;
  readonly caseId: string;
  readonly kind: '記録' | '連絡' | '期限' | '確認';
  readonly title: string;
  readonly detail: string;
  readonly button: string;
  readonly place: Place;
};

const KINDS: readonly Concern['kind'][] = ['記録', '連絡', '期限', '確認'];

/**
 * Concerns of all cases: records that are owed first, the longest owed before the others; then
 * silence, deadlines, and checks. Of a year that is over nobody is pressed: its records are one line
 * a case, and neither silence nor deadlines are counted any more.
 */
export const concernsOf = (
  cases: readonly CaseConcernRows[],
  today: Day,
  currentYear: FiscalYear,
): readonly Concern[] => {
  const isOver = (rows: CaseConcernRows): boolean => (rows.case.fiscalYear ?? 0) < currentYear;
  const owed = cases.flatMap((rows) => (isOver(rows) ? [] : owedRecords(rows, today)));
  const found: readonly Concern[] = [
    ...owed
      .toSorted((a, b) => comparePartialDates(a.date, b.date) || compareTexts(a.id, b.id))
      .map(({ date: _, ...concern }) => concern),
    ...cases.flatMap((rows) => (isOver(rows) ? owedOfPast(rows) : [])),
    ...cases.flatMap((rows) => [
      ...(isOver(rows) ? [] : [...silence(rows, today), ...overdueActions(rows, today)]),
      ...checks(rows, today),
    ]),
  ];
  return found.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
};

const titleIn = (rows: CaseConcernRows, meeting: MeetingRow): string =>
  titleOf(meeting, rows.rounds.find(({ id }) => id === meeting.round) ?? null).title;

/** 1.5次ミーティング（11/2） */
const titleAndDate = (rows: CaseConcernRows, meeting: MeetingRow): string => {
  const date = dateOf(meeting);
  const when = date === '' ? '' : `（${formatPartialDate(date, 'short')}）`;
  return `${titleIn(rows, meeting)}${when}`;
};

/** Held meetings of which nothing is written, the earliest first. */
const unwritten = (rows: CaseConcernRows): readonly MeetingRow[] =>
  owedMeetings(rows).toSorted((a, b) => comparePartialDates(dateOf(a), dateOf(b)));

type Owed = Concern & { readonly date: ReturnType<typeof dateOf> };

const owedRecords = (rows: CaseConcernRows, today: Day): readonly Owed[] =>
  unwritten(rows).map((row) => {
    const date = dateOf(row);
    const days = isDay(date) ? daysBetween(date, today) : 0;
    return {
      id: `${row.document} ${row.id} owed`,
      caseId: rows.case.id,
      kind: '記録',
      title: `${nameOf(rows.case)} ${titleAndDate(rows, row)}の記録がまだです`,
      detail: days > 0 ? `${days}日前の会合` : days === 0 && isDay(date) ? '今日の会合' : '',
      button: '書く',
      place: { kind: 'meeting', meetingId: row.id },
      date,
    };
  });

const owedOfPast = (rows: CaseConcernRows): readonly Concern[] => {
  const owed = unwritten(rows);
  const [first] = owed;
  if (first === undefined) return [];
  const year = fiscalYearOfCase(rows.case);
  const name = `${nameOf(rows.case)}${year === null ? '' : `（${formatFiscalYear(year)}）`}`;
  const isOne = owed.length === 1;
  return [
    {
      id: `${rows.case.document} owed`,
      caseId: rows.case.id,
      kind: '記録',
      title: isOne
        ? `${name} ${titleAndDate(rows, first)}の記録がまだです`
        : `${name} 記録がまだの会合が${owed.length}件あります`,
      detail: isOne ? '' : `${titleAndDate(rows, first)}ほか`,
      button: isOne ? '書く' : '見る',
      place: { kind: isOne ? 'meeting' : 'flow', meetingId: first.id },
    },
  ];
};

/** From the last held meeting on, or from the day on which the municipality came in. */
const silence = (rows: CaseConcernRows, today: Day): readonly Concern[] => {
  // With the last report given nobody has to call any more.
  if (suggestNext(rows, today).kind === 'done') return [];
  const last = lastContact(rows.meetings, today);
  const { entryDate } = rows.case;
  const entered = entryDate !== '' && isDay(entryDate) ? entryDate : null;
  const days = last?.days ?? (entered ? daysBetween(entered, today) : 0);
  if (days < SILENT_DAYS) return [];
  return [
    {
      id: `${rows.case.document} silence`,
      caseId: rows.case.id,
      kind: '連絡',
      title: `${nameOf(rows.case)}と${days}日 連絡がありません`,
      detail: last
        ? `最後: ${formatPartialDate(dateOf(last.meeting), 'short')} ${titleIn(rows, last.meeting)}`
        : `${entered ? formatPartialDate(entered, 'short') : ''}の申込みから まだ会合がありません`,
      button: '連絡を記録',
      place: { kind: 'contact' },
    },
  ];
};

/** 対象者像のたたき台（町・1/10）ほか */
const overdueActions = (rows: CaseConcernRows, today: Day): readonly Concern[] => {
  const late = rows.actions
    .filter(
      (row) =>
        isLive(row) && row.state === 'open' && isPartialDate(row.due) && isPast(row.due, today),
    )
    .toSorted((a, b) => compareTexts(a.due, b.due));
  const [first] = late;
  if (first === undefined) return [];
  const due = isPartialDate(first.due) ? formatPartialDate(first.due, 'short') : '';
  const who = [first.owner, due].filter(Boolean).join('・');
  return [
    {
      id: `${rows.case.document} actions`,
      caseId: rows.case.id,
      kind: '期限',
      title: `${nameOf(rows.case)} 対応事項${late.length}件が期限を過ぎました`,
      detail: `${first.text}（${who}）${late.length > 1 ? 'ほか' : ''}`,
      button: '見る',
      place: { kind: 'findings' },
    },
  ];
};

const checks = (rows: CaseConcernRows, today: Day): readonly Concern[] =>
  checkRows(rows, today).map((check) => ({
    id: `${rows.case.document} ${check.code} ${check.records.join(' ')} ${check.message}`,
    caseId: rows.case.id,
    kind: '確認',
    title: check.message,
    detail: nameOf(rows.case),
    button: '見る',
    place: placeOfCheck(check, rows),
  }));
