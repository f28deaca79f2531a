import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Collection, Member, Row } from '#shared/domain/record/collection.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { isLive } from '#shared/domain/record/row-values.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import {
  type DocumentTurns,
  type FieldTurn,
  type RecordTurn,
  sameSaid,
  sameValue,
} from '../../banso-file/turns.ts';
import { DELETED_FIELD, NOTE_FIELD } from '../../documents/keys.ts';
import { collectionsOf } from '../../documents/record-reader.ts';
import type { Draft } from '../../records/draft.ts';

/** How many records say again what they said, and how many have gone on and stay. */
export type SetBackCount = { readonly written: number; readonly kept: number };

type Target = {
  readonly document: DocumentId;
  readonly collection: Collection;
  readonly turn: RecordTurn;
};

/**
 * Sets back what some edits have made of records, as far as nobody has changed it since: a field says again
 * what it said, a record that was not there goes into the bin. A record that has been worked on, or that
 * one names that stays, stays.
 */
export const setBack = (draft: Draft, documents: readonly DocumentTurns[]): SetBackCount => {
  const kept = new Set<string>();
  const written = new Set<string>();
  const added: Target[] = [];
  for (const { document, records, opened } of documents) {
    const rows = createRows(draft, document);
    for (const turn of records) {
      const collection = collectionNamed(turn.collection);
      const row = rows(collection).get(turn.id);
      if (row === undefined) continue;
      const key = keyOf(turn.collection, turn.id);
      const now = (field: string): unknown => saidBy(draft, document, collection, row, field);
      if (turn.isNew) {
        const isUntouched = turn.fields.every(({ field, since }) =>
          sameSaid(field, now(field), since),
        );
        if (isUntouched && isLive(row)) added.push({ document, collection, turn });
        else if (isLive(row)) kept.add(key);
        continue;
      }
      for (const each of turn.fields) {
        if (!sameSaid(each.field, now(each.field), each.since)) kept.add(key);
        else if (writeBack(draft, document, collection, turn.id, each)) written.add(key);
      }
    }
    for (const { collection: name, record, field, member, value } of opened) {
      const collection = collectionNamed(name);
      const row = rows(collection).get(record);
      const turn = records.find((each) => each.collection === name && each.id === record);
      // Where it says something else the edit above has decided, or somebody has since.
      if (row === undefined || turn?.fields.some((each) => each.field === field)) continue;
      if (!saysKey(row, field, member, value)) continue;
      draft.decideKey(document, collection, { record, field, member }, value);
      written.add(keyOf(name, record));
    }
  }
  for (const { document, collection, turn } of withoutNamed(draft, documents, added)) {
    draft.remove(document, collection, turn.id);
    written.add(keyOf(turn.collection, turn.id));
  }
  for (const { turn } of added) {
    const key = keyOf(turn.collection, turn.id);
    if (!written.has(key)) kept.add(key);
  }
  return { written: written.size, kept: kept.size };
};

const keyOf = (collection: CollectionName, id: string): string => `${collection} ${id}`;

type AnyRow = Row<Collection>;

/** A document's records as they are when the command begins, by id. */
const createRows = (draft: Draft, document: DocumentId) => {
  const known = new Map<CollectionName, ReadonlyMap<string, AnyRow>>();
  return (collection: Collection): ReadonlyMap<string, AnyRow> => {
    const found =
      known.get(collection.name) ??
      new Map(draft.withBinned(document, collection).map((row) => [row.id as string, row]));
    known.set(collection.name, found);
    return found;
  };
};

const saidBy = (
  draft: Draft,
  document: DocumentId,
  collection: Collection,
  row: AnyRow,
  field: string,
): unknown =>
  field === NOTE_FIELD && collection.note
    ? draft.noteTree(document, collection, row.id)
    : // A row of any collection holds what its declaration says.
      (row as unknown as Readonly<Record<string, unknown>>)[field];

/** @returns whether there was anything to write */
const writeBack = (
  draft: Draft,
  document: DocumentId,
  collection: Collection,
  id: string,
  { field, was, since }: FieldTurn,
): boolean => {
  if (sameSaid(field, was, since)) return false;
  if (field === DELETED_FIELD) {
    if (was === '') draft.restore(document, collection, id);
    else draft.remove(document, collection, id);
  } else if (field === NOTE_FIELD && collection.note) {
    // What the turn says of a note is a tree of one.
    draft.setNoteTree(document, collection, id, was as ReturnType<Draft['noteTree']>);
  } else if (collection.sets.includes(field)) {
    draft.setMembers(document, collection, id, field as never, was as readonly Member[]);
  } else {
    draft.set(document, collection, id, { [field]: was });
  }
  return true;
};

const saysKey = (
  row: AnyRow,
  field: string,
  member: string | undefined,
  value: DocumentTurns['opened'][number]['value'],
): boolean => {
  const said = (row as unknown as Readonly<Record<string, unknown>>)[field];
  if (member === undefined) return value.kind === 'set' && sameValue(said, value.value);
  const isIn = Array.isArray(said) && (said as readonly Member[]).some(({ id }) => id === member);
  return isIn === (value.kind === 'set');
};

/** Those of the records that came which nothing names that stays; a case stays while anything in it does. */
const withoutNamed = (
  draft: Draft,
  documents: readonly DocumentTurns[],
  added: readonly Target[],
): readonly Target[] => {
  const going = new Map(added.map((each) => [keyOf(each.turn.collection, each.turn.id), each]));
  const stays = documents.flatMap(({ document }) =>
    collectionsOf(document).flatMap((collection) =>
      draft
        .rows(document, collection)
        .filter(({ id }) => !going.has(keyOf(collection.name, id)))
        .map((row) => ({ document, collection, row })),
    ),
  );
  const cases = new Map(
    added.flatMap((each) =>
      each.turn.collection === 'cases' ? [[each.document, each] as const] : [],
    ),
  );
  for (let next = stays.pop(); next !== undefined; next = stays.pop()) {
    const { document, collection, row } = next;
    const own = cases.get(document);
    const named = namedBy(collection, row).flatMap((key) => going.get(key) ?? []);
    for (const target of own === undefined ? named : [...named, own]) {
      const key = keyOf(target.turn.collection, target.turn.id);
      if (!going.delete(key)) continue;
      const kept = draft.row(target.document, target.collection, target.turn.id);
      if (kept !== undefined) stays.push({ ...target, row: kept });
    }
  }
  return [...going.values()];
};

/** The records that a record names, as its declaration says. */
const namedBy = (collection: Collection, row: AnyRow): readonly string[] => {
  const said = row as unknown as Readonly<Record<string, unknown>>;
  const single = collection.values.flatMap(([field, { to }]) =>
    to === undefined || typeof said[field] !== 'string' ? [] : [keyOf(to, said[field])],
  );
  const members = collection.sets.flatMap((set) => {
    const field = collection.fields[set];
    const to = field?.kind === 'members' ? field.to : undefined;
    if (to === undefined) return [];
    return ((said[set] ?? []) as readonly Member[]).map(({ id }) => keyOf(to, id));
  });
  return [...single, ...members];
};
