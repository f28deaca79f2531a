import { comparePartialDates, daysBetween } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isDay, isPartialDate } from '#shared/dates/types.ts';
import { checkRows } from '#shared/domain/checks.ts';
import { writtenOf } from '#shared/domain/ladder-meeting.ts';
import type { MeetingRow } from '#shared/domain/meeting.ts';
import { titleOf } from '#shared/domain/meeting-title.ts';
import { dateOf, isLive, isPast } from '#shared/domain/row-values.ts';
import { lastContact } from '#shared/domain/timeline.ts';
import { SILENT_DAYS } from './model.ts';
import type { CaseConcernRows } from './queries.ts';

/** Where a concern is put right. */
export type Place =
  | { readonly kind: 'meeting'; readonly meetingId: string }
  | { readonly kind: 'flow' | 'findings' };

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

/** Concerns of all cases: records that are owed first, then silence, deadlines, and checks. */
export const concernsOf = (
  cases: readonly CaseConcernRows[],
  today: Day,
  isCurrentYear: boolean,
): readonly Concern[] => {
  const found = cases.flatMap((rows) => [
    ...owedRecords(rows, today),
    // A year that is over has no next contact.
    ...(isCurrentYear ? silence(rows, today) : []),
    ...overdueActions(rows, today),
    ...checks(rows, today),
  ]);
  const kinds: readonly Concern['kind'][] = ['記録', '連絡', '期限', '確認'];
  return found.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
};

const titleIn = (rows: CaseConcernRows, meeting: MeetingRow): string =>
  titleOf(meeting, rows.rounds.find(({ id }) => id === meeting.round) ?? null).title;

/** More records than these of one case are said in one line. */
const OWED_ONE_BY_ONE = 2;

const owedRecords = (rows: CaseConcernRows, today: Day): readonly Concern[] => {
  const owed = rows.meetings
    .filter((row) => isLive(row) && writtenOf(row, rows.notes.has(row.id)) === 'missing')
    // What was only sent needs no minutes.
    .filter((row) => row.kind !== 'information')
    .toSorted((a, b) => comparePartialDates(dateOf(a), dateOf(b)));
  const name = rows.case.municipalityName;
  const titleAndDate = (row: MeetingRow): string => {
    const date = dateOf(row);
    const when = date === '' ? '' : `（${formatPartialDate(date, 'short')}）`;
    return `${titleIn(rows, row)}${when}`;
  };
  const [first] = owed;
  if (first !== undefined && owed.length > OWED_ONE_BY_ONE) {
    return [
      {
        id: `${rows.case.document} owed`,
        caseId: rows.case.id,
        kind: '記録',
        title: `${name} 記録がまだの会合が${owed.length}件あります`,
        detail: `${titleAndDate(first)}ほか`,
        button: '支援の流れを見る',
        place: { kind: 'flow' },
      },
    ];
  }
  return owed.map((row) => {
    const date = dateOf(row);
    return {
      id: `${row.document} ${row.id} owed`,
      caseId: rows.case.id,
      kind: '記録',
      title: `${name} ${titleAndDate(row)}の記録がまだです`,
      detail: isDay(date) ? `${daysBetween(date, today)}日前の会合` : '',
      button: '書く',
      place: { kind: 'meeting', meetingId: row.id },
    };
  });
};

const silence = (rows: CaseConcernRows, today: Day): readonly Concern[] => {
  const last = lastContact(rows.meetings, today);
  if (last === null || last.days < SILENT_DAYS) return [];
  const date = formatPartialDate(dateOf(last.meeting), 'short');
  return [
    {
      id: `${rows.case.document} silence`,
      caseId: rows.case.id,
      kind: '連絡',
      title: `${rows.case.municipalityName}と${last.days}日 連絡がありません`,
      detail: `最後: ${date} ${titleIn(rows, last.meeting)}`,
      button: '支援の流れを見る',
      place: { kind: 'flow' },
    },
  ];
};

const overdueActions = (rows: CaseConcernRows, today: Day): readonly Concern[] => {
  const late = rows.actions.filter(
    (row) =>
      isLive(row) && row.state === 'open' && isPartialDate(row.due) && isPast(row.due, today),
  );
  const [first] = late;
  if (first === undefined) return [];
  const rest = late.length > 1 ? 'ほか' : '';
  return [
    {
      id: `${rows.case.document} actions`,
      caseId: rows.case.id,
      kind: '期限',
      title: `${rows.case.municipalityName} 対応事項${late.length}件が期限を過ぎました`,
      detail: `${first.text}${rest}`,
      button: '見る',
      place: { kind: 'findings' },
    },
  ];
};

const checks = (rows: CaseConcernRows, today: Day): readonly Concern[] =>
  checkRows(rows, today).map((check) => {
    const meeting = rows.meetings.find((row) => isLive(row) && check.records.includes(row.id));
    return {
      id: `${rows.case.document} ${check.code} ${check.records.join(' ')}`,
      caseId: rows.case.id,
      kind: '確認',
      title: check.message,
      detail: rows.case.municipalityName,
      button: '見る',
      place: meeting ? { kind: 'meeting', meetingId: meeting.id } : { kind: 'flow' },
    };
  });
