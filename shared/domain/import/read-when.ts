import { monthOf } from '../../dates/calendar.ts';
import { formatFiscalYear, formatPartialDate } from '../../dates/format.ts';
import { parseFiscalYear, parsePartialDate, parseTimeRange } from '../../dates/parse.ts';
import { parseDateSpan } from '../../dates/span.ts';
import {
  type Day,
  type FiscalYear,
  isDay,
  type PartialDate,
  type TimeOfDay,
} from '../../dates/types.ts';
import { plainOf } from '../../text/folded.ts';
import { quote } from '../../text/typed.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { isOutsideYear } from '../record/row-values.ts';
import { splitState, stateOfWords } from './read-state.ts';
import { usualDate } from './usual-date.ts';

/** A date as a cell says it, with what is odd about it. */
export type When = {
  readonly date: PartialDate;
  /** The last of several days: 12/26～27, 12月26日・27日. */
  readonly endDate: Day | '';
  readonly startTime: TimeOfDay;
  readonly endTime: TimeOfDay;
  /** 午前 or 午後, where the cell says no more. */
  readonly half: '' | '午前' | '午後';
  /** What the cell says beyond what can be stored: 上旬, ～8/4. */
  readonly rest: string;
  /** 予定, 延期, 中止 beside the date. */
  readonly state: MeetingState | null;
  readonly reason: string;
  readonly doubts: readonly string[];
};

export const UNKNOWN_WHEN: When = {
  date: '',
  endDate: '',
  startTime: '',
  endTime: '',
  half: '',
  rest: '',
  state: null,
  reason: '',
  doubts: [],
};

/** Whether a cell says that the date is not known. */
export const isUnknown = (text: string): boolean =>
  /^(?:日付|日程|日時)?(?:未定|不明|調整中|[-－―—–ー]{1,3})$/.test(text.trim());

/** Where a time or a vague word begins right behind a date. */
const BEHIND =
  /^(?:午前|午後|am|pm|\d{1,2}[:：時]|[~〜～\-－–—、,，・及]|頃|ごろ|見込|仮$|候補|目[途処標]|案$|上旬|中旬|下旬|初旬|初め|末|中|以降|以前|前後|から|まで|[(（【][^()（）【】]{1,30}[)）】]$)/i;

