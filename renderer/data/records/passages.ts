import * as Y from 'yjs';
import type { PassageConflict } from '#shared/domain/record/conflict.ts';
import { paragraph } from './note-blocks.ts';
import { replaceRange, touchRange } from './replace-text.ts';

/** A part of a text or note: where it begins and what it says. A block of a note ends with a line end. */
export type Passage = Pick<PassageConflict, 'at' | 'merged' | 'parts'>;

/** The texts of a note in a row: each stretch with its block, whose end is a line end. */
type Piece = {
  readonly text: Y.XmlText | undefined;
  readonly says: string;
  readonly block: Y.XmlElement;
};

const withoutEnd = (text: string): string => text.replace(/\n$/, '');

const piecesOf = (parent: Y.XmlFragment | Y.XmlElement): readonly Piece[] =>
  parent.toArray().flatMap((block): readonly Piece[] => {
    if (!(block instanceof Y.XmlElement)) return [];
    const children = block.toArray();
    const isBlock = children.length === 0 || children.some((child) => child instanceof Y.XmlText);
    if (!isBlock) return piecesOf(block);
    const end: Piece = { text: undefined, says: '\n', block };
    const own = children.map(
      (child): Piece =>
        child instanceof Y.XmlText ? { text: child, says: lettersIn(child), block } : end,
    );
    return [...own, end];
  });

const lettersIn = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { readonly insert: unknown }) => (typeof insert === 'string' ? insert : ''))
    .join('');

/** What a note says, as passages count it. */
const sayingOf = (pieces: readonly Piece[]): string => pieces.map(({ says }) => says).join('');

/** Where a passage stands now: where it stood, or at the nearest place that says the same. */
const placeIn = (says: string, { at, merged }: Passage): number | undefined => {
  if (merged === '') return at <= says.length ? at : says.length;
  if (says.startsWith(merged, at)) return at;
  const behind = says.indexOf(merged, at);
  const before = says.lastIndexOf(merged, at);
  if (behind < 0 && before < 0) return undefined;
  if (behind < 0) return before;
  return before < 0 || behind - at <= at - before ? behind : before;
};

/** Whether a text or note still says what a passage says. */
export const hasPassage = (type: Y.Text | Y.XmlFragment, passage: Passage): boolean =>
  placeIn(type instanceof Y.Text ? type.toString() : sayingOf(piecesOf(type)), passage) !==
  undefined;

/**
 * Makes a passage say something else, or the same. Either way it is an edit of the passage that others
 * see, since what changes nothing could not be told from nobody's having looked.
 */
export const writePassage = (
  type: Y.Text | Y.XmlFragment,
  passage: Passage,
  next: string,
): void => {
  if (!(type instanceof Y.Text)) {
    writeInNote(type, passage, withoutEnd(next));
    return;
  }
  const at = placeIn(type.toString(), passage);
  if (at === undefined) return;
  for (const { from, to } of passage.parts) {
    touchRange(type, at + from, passage.merged.slice(from, to));
  }
  replaceRange(type, at, passage.merged, next);
};

type Line = {
  /** A stretch of one text; undefined where a block is empty. */
  readonly text: Y.XmlText | undefined;
  readonly from: number;
  readonly says: string;
  readonly block: Y.XmlElement;
  /** Whether it is all that its block says. */
  readonly isWhole: boolean;
};

const linesIn = (pieces: readonly Piece[], from: number, to: number): readonly Line[] => {
  const lines: Line[] = [];
  let at = 0;
  for (const { text, says, block } of pieces) {
    const start = Math.max(from, at);
    const end = Math.min(to, at + says.length);
    if (text !== undefined && start < end) {
      const part = says.slice(start - at, end - at);
      const isWhole = part === says && block.length === 1;
      lines.push({ text, from: start - at, says: part, block, isWhole });
    }
    at += says.length;
  }
  return lines;
};

const writeInNote = (note: Y.XmlFragment, passage: Passage, next: string): void => {
  const pieces = piecesOf(note);
  const at = placeIn(sayingOf(pieces), passage);
  if (at === undefined) return;
  const lines = linesIn(pieces, at, at + passage.merged.length);
  const wanted = next.split('\n').filter((line) => line !== '');
  const [first] = lines;
  if (first?.text === undefined) {
    const place = rootPlace(note, pieces, at);
    // Where nothing is left and nothing is wanted, a block that comes and goes is the edit.
    const blocks = wanted.length > 0 ? wanted.map(paragraph) : [paragraph('')];
    note.insert(place, blocks);
    if (wanted.length === 0) note.delete(place, 1);
    return;
  }
  for (const { from, to } of passage.parts) {
    const [line] = linesIn(pieces, at + from, at + to);
    if (line?.text) touchRange(line.text, line.from, line.says);
  }
  const keeps = align(lines, wanted);
  const extra = wanted.slice(lines.length);
  const last = lines.at(-1) ?? first;
  if (keeps.every((line) => line !== undefined) && extra.length > 0) insertBehind(last, extra);
  for (const [index, line] of [...lines.entries()].toReversed()) {
    const text = keeps[index];
    if (text !== undefined && line.text) replaceRange(line.text, line.from, line.says, text);
    else if (line.isWhole) removeBlock(line.block);
    else line.text?.delete(line.from, line.says.length);
  }
};

/** What each line is to say; undefined for one that goes. Lines that are wanted as they are stay. */
const align = (
  lines: readonly Line[],
  wanted: readonly string[],
): readonly (string | undefined)[] => {
  let next = 0;
  const kept = lines.map(({ says }) => {
    if (says !== wanted[next]) return undefined;
    next += 1;
    return says;
  });
  return next === wanted.length ? kept : lines.map((_, index) => wanted[index]);
};

/** How many of a note's blocks stand before a place. */
const rootPlace = (note: Y.XmlFragment, pieces: readonly Piece[], at: number): number => {
  let passed = 0;
  let place = 0;
  for (const { says, block } of pieces) {
    passed += says.length;
    if (passed > at) break;
    place = note.toArray().indexOf(rootOf(note, block)) + 1;
  }
  return place;
};

const rootOf = (note: Y.XmlFragment, block: Y.XmlElement): Y.XmlElement => {
  let root = block;
  while (root.parent instanceof Y.XmlElement && root.parent !== note) root = root.parent;
  return root;
};

const insertBehind = ({ block }: Line, texts: readonly string[]): void => {
  const { parent } = block;
  if (!(parent instanceof Y.XmlFragment)) return;
  parent.insert(parent.toArray().indexOf(block) + 1, texts.map(paragraph));
};

/** Takes a block away, and what is empty without it. */
const removeBlock = (block: Y.XmlElement): void => {
  const { parent } = block;
  if (!(parent instanceof Y.XmlFragment)) return;
  parent.delete(parent.toArray().indexOf(block), 1);
  if (parent instanceof Y.XmlElement && parent.length === 0) removeBlock(parent);
};
