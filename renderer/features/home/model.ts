import { addDays, fiscalYearOf, weekdayOf } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isDay } from '#shared/dates/types.ts';
import { type CaseRow, PROGRAMME_NAMES } from '#shared/domain/case/case.ts';
import { buildLadder, type LadderRung } from '#shared/domain/ladder/ladder.ts';
import { modeNamesOf } from '#shared/domain/ladder/ladder-meeting.ts';
import {
  type LastContact,
  lastContact,
  nextMeeting,
  upcomingMeetings,
} from '#shared/domain/ladder/timeline.ts';
import {
  MEETING_STATE_NAMES,
  type MeetingRow,
  type MeetingState,
} from '#shared/domain/meeting/meeting.ts';
import { shortTitleOf, titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import type { YearRows } from './queries.ts';

/** After so many days without a contact a case is worth a thought. */
export const SILENT_DAYS = 30;

/** A rung of the small ladder in the table. */
export type Step = {
  readonly id: string;
  /** The round's number, or null for a pre-meeting. */
  readonly number: string | null;
  readonly state: MeetingState;
  /** 第1回支援 実施: read out. */
  readonly words: string;
};

export type CaseLine = {
  readonly id: string;
  readonly name: string;
  readonly programme: string | null;
  readonly theme: string;
  readonly steps: readonly Step[];
  /** Whether the year is over, so that nothing has to come next. */
  readonly isOver: boolean;
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
export const nameOf = (row: CaseRow): string => row.municipalityName || '（市町村名なし）';

const stepOf = (rung: LadderRung): readonly Step[] => {
  switch (rung.kind) {
    case 'round':
      return [
        {
          id: rung.id,
          number: rung.number === null ? '?' : String(rung.number),
          state: rung.state,
          words: `${rung.title} ${MEETING_STATE_NAMES[rung.state]}`,
        },
      ];
    case 'preMeeting':
      return [
        {
          id: rung.id,
          number: null,
          state: rung.meeting.state,
          words: `${rung.meeting.title} ${MEETING_STATE_NAMES[rung.meeting.state]}`,
        },
      ];
    default:
      return [];
  }
};

/** The table of the year's cases, by name of the municipality as the list of cases has it: by code. */
export const caseLines = (rows: YearRows, today: Day): readonly CaseLine[] => {
  const isOver = rows.year !== null && rows.year < fiscalYearOf(today);
  const roundsOf = groupBy(rows.rounds, (row) => row.document);
  const meetingsOf = groupBy(rows.meetings, (row) => row.document);
  return rows.cases
    .toSorted((a, b) => (a.municipalityCode < b.municipalityCode ? -1 : 1))
    .map((row) => {
      const rounds = roundsOf.get(row.document) ?? [];
      const meetings = meetingsOf.get(row.document) ?? [];
      const none = { attendances: [], findings: [], variants: [], notes: new Set<string>() };
      const ladder = buildLadder({ case: row, rounds, meetings, ...none });
      const roundOf = (meeting: MeetingRow) =>
        rounds.find(({ id }) => id === meeting.round) ?? null;
      const next = nextMeeting(meetings, today);
      const last = lastContact(meetings, today);
      return {
        id: row.id,
        name: nameOf(row),
        programme: row.programme === 'national' ? PROGRAMME_NAMES.national : null,
        theme: row.themeText || row.themes.map(({ name }) => name).join('、'),
        steps: ladder.rungs.flatMap(stepOf),
        isOver,
        next: next && {
          meetingId: next.id,
          text: `${formatPartialDate(dateOf(next), 'short')} ${shortTitleOf(next, roundOf(next))}`,
        },
        last: last && lastText(last, isOver),
      };
    });
};

/** Days count while the year runs; of a year that is over the day itself says more. */
const lastText = (last: LastContact, isOver: boolean): NonNullable<CaseLine['last']> => {
  if (isOver) return { text: formatPartialDate(dateOf(last.meeting), 'dotted'), isLong: false };
  return {
    text: last.days === 0 ? '今日' : `${last.days}日前${last.approximate ? '～' : ''}`,
    isLong: last.days >= SILENT_DAYS,
  };
};

const AHEAD_DAYS = 14;

/** What is planned for today and the two weeks after it; months without a day are left to the table. */
export const comingMeetings = (rows: YearRows, today: Day): readonly Coming[] => {
  const end = addDays(today, AHEAD_DAYS);
  const home = new Map(rows.cases.map((row) => [row.document, row]));
  const roundOf = new Map(rows.rounds.map((row) => [`${row.document} ${row.id}`, row]));
  return upcomingMeetings(rows.meetings, today).flatMap((meeting) => {
    const row = home.get(meeting.document);
    const date = dateOf(meeting);
    if (row === undefined || !isDay(date) || date > end) return [];
    const round = roundOf.get(`${meeting.document} ${meeting.round}`) ?? null;
    const supporters = meeting.supporters.map(({ name }) => name).join('、');
    return [
      {
        id: `${meeting.document} ${meeting.id}`,
        caseId: row.id,
        day: formatPartialDate(date, 'short'),
        when: [weekdayOf(date), meeting.startTime].filter(Boolean).join(' '),
        title: `${nameOf(row)} ${titleOf(meeting, round).title}`,
        detail: [modeNamesOf(meeting).join('・'), meeting.place, supporters]
          .filter(Boolean)
          .join('・'),
        isPrepared: rows.withProgramme.has(`${meeting.document} ${meeting.id}`),
      },
    ];
  });
};

/** The id of a meeting inside a `document id` pair. */
export const meetingIdOf = (coming: Coming): string => coming.id.slice(coming.id.indexOf(' ') + 1);
