import type { RoundRow } from '#shared/domain/meeting/meeting.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import type { Find } from '#shared/domain/search/find.ts';
import { type Hit, hitOf } from '#shared/domain/search/hit.ts';
import type { AnyRow } from '#shared/domain/search/parts.ts';
import type { Word } from '#shared/domain/search/query.ts';
import { idAt, type Shelf } from '#shared/domain/search/shelf.ts';
import type { Database, NoteText } from '../database.ts';
import { textOfToday } from '../mentions/retell.ts';

export type HitReader = {
  /**
   * Reads the rows of what was found, as they are stored. One that is gone meanwhile is left out.
   * @param writersAt where who wrote them is to be told
   */
  readonly read: (
    finds: readonly Find[],
    words: readonly Word[],
    writersAt?: (shelf: Shelf, at: number) => readonly string[],
  ) => Promise<readonly Hit[]>;
  /** They have changed; undefined: any may have. */
  readonly forget: (documents?: ReadonlySet<string>) => void;
};

/** A find, and what is stored of it. */
type Read = { readonly row: AnyRow | undefined; readonly note: string };

/** Who types on finds most of it again, and who erases a letter all. */
const MOST_KEPT = 300;

/** Keeps what it has read last until it is told that it has changed: opening a transaction takes longer than a search. */
export const createHitReader = (database: Database): HitReader => {
  /** By document and the key of a record, the latest last. */
  const kept = new Map<string, { readonly document: string; readonly read: Read }>();
  const rounds = new Map<string, ReadonlyMap<string, RoundRow>>();
  let changes = 0;

  const forget: HitReader['forget'] = (documents) => {
    changes += 1;
    for (const [key, { document }] of kept) if (documents?.has(document) ?? true) kept.delete(key);
    for (const document of rounds.keys()) {
      if (documents?.has(document) ?? true) rounds.delete(document);
    }
  };

  const keep = (found: ReadonlyMap<string, Placed>, read: Stored): void => {
    for (const [key, { document }] of found) {
      const own = read.records.get(key);
      kept.delete(key);
      if (own !== undefined) kept.set(key, { document, read: own });
    }
    for (const [document, own] of read.rounds) rounds.set(document, own);
    for (const key of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(key);
    if (rounds.size > MOST_KEPT) rounds.clear();
  };

  /** What is known of finds, and of the others what is stored. */
  const stored = async (found: ReadonlyMap<string, Placed>): Promise<Stored> => {
    const known: Stored = { records: new Map(), rounds: new Map(rounds) };
    for (const key of found.keys()) {
      const own = kept.get(key);
      if (own !== undefined) known.records.set(key, own.read);
    }
    const missing = [...found.values()].filter(({ key }) => !known.records.has(key));
    const unknown = [...found.values()].filter(
      ({ collection, document }) => collection === 'meetings' && !rounds.has(document),
    );
    const documents = new Set(unknown.map(({ document }) => document));
    const before = changes;
    if (missing.length + documents.size > 0) await readInto(database, missing, documents, known);
    // What has changed meanwhile may have been read before it did.
    if (changes === before) keep(found, known);
    return known;
  };

  return {
    read: async (finds, words, writersAt = () => []) => {
      const placed = finds.map(placedOf);
      const { records, rounds: own } = await stored(
        new Map(placed.map((each) => [each.key, each])),
      );
      return finds.flatMap(({ shelf, at, collection }, place): readonly Hit[] => {
        const { row, note } = records.get(placed[place]?.key ?? '') ?? NOTHING;
        if (row === undefined || row.deletedAt !== '') return [];
        const source = {
          ...{ collection: collectionNamed(collection), row, note },
          around: shelf.contextWords[shelf.contexts[at] ?? 0] ?? '',
          writers: writersAt(shelf, at),
          roundOf: (id: string) => own.get(shelf.document)?.get(id) ?? null,
        };
        return [hitOf(source, words)];
      });
    },
    forget,
  };
};

const NOTHING: Read = { row: undefined, note: '' };

type Placed = {
  readonly key: string;
  readonly collection: CollectionName;
  readonly document: string;
  readonly id: string;
};

type Stored = {
  readonly records: Map<string, Read>;
  /** Of documents, the rounds in use by their ids. */
  readonly rounds: Map<string, ReadonlyMap<string, RoundRow>>;
};

const placedOf = ({ shelf, at, collection }: Find): Placed => {
  const { document } = shelf;
  const id = idAt(shelf, at);
  return { key: `${document} ${collection} ${id}`, collection, document, id };
};

/** One transaction: each of its own would cost as much as all that is read. */
const readInto = (
  database: Database,
  missing: readonly Placed[],
  documents: ReadonlySet<string>,
  { records, rounds }: Stored,
): Promise<void> =>
  database.transaction('r', [database.leaves, database.noteTexts], async () => {
    const keysOf = (of: readonly Placed[]): readonly [string, string][] =>
      of.map(({ document, id }) => [document, id]);
    const readKind = async (collection: CollectionName): Promise<void> => {
      const own = missing.filter((each) => each.collection === collection);
      const { note: hasNote } = collectionNamed(collection);
      const [rows, notes] = await Promise.all([
        database.rowsOf(collection).bulkGet(keysOf(own)),
        // Names of documents, as the shelves have them.
        hasNote ? database.noteTexts.bulkGet(keysOf(own) as never) : NO_NOTES,
      ]);
      for (const [place, { key }] of own.entries()) {
        const [row, note] = [rows[place], notes[place]];
        records.set(key, {
          row: row as unknown as AnyRow | undefined,
          note: note === undefined ? '' : textOfToday(note),
        });
      }
    };
    const readRounds = async (document: string): Promise<void> => {
      const all = await database.rowsOf('rounds').of(document);
      const used = (all as readonly unknown[] as readonly RoundRow[]).filter(
        ({ deletedAt }) => deletedAt === '',
      );
      rounds.set(document, new Map(used.map((row) => [row.id, row])));
    };
    const kinds = new Set(missing.map(({ collection }) => collection));
    await Promise.all([...[...kinds].map(readKind), ...[...documents].map(readRounds)]);
  });

const NO_NOTES: readonly (NoteText | undefined)[] = [];