/** What stands before a date: how sure it is (見込み 10/14, 【仮】10/14), or only what it is (日時：8/24). */
const BEFORE =
  /^[(（【［[〔〈《]?(?:(見込み?|予定日?|仮|第?[1-9１-９]?候補日?|目[途処標]|概ね|おおむね|約|変更後|延期後)|(?:開催|実施)?(?:日[時付程]?|期日))[)）】］\]〕〉》]?[\s\u3000:：、]{0,9}(?=['’RrHhSs令平昭\d０-９])/;

/** Words that name a time and no day. */
const VAGUE =
  /^(?:随時|適宜|都度|通年|年間|毎[年月週日]|隔[月週]|定期|不定期|年度(?:内|末|当初|初め|前半|後半)|[上下]半?期|[前後]期|[春夏秋冬]|第[1-4一二三四]四半期|[年月週]に?\d{1,2}回)/;

/** A date is sought in so many letters at a cell's beginning: a cell may hold 32,767 of them. */
const SOUGHT = 200;

/** Reads 8月, 8/3, 8月24日(水)午後, R4.8.24 13:30～15:00, 8/24(予定), 10/6→10/13; null where there is no date. */
export const readWhen = (text: string, year: FiscalYear): When | null => {
  if (text.length <= SOUGHT) {
    const { text: bare, state, reason } = splitState(text, true);
    const found = bare === '' ? UNKNOWN_WHEN : readMoved(bare, year);
    return found && { ...found, state: state ?? found.state, reason: reason || found.reason };
  }
  const found = readBeginning(text.slice(0, SOUGHT), year);
  // What was not looked at is more than can be stored as a date, and is kept as that.
  return (
    found && {
      ...found,
      rest: text,
      doubts: [...found.doubts, ...(found.rest === '' ? [beyond(text.slice(SOUGHT))] : [])],
    }
  );
};

const beyond = (text: string): string =>
  `${quote(text)}は日付として取り込めません。備考に残します。`;

const ARROW = /→|⇒|➡|⟶|->|=>/;

/** 10/6から10/13に変更, 10/6（10/13に変更） say the same as 10/6→10/13. */
const arrowed = (text: string): string => {
  const bare = text.replace(/[)）]$/, '');
  const end = /(?:に|へ)?(?:変更|延期|順延)$/.exec(bare);
  if (end === null) return withoutTail(text);
  const middle = /から|より|[(（→]/.exec(bare);
  if (middle === null) return text;
  const from = bare.slice(0, middle.index);
  return `${from}→${bare.slice(middle.index + middle[0].length, end.index)}`;
};

/** 8/3(→8/10): a bracket that an arrow stands in has no other end. */
const withoutTail = (text: string): string =>
  /[(（][^()（）]{0,8}(?:→|⇒)/.test(text) ? text.replace(/[)）]$/, '') : text;

const MOVED_BEFORE = /[(（]?(?:延期|順延|中止|変更)$/;

/** 10/6→10/13 was moved to the last of its dates, 8/24→中止 was called off. */
const readMoved = (text: string, year: FiscalYear): When | null => {
  const parts = arrowed(text)
    .split(ARROW)
    .map((part) => part.replace(/^[(（]|[(（]$/g, '').trim());
  const [typed = '', ...others] = parts;
  // 10/6(中止→10/13), 延期→10/13: the word beside the arrow only says why.
  const first = others.length === 0 ? typed : typed.replace(MOVED_BEFORE, '').trim();
  const last = others.at(-1);
  if (last === undefined) return readBeginning(text, year);
  const before = first === '' ? UNKNOWN_WHEN : readBeginning(first, year);
  if (before === null) return null;
  const state = stateOfWords(last);
  if (state !== null) return { ...before, state };
  const dayOnly = /^\d{1,2}(?=日?(?:[(（][日月火水木金土][)）])?$)/.exec(plainOf(last))?.[0];
  const month = isDay(before.date) ? Number(monthOf(before.date).slice(5)) : null;
  const moved =
    dayOnly !== undefined && month !== null
      ? readBeginning(`${month}/${dayOnly}`, year)
      : readBeginning(last, year);
  if (moved === null) return { ...before, rest: text, doubts: [...before.doubts, beyond(text)] };
  const doubt = `${first === '' ? 'はじめの日' : quote(first)}から変わった日付として取り込みます。もとの日付は備考に残します。`;
  return { ...moved, rest: text, doubts: [...moved.doubts, doubt] };
};

const readBeginning = (text: string, year: FiscalYear): When | null => {
  if (isUnknown(text)) return UNKNOWN_WHEN;
  const [before = '', sureness] = BEFORE.exec(text) ?? [];
  if (before !== '') {
    const found = readBeginning(text.slice(before.length), year);
    if (found === null || sureness === undefined) return found;
    const doubt = `${quote(sureness)}とある日付です。もとの書き方は備考に残します。`;
    return { ...found, rest: text, doubts: [...found.doubts, doubt] };
  }
  const usual = usualDate(plainOf(text), year);
  const days = readDays(usual.text, year);
  if (days) return { ...days, doubts: [...usual.doubts, ...days.doubts] };
  const words = usual.text.split(/\s+/).filter(Boolean);
  const isUntil = /^[~〜～]/.test(usual.text);
  const found = readWords(isUntil ? usual.text.slice(1).split(/\s+/) : words, year);
  if (found && isUntil) return { ...found, rest: text, doubts: [...found.doubts, beyond(text)] };
  if (found) return { ...found, doubts: [...usual.doubts, ...found.doubts] };
  const isYear = /年/.test(usual.text) && parseFiscalYear(usual.text).ok;
  if (!isYear && !VAGUE.test(usual.text)) return null;
  const doubt = `${quote(text)}は日付ではないため、日付未定とし、備考に残します。`;
  return { ...UNKNOWN_WHEN, rest: text, doubts: [doubt] };
};

/** Days in a row, with what stands behind them: 12/26～27, 12月26日(月)・27日(火) 午後. */
const DAYS =
  /^([^~〜～・、,\s]{3,24}(?:[~〜～・、,]|から|及び)(?:[^~〜～・、,\s:：時]{0,14}[/月.])?\d{1,2}日?(?:[(（][日月火水木金土](?:曜日?)?(?:・?祝日?)?[)）])?)(?:まで)?(?![\d:：時/月.])(.*)$/s;

const readDays = (text: string, fiscalYear: FiscalYear): When | null => {
  const [, typed = '', rest = ''] = DAYS.exec(text) ?? [];
  const parsed = parseDateSpan(typed, { fiscalYear });
  if (typed === '' || !parsed.ok || parsed.value.endDate === '') return null;
  const first = dated(typed.split(/[~〜～・、,]|から|及び/)[0] ?? '', rest, fiscalYear);
  return first && { ...first, endDate: parsed.value.endDate };
};

const readWords = (words: readonly string[], year: FiscalYear): When | null => {
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
  const time = withTime(rest.trim());
  return { ...time, date, doubts: [...doubts, ...time.doubts] };
};

const withTime = (rest: string): Omit<When, 'date'> => {
  const { date: _, ...none } = UNKNOWN_WHEN;
  if (rest === '') return none;
  const half = /^[(（]?(午前|午後|am|pm)[)）]?$/i.exec(rest)?.[1]?.toLowerCase();
  if (half === '午前' || half === 'am') return { ...none, half: '午前' };
  if (half === '午後' || half === 'pm') return { ...none, half: '午後' };
  const range = parseTimeRange(rest.replace(/^[(（]|[)）]$/g, ''));
  // ～4 behind 8/3 is a day, not four o'clock.
  if (range.ok && /[:：時半]|午|[ap]m/i.test(rest))
    return { ...none, startTime: range.value.start, endTime: range.value.end };
  return { ...none, rest, doubts: [beyond(rest)] };
};

/** What keeps a text from being a date, for a row that is left out. */
export const whyNoDate = (text: string, fiscalYear: FiscalYear): string => {
  const parsed = parsePartialDate(text.slice(0, SOUGHT), { fiscalYear });
  return parsed.ok ? '' : parsed.error.happened;
};
