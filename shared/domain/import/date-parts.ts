import { plainOf } from '../../text/folded.ts';
import type { Row } from './row-texts.ts';

/** What stood last in the columns of year and month. */
export type DateParts = { readonly year: string; readonly month: string };

export const NO_PARTS: DateParts = { year: '', month: '' };

const MONTH = /^(?:(\d{4})\/)?(\d{1,2})月?$/;

/**
 * A date out of columns of its parts (年|月|日|曜日): an empty year and month are those of above.
 * @returns the text of the date, and what the next row may leave out
 */
export const joinDateParts = (
  { texts }: Row,
  above: DateParts,
): { readonly text: string; readonly parts: DateParts } => {
  const part = (text: string | undefined): string => plainOf(text ?? '').trim();
  const own = { year: part(texts.year), month: part(texts.month), day: part(texts.day) };
  const parts = {
    year: own.year || above.year,
    // A new year is told with its month.
    month: own.month || above.month,
  };
  if (texts.month === undefined) {
    // 年 | 月日, or a whole date below 日.
    const date = part(texts.when) || own.day;
    const year = /^\d{1,2}[月/.-]/.test(date) ? yearText(parts.year) : '';
    return { text: `${year}${date}`, parts };
  }
  const match = MONTH.exec(parts.month);
  if (own.year + own.month + own.day === '') return { text: '', parts };
  // Words in the column of months (随時, 8～9月) are read as they are.
  if (match === null) return { text: [own.month, own.day].join(''), parts };
  const [, monthYear, month = ''] = match;
  const year = yearText(parts.year || (monthYear ?? ''));
  const day = /^\d{1,2}$/.test(own.day) ? `${own.day}日` : own.day;
  const sameDay = /^(\d{1,2})([(（].*)$/.exec(day);
  const whole = sameDay === null ? day : `${sameDay[1]}日${sameDay[2]}`;
  const weekday = part(texts.weekday)
    .replace(/^[(（]|[)）]$/g, '')
    .replace(/曜日?$/, '');
  const isDay = /\d日$/.test(whole) && /^[日月火水木金土]$/.test(weekday);
  return { text: `${year}${month}月${whole}${isDay ? `(${weekday})` : ''}`, parts };
};

/** A year before its month: R4, 令和4年度, 2022; a bare number of two digits is 令和's. */
const yearText = (text: string): string => {
  const bare = text.replace(/年$/, '');
  if (bare === '' || /年度$/.test(bare)) return bare;
  return /^\d{1,2}$/.test(bare) ? `${2018 + Number(bare)}年` : `${bare}年`;
};
