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

type Key = [string, string];

/**
 * Reads the rows of what was found, as they are now. One that is gone meanwhile is left out.
 * @param writersAt where who wrote them is to be told
 */
export const readHits = async (
  database: Database,
  finds: readonly Find[],
  words: readonly Word[],
  writersAt: (shelf: Shelf, at: number) => readonly string[] = () => [],
): Promise<readonly Hit[]> => {
  if (finds.length === 0) return [];
  const keys = finds.map(({ shelf, at }): Key => [shelf.document, idAt(shelf, at)]);
  const rows = new Map<number, AnyRow>();
  const notes = new Map<number, string>();
  const rounds = new Map<string, RoundRow>();

  const readKind = async (collection: CollectionName): Promise<void> => {
    const places = placesOf(finds, (find) => find.collection === collection);
    const read = await database.rowsOf(collection).bulkGet(places.map((at) => keyAt(keys, at)));
    for (const [index, row] of read.entries()) {
      if (row !== undefined) rows.set(places[index] ?? -1, row as unknown as AnyRow);
    }
  };
  const readNotes = async (): Promise<void> => {
    const places = placesOf(finds, ({ collection }) => collectionNamed(collection).note);
    if (places.length === 0) return;
    const read: readonly (NoteText | undefined)[] = await database.noteTexts.bulkGet(
      // Names of documents, as the shelves have them.
      places.map((at) => keyAt(keys, at) as never),
    );
    for (const [index, note] of read.entries()) {
      if (note !== undefined) notes.set(places[index] ?? -1, textOfToday(note));
    }
  };
  const readRounds = async (): Promise<void> => {
    const meetings = finds.filter(({ collection }) => collection === 'meetings');
    const documents = new Set(meetings.map(({ shelf }) => shelf.document));
    const table = database.rowsOf('rounds');
    const read = await Promise.all([...documents].map((document) => table.of(document)));
    for (const row of read.flat() as readonly unknown[] as readonly RoundRow[]) {
      if (row.deletedAt === '') rounds.set(row.id, row);
    }
  };
  const kinds = [...new Set(finds.map(({ collection }) => collection))];
  // One transaction: each of its own would cost as much as all that is read.
  await database.transaction('r', [database.leaves, database.noteTexts], () =>
    Promise.all([...kinds.map(readKind), readNotes(), readRounds()]),
  );

  return finds.flatMap(({ shelf, at, collection }, place): readonly Hit[] => {
    const row = rows.get(place);
    if (row === undefined || row.deletedAt !== '') return [];
    const source = {
      collection: collectionNamed(collection),
      row,
      note: notes.get(place) ?? '',
      around: shelf.contextWords[shelf.contexts[at] ?? 0] ?? '',
      writers: writersAt(shelf, at),
      roundOf: (id: string) => rounds.get(id) ?? null,
    };
    return [hitOf(source, words)];
  });
};

const placesOf = (finds: readonly Find[], isOne: (find: Find) => boolean): readonly number[] =>
  finds.flatMap((find, place) => (isOne(find) ? [place] : []));

const keyAt = (keys: readonly Key[], at: number): Key => keys[at] ?? ['', ''];
