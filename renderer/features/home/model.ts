import { addDays, fiscalYearOf, weekdayOf } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isDay, isPartialDate } from '#shared/dates/types.ts';
import { PROGRAMME_NAMES } from '#shared/domain/case/case.ts';
import type { CaseDigest, CaseHead, Step } from '#shared/domain/digest/digest.ts';
import { lastContact, nextPlanned } from '#shared/domain/digest/on-day.ts';
import { compareTime, isToCome } from '#shared/domain/ladder/timeline.ts';
import type { YearRows } from './queries.ts';

/** After so many days without a contact a case is worth a thought. */
export const SILENT_DAYS = 30;

export type CaseLine = {
  readonly id: string;
  readonly name: string;
  readonly programme: string | null;
  readonly theme: string;
  readonly steps: readonly Step[];
  /** Whether the year is over, so that nothing has to come next. */
  readonly isOver: boolean;
  /** 終了 3/31; '' while it goes on. */
  readonly ended: string;
  readonly next: { readonly meetingId: string; readonly text: string } | null;
  readonly last: { readonly text: string; readonly isLong: boolean } | null;
};

export type Coming = {
  readonly id: string;
  readonly caseId: string;
  readonly day: string;
  readonly when: string;
  readonly title: string;
  readonly detail: string;
  readonly isPrepared: boolean;
};

/** The municipality's name, or that it has none. */
export const nameOf = (row: Pick<CaseHead, 'municipalityName'>): string =>
  row.municipalityName || '（市町村名なし）';

const endedWords = ({ endedOn }: CaseHead): string => {
  if (endedOn === '') return '';
  return isPartialDate(endedOn) ? `終了 ${formatPartialDate(endedOn, 'short')}` : '終了';
};

/** The table of the year's cases, by name of the municipality as the list of cases has it: by code. */
export const caseLines = (rows: YearRows, today: Day): readonly CaseLine[] => {
  const isOver = rows.year !== null && rows.year < fiscalYearOf(today);
  return rows.cases
    .toSorted((a, b) => (a.case.municipalityCode < b.case.municipalityCode ? -1 : 1))
    .map((digest) => {
      const { case: head, steps } = digest;
      const next = nextPlanned(digest, today);
      return {
        id: head.id,
        name: nameOf(head),
        programme: head.programme === 'national' ? PROGRAMME_NAMES.national : null,
        theme: head.themeText || head.themes.map(({ name }) => name).join('、'),
        steps,
        isOver,
        ended: endedWords(head),
        next:
          next === null
            ? null
            : {
                meetingId: next.id,
                text: `${formatPartialDate(next.date, 'short')} ${next.shortTitle}`,
              },
        last: lastText(digest, today, isOver),
      };
    });
};

/** Days count while the year runs; of a year that is over the day itself says more. */
const lastText = (digest: CaseDigest, today: Day, isOver: boolean): CaseLine['last'] => {
  const last = lastContact(digest, today);
  if (last === null) return null;
  if (isOver) return { text: formatPartialDate(last.meeting.date, 'dotted'), isLong: false };
  return {
    text: last.days === 0 ? '今日' : `${last.days}日前${last.approximate ? '～' : ''}`,
    isLong: last.days >= SILENT_DAYS && digest.case.endedOn === '',
  };
};

const AHEAD_DAYS = 14;

/**
 * What is planned for today and the two weeks after it, in cases of whatever year; months without a day are
 * left to the table.
 */
export const comingMeetings = ({ planned }: YearRows, today: Day): readonly Coming[] => {
  const end = addDays(today, AHEAD_DAYS);
  return planned
    .flatMap(({ case: head, planned: meetings }) => meetings.map((meeting) => ({ head, meeting })))
    .filter(({ meeting: { date, until } }) => isToCome(until, today) && isDay(date) && date <= end)
    .toSorted((a, b) => compareTime(a.meeting, b.meeting))
    .map(({ head, meeting }) => ({
      id: `${head.document} ${meeting.id}`,
      caseId: head.id,
      day: formatPartialDate(meeting.date, 'short'),
      when: [isDay(meeting.date) ? weekdayOf(meeting.date) : '', meeting.startTime]
        .filter(Boolean)
        .join(' '),
      title: `${nameOf(head)} ${meeting.title}`,
      detail: [meeting.modes, meeting.place, meeting.supporters].filter(Boolean).join('・'),
      isPrepared: meeting.hasProgramme,
    }));
};

/** The id of a meeting inside a `document id` pair. */
export const meetingIdOf = (coming: Coming): string => coming.id.slice(coming.id.indexOf(' ') + 1);
