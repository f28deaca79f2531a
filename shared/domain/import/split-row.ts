import { type FiscalYear, isDay } from '../../dates/types.ts';
import {
  areDates,
  bareLine,
  bulletedItems,
  type Item,
  namedItems,
  namesItself,
  namesMeeting,
} from './bullets.ts';
import type { ImportField, Mapping } from './import-field.ts';
import { readWhen } from './read-when.ts';
import { splitOutside } from './split-names.ts';

/** The texts of one meeting, by column, before 〃 is filled; with what was guessed. */
export type Part = {
  readonly texts: ReadonlyMap<number, string>;
  readonly doubts: readonly { readonly column: number; readonly reason: string }[];
};

/** A longer line is a text, and none that lists meetings. */
const LINE_LIMIT = 300;

type Texts = ReadonlyMap<number, string>;

/** No month has more meetings than this in one cell; a longer list is a text. */
const ITEM_LIMIT = 100;

/**
 * Parts a row that tells of several meetings: bullets in the cell of a month, lines with names or dates
 * of their own. The other cells follow line by line; where the numbers of lines differ, all of a cell
 * goes to each meeting, and is to be looked at.
 */
export const splitRow = (texts: Texts, mapping: Mapping, year: FiscalYear): readonly Part[] => {
  const whole: readonly Part[] = [{ texts, doubts: [] }];
  const content = mapping.findIndex((field, column) => field === 'content' && texts.get(column));
  const lines = linesOf(texts.get(content) ?? '', year);
  if (lines.length < 2) return whole;
  const when = mapping.findIndex((field, column) => field === 'when' && texts.get(column));
  const dates = (texts.get(when) ?? '').split('\n');
  const bulleted = bulletedItems(lines);
  if (bulleted !== null && isOneDay(lines, dates, year)) return [asOne(texts, content, lines)];
  const isDated = dates.length > 1 && areDates(dates.filter(Boolean), year);
  const items =
    bulleted ??
    (isDated && dates.length === lines.length ? singles(lines) : namedItems(lines, year));
  if (items === null || items.length < 2 || items.length > ITEM_LIMIT) return whole;
  const isGuess = bulleted === null && !isDated;
  const doubts = isGuess
    ? [{ column: content, reason: '行ごとに別の会合として取り込みます。' }]
    : [];
  const shared = new Map<number, readonly string[] | null>();
  for (const [column, field] of mapping.entries()) {
    if (column === content || !texts.get(column)) continue;
    shared.set(column, aligned(texts.get(column) ?? '', field, lines.length, items));
  }
  return items.map((item, index) => {
    const own = new Map(texts);
    own.set(content, itemText(lines, item));
    const odd: { readonly column: number; readonly reason: string }[] = [...doubts];
    for (const [column, values] of shared) {
      if (values !== null) own.set(column, values[index] ?? '');
      else {
        const reason = '会合の数と行の数が違うため、すべての会合に同じ内容を入れます。';
        odd.push({ column, reason });
      }
    }
    return { texts: own, doubts: odd };
  });
};

/** The lines of a cell; of one line its parts, where each of them names a meeting. */
const linesOf = (text: string, year: FiscalYear): readonly string[] => {
  const lines = text.split('\n');
  if (lines.length > 1 || text.length > LINE_LIMIT) return lines;
  const parts = splitOutside(text, /[、，,／/\s]/);
  // Names and dates of meetings have digits: most lines are done with here.
  if (parts.length < 2 || !parts.every((part) => /[\d０-９]/.test(part))) return lines;
  return parts.every((part) => namesMeeting(part, year)) ? parts : lines;
};

const singles = (lines: readonly string[]): readonly Item[] =>
  lines.map((_, from) => ({ from, end: from + 1 }));

const itemText = (lines: readonly string[], { from, end }: Item): string =>
  [bareLine(lines[from] ?? ''), ...lines.slice(from + 1, end)].join('\n');

/** Bullets under one day tell what was done there, unless they have dates or numbers of their own. */
const isOneDay = (
  lines: readonly string[],
  dates: readonly string[],
  year: FiscalYear,
): boolean => {
  const when = dates.length === 1 ? readWhen(dates[0] ?? '', year) : null;
  if (when === null || !isDay(when.date)) return false;
  return !lines.some((line) => namesItself(line, year));
};

const asOne = (texts: Texts, content: number, lines: readonly string[]): Part => ({
  texts: new Map(texts).set(content, [bareLine(lines[0] ?? ''), ...lines.slice(1)].join('\n')),
  doubts: [
    {
      column: content,
      reason:
        '1つの日に箇条書きがあります。1つの会合として取り込み、2行目からは「ねらい」に入れます。',
    },
  ],
});

const carried = (lines: readonly string[]): readonly string[] => {
  let last = '';
  return lines.map((line) => {
    last = line || last;
    return last;
  });
};

/** What goes for the row as a whole and is not told apart by lines. */
const WHOLE: readonly ImportField[] = ['year', 'month', 'day', 'weekday', 'ignore'];

/** The text of a cell for each item; null where it does not follow the items line by line. */
const aligned = (
  text: string,
  field: ImportField,
  height: number,
  items: readonly Item[],
): readonly string[] | null => {
  const same = items.map(() => text);
  if (WHOLE.includes(field)) return same;
  const lines = text.split('\n');
  if (field === 'when') {
    if (lines.length === 1) return same;
    // A blank line below a date goes with it.
    if (lines.length === items.length) return carried(lines);
  }
  if (lines.length === height && height !== items.length) {
    return items.map(({ from, end }) => lines.slice(from, end).join('\n').trim());
  }
  const own = bulletedItems(lines);
  if (own?.length === items.length) return own.map((item) => itemText(lines, item));
  if (lines.length === items.length) return lines;
  const filled = lines.filter((line) => line !== '');
  return filled.length === items.length ? filled : null;
};
