import type { TimeOfDay } from '../../dates/types.ts';
import { compareTexts } from '../record/row-values.ts';
import type { MeetingRow } from './meeting.ts';
import { startTimeOf } from './typed-values.ts';

/** What is known of when on its day a meeting begins. */
export type DayPart = {
  /** By the clock; '' while unknown. */
  readonly startTime: TimeOfDay;
  /** 0 in the morning, 1 at noon, 2 in the afternoon, 3 in the evening; null while unknown. */
  readonly half: 0 | 1 | 2 | 3 | null;
  /** Meetings of one series are counted together: the parts of a round, 打合せ① and 打合せ②. */
  readonly series: string;
  /** 第2部② is [2, 2]; none where nothing is counted. */
  readonly numbers: readonly number[];
};

const HALVES: readonly (readonly [words: RegExp, half: 0 | 1 | 2 | 3])[] = [
  [/午前|朝/, 0],
  [/正午|昼/, 1],
  [/午後/, 2],
  [/夕|夜/, 3],
];

/** 午前 in 午前の部; null where the words name no half of the day, or several. */
const halfOfWords = (text: string): DayPart['half'] => {
  const [found, ...others] = HALVES.filter(([words]) => words.test(text));
  return found === undefined || others.length > 0 ? null : found[1];
};

const halfOfClock = (time: TimeOfDay): DayPart['half'] => {
  if (time === '') return null;
  if (time < '12:00') return 0;
  if (time < '13:00') return 1;
  return time < '17:30' ? 2 : 3;
};

const KANJI = '一二三四五六七八九十';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** 第2, 2部, ②, その2, (2); a name may hold other numbers, which count nothing. */
const COUNTED =
  /[①-⑳]|(?:第|その|[(（])([0-9０-９]{1,3}|[一二三四五六七八九十])|([0-9０-９]{1,3})(?=部|回目?|[)）])/gu;

const numberOf = (text: string): number => {
  const circled = CIRCLED.indexOf(text);
  if (circled >= 0) return circled + 1;
  const kanji = KANJI.indexOf(text);
  return kanji >= 0 ? kanji + 1 : Number(text.normalize('NFKC'));
};

const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(COUNTED)].map(([whole, behind, before]) => numberOf(behind ?? before ?? whole));

type Timed = Pick<MeetingRow, 'kind' | 'round' | 'partLabel' | 'title' | 'startTime' | 'timeNote'>;

/** When on its day a meeting begins, as far as its clock, its words and its part's name say. */
export const dayPartOf = (meeting: Timed): DayPart => {
  const startTime = startTimeOf(meeting);
  const counted = meeting.kind === 'session' ? meeting.partLabel : meeting.title;
  const stem = counted.replace(COUNTED, '').trim();
  return {
    startTime,
    half:
      halfOfClock(startTime) ??
      halfOfWords(meeting.timeNote) ??
      halfOfWords(meeting.partLabel) ??
      halfOfWords(meeting.title),
    series: meeting.kind === 'session' ? `round ${meeting.round}` : `${meeting.kind} ${stem}`,
    numbers: numbersIn(counted),
  };
};

const compareNumbers = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((number, index) => number !== b[index]);
  if (at === -1) return a.length - b.length;
  const other = b[at];
  return other === undefined ? 1 : (a[at] ?? 0) - other;
};

/**
 * Which of two meetings of one day comes first, by what is known of them: the clock, else the half of
 * the day (午前 before 午後), else the count within a series (① before ②).
 * @returns negative for the first, positive for the second, 0 where nothing says so
 */
export const compareDayParts = (a: DayPart, b: DayPart): number => {
  if (a.startTime !== '' && b.startTime !== '' && a.startTime !== b.startTime) {
    return compareTexts(a.startTime, b.startTime);
  }
  if (a.half !== null && b.half !== null && a.half !== b.half) return a.half - b.half;
  const isCounted = a.series === b.series && a.numbers.length > 0 && b.numbers.length > 0;
  return isCounted ? compareNumbers(a.numbers, b.numbers) : 0;
};
