import { addDays, fiscalYearOf } from '../../dates/calendar.ts';
import { day, type FiscalYear, makeDay } from '../../dates/types.ts';
import { quote } from '../../text/typed.ts';
import { withoutBrackets } from './brackets.ts';

/** A date as the parser of typed dates takes it, and what of it was a guess. */
export type UsualDate = { readonly text: string; readonly doubts: readonly string[] };

const ISO_TIME =
  /^(\d{4}-\d{1,2}-\d{1,2})T(\d{1,2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
/** 5.1.27, '23.1.27, 5年1月27日: a year of two digits, with what stands behind the day. */
const SHORT_YEAR = /^(')?(\d{1,2})([./年])(\d{1,2})[./月](\d{1,2})日?(?![\d./:])/;
/** 8～9月 */
const MONTHS = /^(\d{1,2})([~〜～・、,-]\d{1,2}月)/;
/** Aug-22, 4-Aug: what Excel makes of a typed 8月 or 8/4 in its English formats. */
const ENGLISH = /^(?:(\d{1,2})-)?([a-z]{3,9})(?:-(\d{2}))?$/i;
const ENGLISH_MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
/** Wednesday, August 24, 2022; 24 August 2022; 24-Aug-2022 */
const ENGLISH_DAY =
  /^(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}[,.]? {1,3})?(?:(\d{1,2})[ -])?([a-z]{3,9})\.?(?:[ -](\d{1,2}),?)?(?:,? |-)(\d{4})$/i;
/** 8/24/2022, 8/24/22: Excel's American formats. */
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/((?:20)?\d{2})(?![\d./:])/;
/** 令和四年八月二十四日, 二〇二二年八月 */
const KANJI_NUMBER = /[〇一二三四五六七八九十]{1,4}(?=[年月日])/g;
const KANJI = '〇一二三四五六七八九';
/** No date in brackets is longer. */
const LONGEST = 60;
const SERIAL = /^\d{5}(?:\.\d{1,20})?$/;
/** Excel's own numbers of days between 2000 and 2100. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050] as const;
const BEFORE = /^[①-⑳❶-❿⓵-⓾➀-➉㉑-㉟⑴-⒇・○●◎■□◆◇※]+[ \u3000]{0,9}/;
/** Brings what offices and programs write to what is read as a date: signs off, short years whole. */
export const usualDate = (plain: string, year: FiscalYear): UsualDate => {
  const trimmed = plain.trim();
  const inside = withoutBrackets(trimmed, LONGEST).replace(KANJI_NUMBER, numberOfKanji);
  const bare = inside
    .replace(BEFORE, '')
    .replace(/[①-⑳❶-❿⓵-⓾➀-➉㉑-㉟⑴-⒇⓪¹²³]{1,3}$/, '')
    .trim()
    // Midnight is how Excel and databases write a day without a time.
    .replace(/(?<=\d) 0{1,2}:00(?::00)?$/, '');
  const iso = ISO_TIME.exec(bare);
  if (iso !== null) {
    const [, date = '', time = ''] = iso;
    return { text: /^0?0:00$/.test(time) ? date : `${date} ${time}`, doubts: [] };
  }
  if (SERIAL.test(bare)) return ofSerial(bare);
  const english = ofEnglish(bare);
  if (english !== null) return { text: english, doubts: [] };
  const american = ofAmerican(bare, year);
  if (american !== null) return american;
  const months = MONTHS.exec(bare);
  if (months !== null)
    return { text: `${months[1]}月 ${bare.slice(months[1]?.length)}`, doubts: [] };
  return { text: withWholeYear(bare, year), doubts: [] };
};

/** The number of an English month, by its name or at least three letters of it; 0 for another word. */
const monthOfEnglish = (word: string): number =>
  ENGLISH_MONTHS.findIndex((name) => name.startsWith(word.toLowerCase())) + 1;

const ofEnglish = (text: string): string | null => {
  const [, day, name = '', short] = ENGLISH.exec(text) ?? [];
  const [, before, named = '', behind, long] = ENGLISH_DAY.exec(text) ?? [];
  const month = monthOfEnglish(name || named || '-');
  if (month === 0) return null;
  const year = long ?? (short === undefined ? undefined : `20${short}`);
  const dayOfMonth = day ?? before ?? behind;
  return `${year === undefined ? '' : `${year}年`}${month}月${dayOfMonth === undefined ? '' : `${dayOfMonth}日`}`;
};

/** 二十四 is 24, 〇四 is 4. */
const numberOfKanji = (letters: string): string => {
  const digitOf = (letter: string | undefined, none: number): number =>
    letter === undefined || letter === '' ? none : KANJI.indexOf(letter);
  const [tens, ones] = letters.split('十');
  if (ones !== undefined) return String(digitOf(tens, 1) * 10 + digitOf(ones, 0));
  return [...letters].map((letter) => KANJI.indexOf(letter)).join('');
};

/** The month stands first where only so a day of the century comes out, or one of the case's year. */
const ofAmerican = (text: string, fiscalYear: FiscalYear): UsualDate | null => {
  const [whole, month = '', dayOfMonth = '', typed = ''] = AMERICAN.exec(text) ?? [];
  if (whole === undefined) return null;
  const year = typed.length === 4 ? Number(typed) : 2000 + Number(typed);
  const date = makeDay(year, Number(month), Number(dayOfMonth));
  const isShort = typed.length === 2;
  // 5/1/27 is 令和5年1月27日 wherever that lies in the year.
  const isOther = isShort && isYearFirst(text, fiscalYear);
  if (date === null || isOther || (isShort && fiscalYearOf(date) !== fiscalYear)) return null;
  const doubts = [`${quote(whole)}は、月/日/年の順の日付として読みました。`];
  return { text: `${date}${text.slice(whole.length)}`, doubts };
};

const ofSerial = (text: string): UsualDate => {
  const serial = Math.floor(Number(text));
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return { text, doubts: [] };
  const date = addDays(day('2000-01-01'), serial - FIRST_SERIAL);
  return {
    text: date,
    doubts: [`${quote(text)}はExcelの日付の番号として読みました。`],
  };
};

/** The years that a short one may stand for, and whether its day then lies in the case's year. */
const yearsOf = (match: RegExpExecArray, fiscalYear: FiscalYear) => {
  const [, , digits = '', , month = '', dayOfMonth = ''] = match;
  const isIn = (year: number): boolean => {
    const date = makeDay(year, Number(month), Number(dayOfMonth));
    return date !== null && fiscalYearOf(date) === fiscalYear;
  };
  const [reiwa, western] = [2018 + Number(digits), 2000 + Number(digits)];
  return { reiwa, western, isReiwa: isIn(reiwa), isWestern: isIn(western) };
};

const isYearFirst = (text: string, fiscalYear: FiscalYear): boolean => {
  const match = SHORT_YEAR.exec(text);
  const years = match && yearsOf(match, fiscalYear);
  return years !== null && (years.isReiwa || years.isWestern);
};

/** The year is 令和's where that lies in the case's year, else the century's. */
const withWholeYear = (text: string, fiscalYear: FiscalYear): string => {
  const match = SHORT_YEAR.exec(text);
  if (match === null) return text;
  const [whole, mark, , , month = '', dayOfMonth = ''] = match;
  const { reiwa, western, isReiwa, isWestern } = yearsOf(match, fiscalYear);
  const year = mark === undefined && (isReiwa || !isWestern) ? reiwa : western;
  return `${year}/${month}/${dayOfMonth}${text.slice(whole.length)}`;
};
