import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type Collection, isQuiet, isValueField } from '#shared/domain/record/collection.ts';
import type { FieldConflict, FieldSide, FieldValue } from '#shared/domain/record/conflict.ts';
import { DELETED_FIELD, parseKey } from '../documents/keys.ts';
import { collectionsOf } from '../documents/record-reader.ts';
import type { Replay } from './replay.ts';
import { latestFirst, originOf, unseen, type Writer, type Writers } from './writers.ts';

/** What each writer made of a key in the end; undefined where the value itself is no longer there. */
type Writes = ReadonlyMap<Writer, FieldValue | undefined>;

type Key = {
  readonly collection: Collection;
  readonly record: string;
  readonly field: string;
  readonly member: string | undefined;
  /** Without those who moved a member only. */
  readonly writes: Writes;
  readonly all: Writes;
  readonly shown: FieldValue;
};

const ABSENT: FieldValue = { kind: 'absent' };

/** Keys whose concurrent values say different things, and records binned while others edited them. */
export const findFieldConflicts = (
  document: DocumentId,
  replay: Replay,
  saw: Writers['saw'],
  /** Who has written to a record's long texts and note, by the name of each text. */
  textWriters: ReadonlyMap<string, readonly Writer[]>,
): readonly FieldConflict[] =>
  collectionsOf(document).flatMap((collection) => {
    const keys = keysOf(collection, replay).map((key) => withoutMoves(key, saw));
    const found = keys.flatMap((key) => conflictOf(document, key, saw));
    return [...found, ...binConflicts(document, collection, keys, saw, textWriters)];
  });

const isTold = (collection: Collection, field: string): boolean =>
  (field === DELETED_FIELD || isValueField(collection, field) || collection.sets.includes(field)) &&
  !isQuiet(collection, field);

const keysOf = (collection: Collection, replay: Replay): readonly Key[] => {
  const map = replay.doc.getMap(collection.name);
  return [...map._map].flatMap(([key, last]): readonly Key[] => {
    const parsed = parseKey(key);
    if (parsed === undefined || !isTold(collection, parsed.field)) return [];
    const { id: record, field, member } = parsed;
    if (member !== undefined && !collection.sets.includes(field)) return [];
    const shown: FieldValue = last.deleted ? ABSENT : (valueAt(last, last.length - 1) ?? ABSENT);
    const writes = writesOf(last, replay);
    return [{ collection, record, field, member, shown, writes, all: writes }];
  });
};

const valueAt = (item: Y.Item, offset: number): FieldValue | undefined =>
  item.content instanceof Y.ContentDeleted
    ? undefined
    : { kind: 'set', value: item.content.getContent()[offset] };

/** Walks a key's values from the last: each lies to the left of the one that took its place. */
const writesOf = (last: Y.Item, { inserted, deleted }: Replay): Writes => {
  const set = new Map<Writer, { readonly value: FieldValue | undefined; readonly id: string }>();
  const took: { readonly by: Writer; readonly id: string; readonly isLast: boolean }[] = [];
  for (let item: Y.Item | null = last; item !== null; item = item.left) {
    const { client, clock: first } = item.id;
    for (let offset = item.length - 1; offset >= 0; offset -= 1) {
      const clock = first + offset;
      const id = `${client} ${clock}`;
      for (const by of inserted.at(client, clock)) {
        if (!set.has(by)) set.set(by, { value: valueAt(item, offset), id });
      }
      const isLast = item === last && offset === item.length - 1;
      for (const by of deleted.at(client, clock)) took.push({ by, id, isLast });
    }
  }
  const writes = new Map<Writer, FieldValue | undefined>(
    [...set].map(([by, { value }]) => [by, value]),
  );
  for (const { by, id, isLast } of took) {
    const own = set.get(by);
    // To give a key a value deletes the value before; only what goes without another is taken away.
    if (own !== undefined) {
      if (own.id === id) writes.set(by, ABSENT);
    } else if (by.passedOn === undefined || isLast) {
      writes.set(by, ABSENT);
    }
  }
  return writes;
};

const meaningOf = ({ field, member }: Pick<Key, 'field' | 'member'>, value: FieldValue): string => {
  if (value.kind === 'absent') return 'absent';
  if (field === DELETED_FIELD) return value.value === '' ? 'in use' : 'in the bin';
  // The place among other members is no news.
  if (member !== undefined) return `member ${String(Object(value.value).name ?? '')}`;
  return `set ${JSON.stringify(value.value)}`;
};

/**
 * Leaves out who gave a member its place anew and nothing else: adding one member may move others.
 * Who wrote the same name again between different values has decided, and stays.
 */
