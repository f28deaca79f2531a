import type { DocumentId } from '#shared/documents/document-id.ts';
import { isQuiet } from '#shared/domain/record/collection.ts';
import type { PassageConflict, PassageSide } from '#shared/domain/record/conflict.ts';
import { NOTE_FIELD, parseKey } from '../documents/keys.ts';
import { collectionsOf } from '../documents/record-reader.ts';
import { type Letters, lettersOf } from './letters.ts';
import type { Replay } from './replay.ts';
import { type Run, runsOf } from './runs.ts';
import { commonBase, type Sentence, sentencesBetween, type View, viewOf } from './sentences.ts';
import { latestFirst, originOf, type Writer, type Writers } from './writers.ts';

/** One long text or note, with all that was ever typed in it. */
export type TextHistory = {
  readonly name: string;
  readonly letters: readonly Letters[];
  /** Who has typed or deleted in it, erased ones left out. */
  readonly writers: readonly Writer[];
};

/** The long texts and notes of all records of a document. */
export const textHistories = (document: DocumentId, replay: Replay): readonly TextHistory[] => {
  const names = new Set<string>();
  for (const collection of collectionsOf(document)) {
    const fields = collection.note ? [...collection.texts, NOTE_FIELD] : collection.texts;
    for (const field of fields) {
      if (!isQuiet(collection, field)) names.add(`${collection.name} ${field}`);
    }
  }
  return [...replay.doc.share].flatMap(([name, type]) => {
    const [collection = '', , field = ''] = name.split('.');
    if (!names.has(`${collection} ${field}`)) return [];
    const letters = lettersOf(type, replay);
    const writers = new Set<Writer>();
    for (const { by, deletedBy } of letters) {
      for (const writer of by) writers.add(writer);
      for (const writer of deletedBy) writers.add(writer);
    }
    return [{ name, letters, writers: [...writers].filter(({ isSilent }) => !isSilent) }];
  });
};

/** What two writers made of one sentence. */
type Found = {
  readonly first: number;
  readonly last: number;
  readonly base: string;
  readonly merged: string;
  readonly texts: ReadonlyMap<Writer, string>;
};

/** Sentences that several have rewritten without having seen each other. */
export const findPassageConflicts = (
  document: DocumentId,
  histories: readonly TextHistory[],
  saw: Writers['saw'],
): readonly PassageConflict[] =>
  histories.flatMap((history) =>
    new Set(history.writers.map(({ line }) => line)).size < 2
      ? []
      : conflictsOf(document, history, saw),
  );

const conflictsOf = (
  document: DocumentId,
  history: TextHistory,
  saw: Writers['saw'],
): readonly PassageConflict[] => {
  const { letters, writers, name } = history;
  const runs = runsOf(writers, saw);
  const views = new Map<Writer, View>();
  const viewAt = (writer: Writer): View => {
    let view = views.get(writer);
    if (view === undefined) {
      view = viewOf(letters, (other) => other === writer || saw(writer, other));
      views.set(writer, view);
    }
    return view;
  };
  const found = runs.flatMap((one, index) =>
    runs
      .slice(index + 1)
      .filter((other) => !saw(one.last, other.last) && !saw(other.last, one.last))
      .flatMap((other) => between(history, one, other, viewAt, saw)),
  );
  const [collectionName = '', rest = ''] = splitOnce(name);
  const collection = collectionsOf(document).find((each) => each.name === collectionName);
  const parsed = parseKey(rest);
  if (collection === undefined || parsed === undefined) return [];
  return joined(found).map((group): PassageConflict => {
    const { base } = group[0];
    const first = Math.min(...group.map((each) => each.first));
    const last = Math.max(...group.map((each) => each.last));
    const visible = (from: number, to: number): string => textOf(letters, from, to, isVisible);
    const merged = visible(first, last);
    const sides = new Map(group.flatMap(({ texts }) => [...texts]).toReversed());
    return {
      kind: 'passage',
      document,
      id: `${name}#${letters[first]?.id ?? ''}`,
      collection: collection.name,
      record: parsed.id,
      field: parsed.field,
      at: visible(0, first - 1).length,
      ...{ base, merged },
      parts: group.map((each) => ({
        from: visible(first, each.first - 1).length,
        to: visible(first, each.last).length,
      })),
      sides: [...sides]
        .toSorted(([a], [b]) => latestFirst(a, b))
        .map(
          ([writer, text]): PassageSide => ({
            ...originOf(writer),
            text,
            isShown: text === merged,
          }),
        ),
    };
  });
};

const splitOnce = (name: string): readonly [string, string] => {
  const at = name.indexOf('.');
  return [name.slice(0, at), name.slice(at + 1)];
};

const isVisible = (letters: Letters): boolean => letters.isVisible;

