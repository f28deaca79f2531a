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
const ENGLISH = /^(?:(\d{1,2})-)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:-(\d{2}))?$/i;
const ENGLISH_MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
/** No date in brackets is longer. */
const LONGEST = 60;
const SERIAL = /^\d{5}(?:\.\d{1,20})?$/;
/** Excel's own numbers of days between 2000 and 2100. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050] as const;
const BEFORE = /^[①-⑳❶-❿⓵-⓾➀-➉㉑-㉟⑴-⒇・○●◎■□◆◇※]+[ \u3000]{0,9}/;
/** Brings what offices and programs write to what is read as a date: signs off, short years whole. */
export const usualDate = (plain: string, year: FiscalYear): UsualDate => {
  const trimmed = plain.trim();
  const inside = withoutBrackets(trimmed, LONGEST);
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
  const english = ENGLISH.exec(bare);
  if (english !== null) {
    const [, dayOfMonth, name = '', short] = english;
    const month = ENGLISH_MONTHS.indexOf(name.toLowerCase()) / 3 + 1;
    const own = short === undefined ? `${month}月` : `20${short}年${month}月`;
    return { text: dayOfMonth === undefined ? own : `${own}${dayOfMonth}日`, doubts: [] };
  }
  const months = MONTHS.exec(bare);
  if (months !== null)
    return { text: `${months[1]}月 ${bare.slice(months[1]?.length)}`, doubts: [] };
  return { text: withWholeYear(bare, year), doubts: [] };
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

/** The year is 令和's where that lies in the case's year, else the century's. */
const withWholeYear = (text: string, fiscalYear: FiscalYear): string => {
  const match = SHORT_YEAR.exec(text);
  if (match === null) return text;
  const [whole, mark, digits = '', , month = '', dayOfMonth = ''] = match;
  const rest = text.slice(whole.length);
  const years = [2018 + Number(digits), 2000 + Number(digits)];
  const [reiwa = 0, western = 0] = years;
  const isIn = (year: number): boolean => {
    const date = makeDay(year, Number(month), Number(dayOfMonth));
    return date !== null && fiscalYearOf(date) === fiscalYear;
  };
  const year = mark === undefined && (isIn(reiwa) || !isIn(western)) ? reiwa : western;
  return `${year}/${month}/${dayOfMonth}${rest}`;
};
