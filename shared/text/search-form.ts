import { fold } from './fold.ts';
import { replaceUnits } from './units.ts';

/** Stands between fields of a record in the form in which it is searched; no text holds it. */
export const FIELD_END = '\u0001';
/** Stands between records. */
export const RECORD_END = '\u0000';

const range = (from: number, to = from): string =>
  `${String.fromCharCode(from)}-${String.fromCharCode(to)}`;
/** Zero-width signs, and selectors of a letter's variant. */
const JOINERS = [
  range(0x180b, 0x180e),
  range(0x200b, 0x200f),
  range(0x2060),
  range(0xfe00, 0xfe0f),
];
const ENDS = new RegExp(`[${RECORD_END}${FIELD_END}]`, 'g');

/**
 * The form of a text that already stands between `FIELD_END` and `RECORD_END`. Each letter is folded by
 * itself, whatever stands around it, so that a part of a text has a part of the text's form.
 */
export const joinedForm = (text: string): string =>
  replaceUnits(fold(text))
    // ゛ ¨ ´ have come apart from the blank that they stood on: か゛ is が.
    .normalize('NFKC');

/** A text that can stand between `FIELD_END` and `RECORD_END`. */
export const withoutEnds = (text: string): string => text.replace(ENDS, ' ');

/**
 * The form in which texts are searched: as `fold`, and variants of a letter (髙, 𠮷), dashes and the long mark
 * are one; blanks and line ends are left out, so that 生駒花子 finds 生駒 花子. Never shown.
 */
export const searchForm = (text: string): string => joinedForm(withoutEnds(text));

/** Where in a text something stands, in UTF-16 units. */
export type Range = { readonly from: number; readonly to: number };

/** Marks that stand by themselves until they are folded: ﾞ ゛ ¨ ¯ ´ ¸ ˘. */
const SPACING_MARKS = [
  ...[range(0xff9e, 0xff9f), range(0x309b, 0x309c), range(0xa8), range(0xaf), range(0xb4)],
  ...[range(0xb8), range(0x02d8, 0x02dd)],
];
/**
 * A letter with all that is written onto it or goes into its form: ｶﾞ, か + ゛, e + ´, a variant's selector.
 */
const LETTER = new RegExp(`[\\s\\S][\\p{M}${[...SPACING_MARKS, ...JOINERS].join('')}]*`, 'gu');

type Piece = { readonly start: number; readonly at: number; readonly text: string };

/** A text in its form, and the way back to what was written. */
export type Mapped = {
  readonly form: string;
  /** The letters out of which a part of the form came; null where nobody can tell. */
  readonly original: (from: number, to: number) => Range | null;
};

/** Folds a text line by line; a line is taken apart only where somebody asks for its letters. */
export const mapForm = (text: string): Mapped => {
  const form = searchForm(text);
  const lines: Piece[] = [];
  const forms: string[] = [];
  let [start, at] = [0, 0];
  for (const line of text.split(/(?<=\n)/)) {
    lines.push({ start, at, text: line });
    start += line.length;
    const own = searchForm(line);
    forms.push(own);
    at += own.length;
  }
  const isWhole = forms.join('') === form;
  const letters = new Map<Piece, readonly Range[] | null>();
  const lettersOf = (line: Piece, own: string): readonly Range[] | null => {
    const known = letters.get(line);
    if (known !== undefined) return known;
    const found = unitsOf(line, own);
    letters.set(line, found);
    return found;
  };
  const unitAt = (place: number): Range | null => {
    const index = lastBefore(lines, place);
    const line = lines[index];
    if (line === undefined) return null;
    return lettersOf(line, forms[index] ?? '')?.[place - line.at] ?? null;
  };
  return {
    form,
    original: (from, to) => {
      if (!isWhole || to <= from) return null;
      const [first, last] = [unitAt(from), unitAt(to - 1)];
      return first && last && { from: first.from, to: last.to };
    },
  };
};

/** For each unit of a line's form the letter that it came from; null where letters fold otherwise together. */
const unitsOf = ({ start, text }: Piece, whole: string): readonly Range[] | null => {
  const units: Range[] = [];
  let form = '';
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    const range = { from: start + index, to: start + index + letter.length };
    form += searchForm(letter);
    while (units.length < form.length) units.push(range);
  }
  return form === whole ? units : null;
};

/** The last line that begins at a place of the form or before it, and has letters there. */
const lastBefore = (lines: readonly Piece[], place: number): number => {
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
};