const withoutMoves = (key: Key, saw: Writers['saw']): Key => {
  if (key.member === undefined || key.writes.size < 2) return key;
  const meaningOfWrite = (writer: Writer): string | undefined => {
    const value = key.writes.get(writer);
    return value && meaningOf(key, value);
  };
  const all = [...key.writes.keys()];
  const isMove = (writer: Writer): boolean => {
    const meaning = meaningOfWrite(writer);
    const before = unseen(
      all.filter((other) => saw(writer, other)),
      saw,
    );
    return before.length > 0 && before.every((other) => meaningOfWrite(other) === meaning);
  };
  return { ...key, writes: new Map([...key.writes].filter(([writer]) => !isMove(writer))) };
};

const conflictOf = (
  document: DocumentId,
  key: Key,
  saw: Writers['saw'],
): readonly FieldConflict[] => {
  const { collection, record, field, member, all } = key;
  // Who deleted a record stands in one entry with those who edited it.
  if (all.size < 2 || field === DELETED_FIELD) return [];
  const sidesBy = (writes: Writes): readonly FieldSide[] =>
    sidesOf({ ...key, writes }, unseen([...writes.keys()], saw).toSorted(latestFirst), key.shown);
  const edits = sidesBy(key.writes);
  // Yjs may have kept the move, and with it what the member said before.
  const sides = edits.some(({ isShown }) => isShown) ? edits : sidesBy(all);
  if (sides.length < 2) return [];
  const id = [collection.name, record, field, member]
    .filter((part) => part !== undefined)
    .join('.');
  const place = { document, id, collection: collection.name, record, field, member };
  return [{ kind: 'field', ...place, edited: [], sides }];
};

/** One side for each value, by the latest who gave it. */
const sidesOf = (
  key: Pick<Key, 'field' | 'member' | 'writes'>,
  writers: readonly Writer[],
  shown: FieldValue,
): readonly FieldSide[] => {
  const sides = new Map<string, FieldSide>();
  for (const writer of writers) {
    const value = key.writes.get(writer);
    if (value === undefined) continue;
    const meaning = meaningOf(key, value);
    if (sides.has(meaning)) continue;
    const isShown = meaning === meaningOf(key, shown);
    sides.set(meaning, { ...originOf(writer), value, isShown });
  }
  return [...sides.values()];
};

/** Deleted by one, restored or edited by another who had not seen it. */
const binConflicts = (
  document: DocumentId,
  collection: Collection,
  keys: readonly Key[],
  saw: Writers['saw'],
  textWriters: ReadonlyMap<string, readonly Writer[]>,
): readonly FieldConflict[] => {
  const bins = keys.filter((key) => key.field === DELETED_FIELD && hasBinned(key));
  if (bins.length === 0) return [];
  const byRecord = new Map<string, Key[]>();
  for (const key of keys) byRecord.set(key.record, [...(byRecord.get(key.record) ?? []), key]);
  return bins.flatMap((bin): readonly FieldConflict[] => {
    const last = unseen([...bin.writes.keys()], saw);
    const binned = last.filter((writer) => isBinned(bin.writes.get(writer)));
    const edits = [
      ...(byRecord.get(bin.record) ?? [])
        .filter(({ field }) => field !== DELETED_FIELD)
        .map(({ field, writes }) => ({ field, writers: [...writes.keys()] })),
      ...textsOf(collection).flatMap((field) => {
        const writers = textWriters.get(`${collection.name}.${bin.record}.${field}`);
        return writers === undefined ? [] : [{ field, writers }];
      }),
    ].flatMap(({ field, writers }) =>
      unseen(writers, saw)
        .filter((writer) => binned.some((other) => isApart(saw, writer, other)))
        .map((writer) => ({ field, writer })),
    );
    const kept: FieldValue = { kind: 'set', value: '' };
    const writes = new Map([
      ...edits.map(({ writer }) => [writer, kept] as const),
      ...last.map((writer) => [writer, bin.writes.get(writer)] as const),
    ]);
    const writers = [...writes.keys()].toSorted(latestFirst);
    const sides = sidesOf({ ...bin, writes }, writers, bin.shown);
    if (sides.length < 2) return [];
    const edited = [...new Set(edits.map(({ field }) => field))].sort();
    const id = `${collection.name}.${bin.record}.${DELETED_FIELD}`;
    const place = { document, id, collection: collection.name, record: bin.record };
    return [{ kind: 'field', ...place, field: DELETED_FIELD, member: undefined, edited, sides }];
  });
};

const textsOf = (collection: Collection): readonly string[] =>
  collection.note ? [...collection.texts, 'note'] : collection.texts;

const isBinned = (value: FieldValue | undefined): boolean =>
  value?.kind === 'set' && value.value !== '';

const hasBinned = ({ writes }: Key): boolean => [...writes.values()].some(isBinned);

const isApart = (saw: Writers['saw'], a: Writer, b: Writer): boolean =>
  a !== b && !saw(a, b) && !saw(b, a);
