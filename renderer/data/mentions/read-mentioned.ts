import { caseOf } from '#shared/documents/document-id.ts';
import type { CaseRow } from '#shared/domain/case/case.ts';
import type { RoundRow } from '#shared/domain/meeting/meeting.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { type MentionTarget, mentionKey, targetOfKey } from '#shared/domain/record/mention.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import type { AnyRow } from '#shared/domain/search/parts.ts';
import { caseTitle, titleOfRecord } from '#shared/domain/search/records.ts';
import type { Database } from '../database.ts';

/** What a note's mention leads to, as it is now. */
export type Mentioned = {
  /** The record that is meant: where two were merged, the one that was kept. */
  readonly target: MentionTarget;
  readonly isGone: boolean;
  /** What it is called; '' where nobody can say. */
  readonly words: string;
  /** The case that it is of: 益城町（令和4年度）; '' for the office's, and for a case itself. */
  readonly around: string;
  /** Its day or month, of what has one; '' otherwise. */
  readonly date: string;
};

/** As it is called within a note of a document: what is of another case says of which. */
export const mentionedWords = ({ target, words, around }: Mentioned, document: string): string =>
  around === '' || words === '' || target.document === document ? words : `${around} ${words}`;

type Found = { readonly target: MentionTarget; readonly row: AnyRow | undefined };

/** So many records are merged one into the other at most; two desks may have closed a ring. */
const LONGEST_WAY = 20;

/** What records are now, by the keys that they were mentioned by. All are read at once. */
export const readMentioned = async (
  database: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Mentioned>> => {
  const asked = [...new Set(keys)].flatMap((key) => {
    const target = targetOfKey(key);
    return target === undefined ? [] : [{ key, target }];
  });
  if (asked.length === 0) return new Map();
  const rows = createRows(database);
  const found = await follow(
    rows,
    asked.map(({ target }) => target),
  );
  // A meeting is called by its round, and is there while its case is.
  const documents = [...new Set(found.map(({ target }) => target.document))];
  const rounds = await rows.read(
    'rounds',
    found.flatMap(({ target, row }) =>
      target.collection === 'meetings' && row !== undefined && row.round !== ''
        ? [[target.document, String(row.round)]]
        : [],
    ),
  );
  const homes = await rows.read(
    'cases',
    documents.flatMap((document) => {
      const id = caseOf(document);
      return id === undefined ? [] : [[document, id]];
    }),
  );
  const result = new Map<string, Mentioned>();
  for (const [index, { key }] of asked.entries()) {
    const one = found[index];
    if (one !== undefined) result.set(key, mentionedOf(one, rounds, homes));
  }
  return result;
};

type Place = readonly [document: string, id: string];
const placeKey = ([document, id]: Place): string => `${document} ${id}`;

const mentionedOf = (
  { target, row }: Found,
  rounds: ReadonlyMap<string, AnyRow>,
  homes: ReadonlyMap<string, AnyRow>,
): Mentioned => {
  const caseId = caseOf(target.document);
  const home = caseId === undefined ? undefined : homes.get(placeKey([target.document, caseId]));
  const isHomeGone = caseId !== undefined && home?.deletedAt !== '';
  if (row === undefined) return { target, isGone: true, words: '', around: '', date: '' };
  const roundOf = (id: string): RoundRow | null =>
    (rounds.get(placeKey([target.document, id])) as RoundRow | undefined) ?? null;
  return {
    target,
    isGone: row.deletedAt !== '' || isHomeGone,
    date: typeof row.date === 'string' ? row.date : '',
    words: titleOfRecord(collectionNamed(target.collection), row, roundOf),
    around:
      target.collection === 'cases' || home === undefined
        ? ''
        : caseTitle(home as unknown as CaseRow),
  };
};

/** Each record, or the one into which it was merged. */
const follow = async (rows: Rows, targets: readonly MentionTarget[]): Promise<readonly Found[]> => {
  const met = targets.map((target) => new Set([mentionKey(target)]));
  const first = await rows.readEach(targets);
  const found = [...first];
  for (let step = 0; step < LONGEST_WAY; step += 1) {
    const led = found.flatMap(({ target, row }, index) => {
      const into = row !== undefined && row.deletedAt !== '' ? row.mergedInto : '';
      if (typeof into !== 'string' || into === '') return [];
      const next = { ...target, id: into };
      const way = met[index];
      if (way === undefined || way.has(mentionKey(next))) return [];
      way.add(mentionKey(next));
      return [{ index, next }];
    });
    if (led.length === 0) break;
    const read = await rows.readEach(led.map(({ next }) => next));
    for (const [at, { index }] of led.entries()) {
      const one = read[at];
      if (one?.row !== undefined) found[index] = one;
    }
    if (read.every(({ row }) => row === undefined)) break;
  }
  // Nobody can be led to what is gone as well: it is the one that was meant.
  return found.map((one, index) => (isLive(one) ? one : (first[index] ?? one)));
};

const isLive = ({ row }: Found): boolean => row?.deletedAt === '';

type Rows = ReturnType<typeof createRows>;

const createRows = (database: Database) => {
  const read = async (
    collection: CollectionName,
    places: readonly Place[],
  ): Promise<ReadonlyMap<string, AnyRow>> => {
    const rows = await database
      .rowsOf(collection)
      .bulkGet(places.map(([document, id]): [string, string] => [document, id]));
    return new Map(
      rows.flatMap((row) =>
        row === undefined ? [] : [[placeKey([row.document, row.id]), row as unknown as AnyRow]],
      ),
    );
  };
  return {
    read,
    readEach: async (targets: readonly MentionTarget[]): Promise<readonly Found[]> => {
      const names = [...new Set(targets.map(({ collection }) => collection))];
      const byName = new Map<string, ReadonlyMap<string, AnyRow>>();
      for (const name of names) {
        const own = targets.filter(({ collection }) => collection === name);
        const places = own.map(({ document, id }): Place => [document, id]);
        byName.set(name, await read(name, places));
      }
      return targets.map((target) => ({
        target,
        row: byName.get(target.collection)?.get(placeKey([target.document, target.id])),
      }));
    },
  };
};
