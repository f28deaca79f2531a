import { formatFiscalYear, formatPartialDate } from '../../dates/format.ts';
import { parsePartialDate, parseTimeRange } from '../../dates/parse.ts';
import { type FiscalYear, isDay, type PartialDate, type TimeOfDay } from '../../dates/types.ts';
import { quote } from '../../text/typed.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { isOutsideYear } from '../record/row-values.ts';
import { CHANGED_MARK } from '../tables/words.ts';

/** A date as a cell says it, with what is odd about it. */
export type When = {
  readonly date: PartialDate;
  readonly startTime: TimeOfDay;
  readonly endTime: TimeOfDay;
  /** 午前 or 午後, where the cell says no more. */
  readonly half: '' | '午前' | '午後';
  /** What the cell says beyond what can be stored: 上旬, ～8/4. */
  readonly rest: string;
  readonly doubts: readonly string[];
};

export const UNKNOWN_WHEN: When = {
  date: '',
  startTime: '',
  endTime: '',
  half: '',
  rest: '',
  doubts: [],
};

/** （予定）, （延期） and （中止） behind a name or a date. */
const STATE_BEHIND = /(?<!\s)\s*[(（](予定|延期|中止)[)）]$/;
const STATES: Readonly<Record<string, MeetingState>> = {
  予定: 'planned',
  延期: 'postponed',
  中止: 'cancelled',
};

/** What our own tables say of a confirmed record is no part of its name. */
const withoutMark = (text: string): string =>
  text.endsWith(CHANGED_MARK) ? text.slice(0, -CHANGED_MARK.length) : text;

/** Parts a text from the state that stands behind it, if any. */
export const splitState = (
  text: string,
): { readonly text: string; readonly state: MeetingState | null } => {
  const match = STATE_BEHIND.exec(text);
  const words = withoutMark(match === null ? text : text.slice(0, match.index));
  return { text: words, state: match === null ? null : (STATES[match[1] ?? ''] ?? null) };
};

/** Whether a cell says that the date is not known. */
export const isUnknown = (text: string): boolean =>
  /^(?:日付|日程|日時)?(?:未定|不明|調整中)$/.test(text.trim());

/** Where a time or a vague word begins right behind a date. */
const BEHIND =
  /^(?:午前|午後|am|pm|\d{1,2}[:：時]|[~〜～\-－–—、,，・及]|頃|ごろ|上旬|中旬|下旬|初旬|初め|末)/i;

/** A date is sought in so many letters at a cell's beginning: a cell may hold 32,767 of them. */
const SOUGHT = 200;

/** Reads 8月, 8/3, 8月24日(水)午後, R4.8.24 13:30～15:00; null where no date stands at the beginning. */
export const readWhen = (text: string, year: FiscalYear): When | null => {
  const found = readBeginning(text.slice(0, SOUGHT), year);
  if (found === null || text.length <= SOUGHT) return found;
  // What was not looked at is more than can be stored as a date, and is kept as that.
  const beyond = `${quote(text.slice(SOUGHT))}は日付として取り込めません。備考に残します。`;
  return {
    ...found,
    rest: text,
    doubts: [...found.doubts, ...(found.rest === '' ? [beyond] : [])],
  };
};

const readBeginning = (text: string, year: FiscalYear): When | null => {
  if (isUnknown(text)) return UNKNOWN_WHEN;
  const words = text.normalize('NFKC').split(/\s+/).filter(Boolean);
  for (let count = words.length; count > 0; count -= 1) {
    const found = dated(words.slice(0, count).join(' '), words.slice(count).join(' '), year);
    if (found) return found;
  }
  const [first = ''] = words;
  for (let length = Math.min(first.length - 1, 24); length > 1; length -= 1) {
    const rest = [first.slice(length), ...words.slice(1)].join(' ');
    const found = BEHIND.test(rest) ? dated(first.slice(0, length), rest, year) : null;
    if (found) return found;
  }
  return null;
};

const dated = (typed: string, rest: string, fiscalYear: FiscalYear): When | null => {
  const parsed = parsePartialDate(typed, { fiscalYear });
  if (!parsed.ok || parsed.value.date === '') return null;
  const { date, weekday } = parsed.value;
  const doubts: string[] = [];
  if (weekday && !weekday.agrees && isDay(date)) {
    doubts.push(
      `(${weekday.typed})とありますが、${formatPartialDate(date, 'short')}は(${weekday.actual})です。`,
    );
  }
  if (isOutsideYear(date, fiscalYear)) {
    doubts.push(`この案件の年度（${formatFiscalYear(fiscalYear)}）の外の日付です。`);
  }
  return { ...withTime(rest.trim()), date, doubts: [...doubts, ...withTime(rest.trim()).doubts] };
};

const withTime = (rest: string): Omit<When, 'date'> => {
  const none = { startTime: '', endTime: '', half: '', rest: '', doubts: [] } as const;
  if (rest === '') return none;
  const half = /^[(（]?(午前|午後)[)）]?$/.exec(rest)?.[1];
  if (half === '午前' || half === '午後') return { ...none, half };
  const range = parseTimeRange(rest);
  if (range.ok) return { ...none, startTime: range.value.start, endTime: range.value.end };
  return { ...none, rest, doubts: [`${quote(rest)}は日付として取り込めません。備考に残します。`] };
};

/** What keeps a text from being a date, for a row that is left out. */
export const whyNoDate = (text: string, fiscalYear: FiscalYear): string => {
  const parsed = parsePartialDate(text.slice(0, SOUGHT), { fiscalYear });
  return parsed.ok ? '' : parsed.error.happened;
};
