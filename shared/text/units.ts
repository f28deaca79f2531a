import { VARIANTS, WIDE_VARIANTS } from './variants.ts';

/** Left out of the form. No letter of a folded text has this unit, so it can say so in the table. */
const LEFT_OUT = 0xffff;

/** White space, control signs but U+0000 and U+0001, joiners, marks of direction, selectors of a variant. */
const UNSEEN: readonly (readonly [from: number, to: number])[] = [
  ...([
    [0x02, 0x20],
    [0x7f, 0xa0],
    [0xad, 0xad],
    [0x034f, 0x034f],
    [0x061c, 0x061c],
  ] as const),
  ...([
    [0x1680, 0x1680],
    [0x180b, 0x180e],
    [0x2000, 0x200f],
    [0x2028, 0x202f],
  ] as const),
  ...([
    [0x205f, 0x2069],
    [0x3000, 0x3000],
    [0xfe00, 0xfe0f],
    [0xfeff, 0xfeff],
  ] as const),
];
/** Hyphens, dashes, minus, and the long mark ー, which people type for each other. */
const DASHES = '‐‑‒–—―−ー';

const tableOf = (): Uint16Array => {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (const [from, to] of UNSEEN) table.fill(LEFT_OUT, from, to + 1);
  const same = (unit: string, as: string): void => {
    table[unit.charCodeAt(0)] = as.charCodeAt(0);
  };
  for (const dash of DASHES) same(dash, '-');
  same('ς', 'σ');
  same('〜', '~');
  for (const [variant, letter] of VARIANTS) same(variant, letter);
  return table;
};

let table: Uint16Array | undefined;

/** First halves of selectors of a variant (U+E0100 to U+E01EF), and of letters of `WIDE_VARIANTS`. */
const SELECTOR = 0xdb40;
const WIDE = new Set([SELECTOR, ...[...WIDE_VARIANTS.keys()].map((wide) => wide.charCodeAt(0))]);

/** More units at once are too many arguments. */
const AT_ONCE = 8192;

/**
 * Replaces letters by those that stand for them and leaves out what cannot be seen. One walk over the units
 * with a table: as regular expressions this takes longer than all the rest of folding.
 */
export const replaceUnits = (text: string): string => {
  table ??= tableOf();
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const as = table[unit] ?? unit;
    if (unit >= 0xd800 && unit < 0xdc00 && WIDE.has(unit)) {
      const wide = text.slice(at, at + 2);
      const letter = WIDE_VARIANTS.get(wide);
      if (letter !== undefined || isSelector(wide)) {
        at += 1;
        if (letter !== undefined) units[length++] = letter.charCodeAt(0);
        continue;
      }
    }
    if (as !== LEFT_OUT) units[length++] = as;
  }
  const parts: string[] = [];
  for (let at = 0; at < length; at += AT_ONCE) {
    const some = units.subarray(at, Math.min(length, at + AT_ONCE));
    // Typed arrays are taken as they are; spreading one asks its iterator for each unit.
    parts.push(String.fromCharCode.apply(null, some as unknown as number[]));
  }
  return parts.join('');
};

const isSelector = (wide: string): boolean => wide >= '\u{e0100}' && wide <= '\u{e01ef}';
