import { monthOf, weekdayOf } from '../../dates/calendar.ts';
import { formatFiscalYear } from '../../dates/format.ts';
import { formatSpan } from '../../dates/span.ts';
import { type FiscalYear, isDay, type PartialDate } from '../../dates/types.ts';
import { assertNever } from '../../result.ts';
import {
  MEETING_KIND_NAMES,
  type MeetingRow,
  type MeetingState,
  type RoundRow,
} from '../meeting/meeting.ts';
import { ordinalOf, roundNumberOf, startTimeOf } from '../meeting/typed-values.ts';
import { prefectureName } from '../office/prefectures.ts';
import { isBlank, isOutsideYear } from '../record/row-values.ts';
import type { Entry, TableRows } from './entries.ts';
import type { TableDates } from './material.ts';
import type { TableOptions } from './options.ts';

/** 1回目支援, as the prefecture's tables call 第1回支援. */
export const roundWords = (round: RoundRow): string => {
  const number = roundNumberOf(round);
  return number === null ? '支援（回は未定）' : `${number}回目支援`;
};

/** 午前 for 午前の部; other labels stand as they are. */
export const partWords = (label: string): string => label.trim().replace(/の部$/, '');

/**
 * What a line is called: 0.5次ミーティング, 1回目支援, 2回目支援（第1部）, else its own title, else its kind.
 * @param title the title where a source of the table gives another one than the meeting's own
 */
export const entryWords = (
  entry: Entry,
  { parts: hasParts }: Pick<TableOptions, 'parts'>,
  title = entry.meetings[0].title,
): string => {
  const [first] = entry.meetings;
  if (entry.round !== null) {
    const parts = entry.meetings.map(({ partLabel }) => partLabel.trim()).filter(Boolean);
    const suffix = hasParts && entry.isPartly && parts.length > 0 ? `（${parts.join('・')}）` : '';
    return `${roundWords(entry.round)}${suffix}`;
  }
  const ordinal = ordinalOf(first);
  if (ordinal !== null) return `${ordinal}次ミーティング`;
  if (!isBlank(title)) return title.trim();
  return first.kind === 'preMeeting' ? '事前ミーティング' : MEETING_KIND_NAMES[first.kind];
};

/** （予定）, （延期）, （コロナのため延期）; nothing for what was held. */
export const stateWords = (
  { state, meetings }: Entry,
  { reasons: hasReasons }: Pick<TableOptions, 'reasons'>,
): string => {
  if (state === 'planned') return '（予定）';
  if (state !== 'postponed') return '';
  const reasons = new Set(meetings.map(({ stateReason }) => stateReason.trim()).filter(Boolean));
  if (!hasReasons || reasons.size === 0) return '（延期）';
  const words = [...reasons].join('、');
  return words.endsWith('延期') ? `（${words}）` : `（${words}により延期）`;
};

/** Stands behind what was changed after it had been confirmed; it explains itself, and import drops it. */
export const CHANGED_MARK = '〔確定後に変更〕';

/** The mark where it is wanted and the record of one of the meetings was changed. */
export const markWords = ({ meetings }: Entry, rows: TableRows, { marks }: TableOptions): string =>
  marks && meetings.some(({ id }) => rows.changed?.has(id)) ? CHANGED_MARK : '';

/** A date that its fiscal year does not explain is written with its year all the same. */
const styleFor = (date: PartialDate, dates: TableDates, year: FiscalYear | null): TableDates =>
  dates === 'monthDay' && (year === null || isOutsideYear(date, year)) ? 'japanese' : dates;

const withoutYear = (words: string): string => words.replace(/^.*?年/, '');

/**
 * 8月24日(水), 令和4年8月24日(水), R4.8.24(水), 2022年8月24日(水), 12月26日(月)～27日(火); a month likewise;
 * '' while unknown.
 */
export const dateWords = (
  date: PartialDate,
  dates: TableDates,
  year: FiscalYear | null,
  endDate: PartialDate = '',
): string => {
  if (date === '') return '';
  const style = styleFor(date, dates, year);
  switch (style) {
    case 'monthDay':
      return withoutYear(formatSpan(date, endDate, 'long'));
    case 'japanese':
      return formatSpan(date, endDate, 'long');
    case 'short': {
      const words = formatSpan(date, endDate, 'dotted');
      return isDay(date) && endDate === '' ? `${words}(${weekdayOf(date)})` : words;
    }
    case 'gregorian':
      return formatSpan(date, endDate, 'gregorian');
    default:
      return assertNever(style);
  }
};

/** What stands for a date that nobody knows: what was held is not open any more. */
export const unknownDateWords = (state: MeetingState): string =>
  state === 'held' ? '日付不明' : '未定';

/** The month of an entry: 8月, 令和4年8月, 2022年8月. */
export const monthWords = (
  { date, state }: Pick<Entry, 'date' | 'state'>,
  dates: TableDates,
  year: FiscalYear | null,
): string => {
  const month = monthOf(date);
  return month === '' ? unknownDateWords(state) : dateWords(month, dates, year);
};

/** A day in brackets: (8/24), (R4.8.24), (2022/8/24); nothing for a month alone. */
export const bracketDate = (
  date: PartialDate,
  dates: TableDates,
  year: FiscalYear | null,
  endDate: PartialDate = '',
): string => {
  if (!isDay(date)) return '';
  const short = formatSpan(date, endDate, 'short');
  const style = styleFor(date, dates, year);
  switch (style) {
    case 'monthDay':
      return `(${short})`;
    case 'japanese':
    case 'short':
      return `(${formatSpan(date, endDate, 'dotted')})`;
    case 'gregorian':
      return `(${date.slice(0, 4)}/${short})`;
    default:
      return assertNever(style);
  }
};

/** 令和4年度, or 2022年度 where years are written so. */
export const fiscalYearWords = (year: FiscalYear | null, dates: TableDates): string => {
  if (year === null) return '';
  return dates === 'gregorian' ? `${year}年度` : formatFiscalYear(year);
};

/** The words above a table: 益城町　支援（詳細）　令和4年度. */
export const captionWords = (rows: TableRows, name: string, year: string): string =>
  [rows.case?.municipalityName.trim() ?? '', name, year].filter(Boolean).join('　');

/** 午前 or 午後: by what was noted, else by the clock, else by the part's name; '' while unknown. */
export const halfOfDay = (meeting: MeetingRow): string => {
  if (!isBlank(meeting.timeNote)) return meeting.timeNote.trim();
  const start = startTimeOf(meeting);
  if (start !== '') return start < '12:00' ? '午前' : '午後';
  return /^午[前後]/.exec(meeting.partLabel.trim())?.[0] ?? '';
};

/**
 * How a supporter is printed. The prefecture itself is 県 (都, 道, 府) in its own tables, whatever it
 * is called elsewhere (熊本県).
 */
export const supporterWords = (name: string, { case: row }: TableRows): string => {
  const own = row?.prefectureName.trim() || prefectureName(row?.municipalityCode ?? '');
  const plain = name.trim();
  return own !== '' && plain === own ? plain.slice(-1) : plain;
};