const textOf = (
  letters: readonly Letters[],
  first: number,
  last: number,
  shows: (letters: Letters, index: number) => boolean,
): string => {
  let text = '';
  for (let index = first; index <= last; index += 1) {
    const each = letters[index];
    if (each !== undefined && shows(each, index)) text += each.text;
  }
  return text;
};

/** The sentences that two runs have both rewritten, and that nobody has decided since. */
const between = (
  { letters, writers }: TextHistory,
  one: Run,
  other: Run,
  viewAt: (writer: Writer) => View,
  saw: Writers['saw'],
): readonly Found[] => {
  const [a, b] = [viewAt(one.last), viewAt(other.last)];
  const base = commonBase(letters, a, b);
  const inOne = new Set(one.writers);
  const inOther = new Set(other.writers);
  return sentencesBetween(letters, base, a, b).flatMap((sentence): readonly Found[] => {
    const { first, last } = sentence;
    const x = lastIn(inOne, letters, sentence);
    const y = x && lastIn(inOther, letters, sentence);
    if (x === undefined || y === undefined) return [];
    const touching = new Set<Writer>();
    const took = { a: false, b: false };
    const changed = { a: false, b: false };
    let isEmpty = true;
    let isLost = false;
    for (let index = first; index <= last; index += 1) {
      for (const writer of letters[index]?.by ?? []) touching.add(writer);
      for (const writer of letters[index]?.deletedBy ?? []) touching.add(writer);
      const was = base[index] === true;
      if (was) isEmpty = false;
      if (isSwallowed(letters[index])) isLost = true;
      if (a.shows[index] !== was) changed.a = true;
      if (b.shows[index] !== was) changed.b = true;
      if (was && !a.shows[index]) took.a = true;
      if (was && !b.shows[index]) took.b = true;
    }
    if (!changed.a || !changed.b || !(took.a || took.b || isEmpty)) return [];
    const merged = textOf(letters, first, last, isVisible);
    const texts = new Map([
      [x, textOf(letters, first, last, (_, index) => a.shows[index] === true)],
      [y, textOf(letters, first, last, (_, index) => b.shows[index] === true)],
    ]);
    if (!isLost && [...texts.values()].includes(merged)) return [];
    const isLater = (writer: Writer): boolean => saw(writer, x) || saw(writer, y);
    if ([...touching].some((writer) => !writer.isSilent && isLater(writer))) return [];
    // Where the sentence, or its end, is gone, what is typed in its place stands beside what was.
    const later = writers.filter((writer) => !touching.has(writer) && isLater(writer));
    if (later.some((writer) => typesBeside(letters, sentence, writer, viewAt(writer)))) return [];
    const was = textOf(letters, first, last, (_, index) => base[index] === true);
    return [{ first, last, base: was, merged, texts }];
  });
};

/** Whether letters went with the block that held them, which somebody deleted without knowing of them. */
const isSwallowed = (letters: Letters | undefined): boolean =>
  letters !== undefined && !letters.isVisible && letters.deletedBy.length === 0;

/** The last of some writers who typed or deleted in a sentence. */
const lastIn = (
  writers: ReadonlySet<Writer>,
  letters: readonly Letters[],
  { first, last }: Sentence,
): Writer | undefined => {
  let found: Writer | undefined;
  const look = (writer: Writer): void => {
    if (writers.has(writer) && (found === undefined || found.place < writer.place)) found = writer;
  };
  for (let index = first; index <= last; index += 1) {
    letters[index]?.by.forEach(look);
    letters[index]?.deletedBy.forEach(look);
  }
  return found;
};

/** Whether somebody's letters stand in place of a sentence, with nothing between that he shows. */
const typesBeside = (
  letters: readonly Letters[],
  { first, last, isOpenFor }: Sentence,
  writer: Writer,
  view: View,
): boolean => {
  const stands = (from: number, step: 1 | -1): boolean => {
    for (let index = from; index >= 0 && index < letters.length; index += step) {
      if (letters[index]?.by.includes(writer)) return true;
      if (view.shows[index]) return false;
    }
    return false;
  };
  const isGone = !view.shows.slice(first, last + 1).some(Boolean);
  return ((isGone || isOpenFor(view)) && stands(last + 1, 1)) || (isGone && stands(first - 1, -1));
};

/** One entry for each stretch of text: with three desks, pairs speak of the same sentence. */
const joined = (found: readonly Found[]): readonly (readonly [Found, ...Found[]])[] => {
  const groups: { last: number; members: [Found, ...Found[]] }[] = [];
  for (const each of found.toSorted((a, b) => a.first - b.first || b.last - a.last)) {
    const group = groups.at(-1);
    if (group !== undefined && each.first <= group.last) {
      group.members.push(each);
      group.last = Math.max(group.last, each.last);
    } else groups.push({ last: each.last, members: [each] });
  }
  return groups.map(({ members }) => {
    const [first, ...rest] = members.toSorted(
      (a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first,
    );
    return first === undefined ? members : [first, ...rest];
  });
};
