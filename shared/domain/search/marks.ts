import { type Mapped, mapForm, type Range } from '../../text/search-form.ts';
import type { Word } from './query.ts';

/** A part of a text, and whether it is what was looked for. */
export type Piece = { readonly text: string; readonly isHit: boolean };

/** More marks in one text help nobody; a letter may stand in it ten thousand times. */
const MOST_HITS = 300;

/** Where words stand in a form, in order; ranges that touch are one. */
const hitsIn = (form: string, words: readonly Word[], from: number): readonly Range[] => {
  const found: Range[] = [];
  for (const text of new Set(words.flatMap(({ marked }) => marked))) {
    let count = 0;
    for (let at = form.indexOf(text, from); at >= 0 && count < MOST_HITS; count += 1) {
      found.push({ from: at, to: at + text.length });
      at = form.indexOf(text, at + 1);
    }
  }
  return joined(found);
};

const joined = (ranges: readonly Range[]): readonly Range[] => {
  const all: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = all.at(-1);
    if (last === undefined || range.from > last.to) all.push(range);
    else if (range.to > last.to) all[all.length - 1] = { from: last.from, to: range.to };
  }
  return all;
};

const originals = (mapped: Mapped, hits: readonly Range[]): readonly Range[] =>
  joined(hits.flatMap(({ from, to }) => mapped.original(from, to) ?? []));

/** Where words stand in a text as it was written; nothing where that cannot be told. */
export const rangesOf = (text: string, words: readonly Word[]): readonly Range[] => {
  const mapped = mapForm(text);
  return originals(mapped, hitsIn(mapped.form, words, 0));
};

const piecesOf = (text: string, ranges: readonly Range[], from: number, to: number): Piece[] => {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, isHit: boolean): void => {
    if (end > start) pieces.push({ text: text.slice(start, end), isHit });
  };
  let at = from;
  for (const range of ranges) {
    const [start, end] = [Math.max(range.from, from), Math.min(range.to, to)];
    if (end <= start) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return pieces;
};

/** A whole text with what was looked for marked. */
export const marked = (text: string, words: readonly Word[]): readonly Piece[] =>
  piecesOf(text, rangesOf(text, words), 0, text.length);

/** Letters shown before what was found, and in all. */
const BEFORE = 24;
const EXCERPT = 84;

/** The part of a text in which most of the words stand together, on one line; '…' where it is cut. */
export const excerptOf = (text: string, words: readonly Word[]): readonly Piece[] => {
  const mapped = mapForm(text);
  const first = placeOf(mapped.form, words);
  const seen = first === null ? null : mapped.original(first, first + 1);
  const start = seen === null ? 0 : letterStart(text, Math.max(0, seen.from - BEFORE));
  const end = letterStart(text, Math.min(text.length, start + EXCERPT));
  const from = first === null ? 0 : Math.max(0, first - BEFORE);
  const near = hitsIn(mapped.form.slice(0, from + EXCERPT * 4), words, from);
  const pieces = piecesOf(text, originals(mapped, near), start, end).map((piece) => ({
    ...piece,
    text: piece.text.replace(/\s+/g, ' '),
  }));
  return [
    ...(start > 0 ? [{ text: '…', isHit: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: '…', isHit: false }] : []),
  ];
};

/** Not between the halves of a pair, nor before what is written onto a letter. */
const letterStart = (text: string, at: number): number => {
  let place = at;
  while (
    place > 0 &&
    place < text.length &&
    /^[\udc00-\udfff\p{M}\uff9e\uff9f]/u.test(text.slice(place, place + 2))
  ) {
    place -= 1;
  }
  return place;
};

/** How many places are compared. */
const MOST_PLACES = 60;

/** The place in a form around which most of the words stand; null where none does. */
const placeOf = (form: string, words: readonly Word[]): number | null => {
  const places = words.flatMap(({ marked: forms }, word) =>
    forms.flatMap((text) => {
      const found: { at: number; word: number }[] = [];
      for (let at = form.indexOf(text); at >= 0 && found.length < MOST_PLACES; ) {
        found.push({ at, word });
        at = form.indexOf(text, at + 1);
      }
      return found;
    }),
  );
  places.sort((a, b) => a.at - b.at);
  let best: { at: number; count: number } | null = null;
  for (const [index, { at }] of places.entries()) {
    const near = new Set<number>();
    for (let other = index; (places[other]?.at ?? Infinity) - at < EXCERPT - BEFORE; other += 1) {
      near.add(places[other]?.word ?? -1);
    }
    if (best === null || near.size > best.count) best = { at, count: near.size };
    if (near.size === words.length) break;
  }
  return best?.at ?? null;
};
