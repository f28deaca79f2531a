/*
 * What a number looks like in Excel. Only what tables of offices need: dates in any format that shows
 * one, times, percents, fixed decimals, words around a number (38人). Everything else is the number.
 */

/** A number format, taken apart once for all cells that bear it. */
export type NumberFormat = (value: number, is1904: boolean) => string;

/** The formats that have no code in the file (ECMA-376 18.8.30), with those of Japanese Excel. */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%' },
  ...{ 14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy' },
  ...{ 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm' },
  ...{ 27: 'ge.m.d', 28: 'ggge年m月d日', 29: 'ggge年m月d日', 30: 'm/d/yy', 31: 'yyyy年m月d日' },
  ...{ 32: 'h時mm分', 33: 'h時mm分ss秒', 34: 'yyyy年m月', 35: 'm月d日', 36: 'ge.m.d' },
  ...{ 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00' },
  ...{ 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 50: 'ge.m.d', 51: 'ggge年m月d日' },
  ...{ 52: 'yyyy年m月', 53: 'm月d日', 54: 'ggge年m月d日', 55: 'yyyy年m月', 56: 'm月d日' },
  ...{ 57: 'ge.m.d', 58: 'ggge年m月d日' },
};

/** Nobody writes a longer one. */
const LENGTH_LIMIT = 255;

type Token = { readonly kind: 'code' | 'literal'; readonly text: string };

/** The format of an id, as the file itself says it or as Excel has it built in; null shows the number. */
export const numberFormat = (id: number, code: string | undefined): NumberFormat | null => {
  const written = code ?? BUILT_IN[id];
  if (written === undefined || written.length > LENGTH_LIMIT) return null;
  const sections = sectionsOf(written);
  const [first] = sections;
  if (first === undefined) return null;
  // A section that shows a date counts, wherever it stands: [<43586]ggge"年";"令和"e"年".
  const date = sections.map(datePartsOf).find((parts) => parts !== null);
  if (date) return (value, is1904) => dateText(value, date, is1904) ?? plainNumber(value);
  return (value) => numberText(value, first);
};

/** A number as Excel shows it where no format says more: no trace of how it is stored (8.3, not 8.300000001). */
export const plainNumber = (value: number): string =>
  String(Number(value.toPrecision(15))).replace('e+', 'E+');

const sectionsOf = (code: string): readonly (readonly Token[])[] => {
  const sections: Token[][] = [[]];
  const add = (kind: Token['kind'], text: string): void => {
    sections.at(-1)?.push({ kind, text });
  };
  for (let at = 0; at < code.length; at += 1) {
    const letter = code[at] ?? '';
    if (letter === ';') sections.push([]);
    else if (letter === '"') {
      const end = code.indexOf('"', at + 1);
      const close = end < 0 ? code.length : end;
      add('literal', code.slice(at + 1, close));
      at = close;
    } else if (letter === '\\' || letter === '!') {
      add('literal', code[at + 1] ?? '');
      at += 1;
    } else if (letter === '_' || letter === '*') at += 1;
    else if (letter === '[') {
      const end = code.indexOf(']', at);
      if (end < 0) break;
      const inside = code.slice(at + 1, end);
      // [h] counts on past midnight; [$-411], [Red], [<43586] and [DBNum3] say nothing of the value.
      if (/^(?:h{1,2}|m{1,2}|s{1,2})$/i.test(inside)) add('code', `[${inside.toLowerCase()}]`);
      at = end;
    } else if (/[yYmMdDhHsSeEgGaAbBpP]/.test(letter)) {
      let end = at + 1;
      while (code[end]?.toLowerCase() === letter.toLowerCase()) end += 1;
      const word = /^(?:General|G\/標準|AM\/PM|A\/P)/i.exec(code.slice(at, at + 7))?.[0];
      const text = word ?? code.slice(at, end);
      add('code', text.toLowerCase());
      at += text.length - 1;
    } else add(/[#0?.,%]/.test(letter) ? 'code' : 'literal', letter);
  }
  return sections;
};

/** What of a date a format shows. */
type DateParts = {
  readonly hasYear: boolean;
  readonly hasMonth: boolean;
  readonly hasDay: boolean;
  readonly hasTime: boolean;
  readonly hasSeconds: boolean;
  readonly isElapsed: boolean;
  readonly isWeekdayOnly: boolean;
  /** 日 behind the only day, 月 behind the only month. */
  readonly sign: string;
};

const datePartsOf = (tokens: readonly Token[]): DateParts | null => {
  const codes = tokens.filter(({ kind }) => kind === 'code').map(({ text }) => text);
  // 0.00E+00 has an e and is no date; General and 0 show a number.
  if (codes.some((code) => /^(?:general|g\/標準|[#0?])/.test(code)) && !codes.includes('ss')) {
    return null;
  }
  const has = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code));
  const months = codes.filter((code, at) => /^m+$/.test(code) && !isMinutes(codes, at));
  const hasYear = has(/^(?:y+|e+|b+)$/);
  const hasDay = has(/^d{1,2}$/);
  const hasMonth = months.length > 0;
  const hasTime = has(/^(?:h+|s+|\[[hms]+\])$/);
  const isWeekdayOnly = !hasYear && !hasDay && !hasMonth && has(/^(?:a{3,4}|d{3,4})$/);
  if (!hasYear && !hasDay && !hasMonth && !hasTime && !isWeekdayOnly) return null;
  const sign = tokens.find(({ kind, text }) => kind === 'literal' && /[日月年]/.test(text))?.text;
  return {
    hasYear,
    hasMonth,
    hasDay,
    hasTime,
    hasSeconds: has(/^s+$/),
    isElapsed: has(/^\[[hms]+\]$/),
    isWeekdayOnly,
    sign: sign?.trim() ?? '',
  };
};

/** m behind hours or before seconds is minutes. */
const isMinutes = (codes: readonly string[], at: number): boolean => {
  const isTime = (code: string | undefined, pattern: RegExp): boolean =>
    code !== undefined && pattern.test(code);
  const before = codes.slice(0, at).findLast((code) => /^(?:[ymdhse]+|\[[hms]+\])$/.test(code));
  const after = codes.slice(at + 1).find((code) => /^[ymdhse]+$/.test(code));
  return isTime(before, /h/) || isTime(after, /s/);
};

const DAY_SECONDS = 86_400;
/** The last day that Excel knows: 9999-12-31. */
const LAST_DAY = 2_958_465;
const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** The day and time that a number shows, as parsers of typed dates read it; null where there is none. */
const dateText = (value: number, parts: DateParts, is1904: boolean): string | null => {
  // Excel keeps 10:00 as 0.41666666666666669: seconds are rounded before anything is cut off.
  const seconds = Math.round(value * DAY_SECONDS);
  if (!Number.isFinite(seconds) || seconds < 0) return null;
  const days = Math.floor(seconds / DAY_SECONDS) + (is1904 ? 1462 : 0);
  if (days > LAST_DAY) return null;
  const time = parts.hasTime ? timeText(seconds, parts) : '';
  const day = dayText(days, parts);
  if (day === null) return null;
  // Midnight that goes with a day is no time that somebody typed.
  return day !== '' && /^0:00(?::00)?$/.test(time) ? day : [day, time].filter(Boolean).join(' ');
};

const timeText = (seconds: number, { isElapsed, hasSeconds }: DateParts): string => {
  const own = isElapsed ? seconds : seconds % DAY_SECONDS;
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = `${Math.floor(own / 3600)}:${two(Math.floor(own / 60) % 60)}`;
  return hasSeconds && own % 60 !== 0 ? `${time}:${two(own % 60)}` : time;
};

const dayText = (days: number, parts: DateParts): string | null => {
  const { hasYear, hasMonth, hasDay, isWeekdayOnly, sign } = parts;
  if (!hasYear && !hasMonth && !hasDay && !isWeekdayOnly) return '';
  if (days === 0) return null;
  // Excel believes that 1900 had a 29 February; before that its days are one ahead of the calendar's.
  if (days === 60) return null;
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * DAY_SECONDS * 1000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (isWeekdayOnly) return WEEKDAYS[date.getUTCDay()] ?? '';
  if (hasMonth && hasDay) return `${year}/${month}/${day}`;
  if (hasMonth) return hasYear || sign === '月' ? `${year}/${month}` : String(month);
  if (hasDay) return `${day}${sign}`;
  return sign.startsWith('年') ? `${year}${sign}` : String(year);
};

const NUMBER_CODE = /^[#0?.,%]$/;

const numberText = (value: number, tokens: readonly Token[]): string => {
  const isGeneral = tokens.some(({ text }) => text === 'general' || text === 'g/標準');
  const first = tokens.findIndex(({ kind, text }) => kind === 'code' && NUMBER_CODE.test(text));
  const last = tokens.findLastIndex(({ kind, text }) => kind === 'code' && NUMBER_CODE.test(text));
  const codes = tokens.slice(first, last + 1);
  // Fractions, exponents and numbers that are parted by words are shown as the number that they are.
  if (!isGeneral && (first < 0 || codes.some(({ kind }) => kind === 'literal'))) {
    return plainNumber(value);
  }
  const words = (some: readonly Token[]): string =>
    some.flatMap(({ kind, text }) => (kind === 'literal' ? [text] : [])).join('');
  if (isGeneral) {
    const at = tokens.findIndex(({ kind }) => kind === 'code');
    return words(tokens.slice(0, at)) + plainNumber(value) + words(tokens.slice(at + 1));
  }
  const code = codes.map(({ text }) => text).join('');
  return words(tokens.slice(0, first)) + digitsOf(value, code) + words(tokens.slice(last + 1));
};

/** A number by its places: 0.00, #,##0, 000, 0%. */
const digitsOf = (value: number, code: string): string => {
  const [whole = '', fraction = ''] = code.replace(/[%]/g, '').split('.');
  const places = Math.min(fraction.replace(/[^#0?]/g, '').length, 15);
  const scaled = code.includes('%') ? value * 100 : value;
  const [units = '', rest] = Math.abs(scaled).toFixed(places).split('.');
  const filled = units.padStart(whole.replace(/[^0]/g, '').length, '0');
  const grouped = whole.includes(',') ? BigInt(filled).toLocaleString('en-US') : filled;
  // Places of # show no zeros.
  const shown =
    rest === undefined ? '' : fraction.includes('0') ? rest : rest.replace(/(?<!0)0+$/, '');
  const sign = scaled < 0 ? '-' : '';
  return `${sign}${grouped}${shown === '' ? '' : `.${shown}`}${code.includes('%') ? '%' : ''}`;
};
