import { caseOf, type DocumentId } from '#shared/documents/document-id.ts';
import { type FrameDraft, type Head, NO_HEAD } from '#shared/documents/frame.ts';
import { mergeSeen } from '#shared/documents/seen.ts';
import type { CollectionName, CommandId, DeviceId } from '#shared/domain/record/ids.ts';
import type { ProjectedNote } from '#shared/domain/record/mention.ts';
import { COLLECTIONS, FORMAT } from '#shared/domain/schema.ts';
import { type SourceName, sourceOf } from '#shared/ipc/logs.ts';
import type { Database, DocumentRecord } from '../database.ts';
import { concernsDigest, markStale, storedDigest } from '../digests/digests.ts';
import { isRenamed, retellMentioning, retellOwn, storedNote } from '../mentions/retell.ts';
import { leavesFrom, type StoredRow } from '../rows.ts';
import { nextHeld } from './standings.ts';

/** A record as it stands after a change; no row when it is gone. */
export type RowChange = {
  readonly collection: CollectionName;
  readonly id: string;
  readonly row: StoredRow | undefined;
};

/** A frame on its way to the log, with its place among all that were made here. */
export type Outgoing = {
  readonly document: DocumentId;
  readonly draft: FrameDraft;
  readonly place: number;
};

/** One edit of one document: what goes to the log, and what it changes on the screens. */
export type Edit = {
  readonly document: DocumentId;
  /** The edit, and before it what it needs of others where our file does not hold that yet. */
  readonly outgoing: readonly Outgoing[];
  readonly changes: readonly RowChange[];
  readonly notesTouched: boolean;
};

/** A document's whole state with the rows it projects to. */
export type WholeDocument = {
  readonly record: DocumentRecord;
  readonly state: Uint8Array;
  readonly rows: ReadonlyMap<CollectionName, readonly StoredRow[]>;
  readonly notes: readonly ProjectedNote[];
  /** Updates of others that our own file does not hold yet. */
  readonly adoptions: readonly Uint8Array[];
  /** Commands that stand in our file: they leave the outbox. */
  readonly saved: readonly CommandId[];
};

export const emptyRecord = (id: DocumentId): DocumentRecord => ({
  id,
  sources: {},
  seen: [],
  notesDirty: 0,
});

/**
 * Takes an edit and the rows it touched in one transaction.
 * @returns those changes that change what a record is called
 */
export const storeEdit = (
  database: Database,
  edit: Edit,
  device: DeviceId,
): Promise<readonly RowChange[]> => {
  const { document, outgoing, changes, notesTouched } = edit;
  const adopts = outgoing.length > 1;
  const isDigested = concernsDigest(document, changes);
  const tables = [
    database.updates,
    database.documents,
    ...(adopts ? [database.adoptions] : []),
    ...(isDigested ? [database.digests] : []),
    ...(changes.length > 0 ? [database.leaves] : []),
  ];
  return database.transaction('rw', tables, async () => {
    await database.updates.bulkPut(
      outgoing.map(({ draft, place }) => ({
        ...draft,
        document,
        place,
        device,
        acked: 0 as const,
      })),
    );
    if (adopts) await database.adoptions.where('document').equals(document).delete();
    const record = (await database.documents.get(document)) ?? emptyRecord(document);
    await database.documents.put({
      ...record,
      notesDirty: notesTouched ? 1 : record.notesDirty,
    });
    const renames = await putRows(database, document, changes);
    if (isDigested) await markStale(database, document, changes);
    return renames;
  });
};

const putRows = async (
  database: Database,
  document: DocumentId,
  changes: readonly RowChange[],
): Promise<readonly RowChange[]> => {
  const renames: RowChange[] = [];
  // An import changes thousands of rows: each table takes its own at once.
  for (const name of new Set(changes.map(({ collection }) => collection))) {
    const own = changes.filter(({ collection }) => collection === name);
    const rows = own.flatMap(({ row }) => row ?? []);
    const gone = own.flatMap(({ id, row }): [string, string][] => (row ? [] : [[document, id]]));
    const put = rows.length > 0 ? await database.rowsOf(name).bulkPut(rows) : [];
    const taken = gone.length > 0 ? await database.rowsOf(name).bulkDelete(gone) : [];
    const before = new Map([...put, ...taken].map((row) => [row.id, row]));
    renames.push(...own.filter((change) => isRenamed(before.get(change.id), change)));
  }
  return renames;
};

/**
 * The log has this frame: it leaves the outbox, and the head moves on by one. A head that is not the one
 * before stays where it is: what lies between has not been read, and the next start does that.
 */
export const storeAck = (
  database: Database,
  source: SourceName,
  { document, draft }: Outgoing,
  head: Head,
): Promise<void> =>
  database.transaction('rw', database.updates, database.documents, async () => {
    await database.updates.update([document, draft.command], { acked: 1 });
    const record = (await database.documents.get(document)) ?? emptyRecord(document);
    const known = record.sources[source] ?? { head: NO_HEAD, held: NO_HEAD, format: FORMAT };
    if (head.seq !== known.head.seq + 1) return;
    const held = nextHeld(known.held, known.head, head);
    const format = Math.max(known.format, draft.format);
    const sources = { ...record.sources, [source]: { ...known, head, held, format } };
    await database.documents.put({ ...record, sources });
  });

/** The log refused this frame: it stays, and is not sent again. */
export const setAsideRefused = (database: Database, outgoing: Outgoing): Promise<void> =>
  database.transaction('rw', database.updates, async () => {
    await database.updates.update([outgoing.document, outgoing.draft.command], { acked: 2 });
  });

/** Documents with something that the log refused in an earlier run, and that no whole state holds yet. */
export const loadRefused = async (database: Database): Promise<readonly DocumentId[]> => {
  const refused = await database.updates.where('acked').equals(2).toArray();
  return [...new Set(refused.map(({ document }) => document))];
};

/** A whole state that holds what was refused has reached the log. */
export const acceptRefused = (database: Database, document: DocumentId): Promise<void> =>
  database.transaction('rw', database.updates, async () => {
    await database.updates
      .where('document')
      .equals(document)
      .and(({ acked }) => acked === 2)
      .modify({ acked: 1 });
  });

/** Folds what the log already has into one snapshot; what waits in the outbox stays beside it. */
export const fold = (database: Database, document: DocumentId, state: Uint8Array): Promise<void> =>
  database.transaction('rw', database.updates, database.snapshots, async () => {
    await database.snapshots.put({ id: document, state });
    await database.updates
      .where('document')
      .equals(document)
      .and((update) => update.acked === 1)
      .delete();
  });

export const storeNotes = async (
  database: Database,
  document: DocumentId,
  notes: readonly ProjectedNote[],
  isLast: boolean,
): Promise<void> => {
  const { noteTexts, documents, digests } = database;
  await database.transaction('rw', noteTexts, documents, digests, async () => {
    const keys = notes.map(({ id }): [DocumentId, string] => [document, id]);
    const before = await database.noteTexts.bulkGet(keys);
    const written = notes.filter((note) => note.text !== '');
    const empty = notes.filter((note) => note.text === '');
    await noteTexts.bulkPut(written.map((note) => storedNote(document, note)));
    await database.noteTexts.bulkDelete(
      empty.map(({ id }): [DocumentId, string] => [document, id]),
    );
    // A digest knows whether a record is written, not what.
    const isTurned = notes.some(({ text }, at) => (text === '') !== isEmptyText(before[at]?.text));
    if (isTurned && caseOf(document) !== undefined) await markStale(database, document, []);
    if (isLast) await database.documents.update(document, { notesDirty: 0 });
  });
  await retellOwn(database, document, notes);
};

const isEmptyText = (text: string | undefined): boolean => text === undefined || text === '';

/** Replaces all that the cache holds of a document, outbox aside. */
export const storeWhole = async (database: Database, whole: WholeDocument): Promise<void> => {
  await database.transaction('rw', database.tables, () => putWhole(database, whole));
  await retellOwn(database, whole.record.id, whole.notes);
  await retellMentioning(database, whole.record.id);
};

/** The same within a transaction that spans all tables. */
export const putWhole = async (database: Database, whole: WholeDocument): Promise<void> => {
  const { record, state, saved, adoptions } = whole;
  const document = record.id;
  const isNew = (await database.documents.get(document)) === undefined;
  await acceptSaved(database, document, saved);
  await database.updates
    .where('document')
    .equals(document)
    .and((update) => update.acked === 1)
    .delete();
  await database.snapshots.put({ id: document, state });
  if (!isNew) {
    await database.leaves
      .where('[collection+document]')
      .anyOf(COLLECTIONS.map(({ name }) => [name, document]))
      .delete();
  }
  await database.leaves.bulkPut(
    [...whole.rows].flatMap(([name, rows]) => leavesFrom(name, document, rows)),
  );
  if (!isNew) await database.noteTexts.where('document').equals(document).delete();
  await database.noteTexts.bulkPut(whole.notes.map((note) => storedNote(document, note)));
  const [digest] = storedDigest(document, {
    rows: ({ name }) => whole.rows.get(name) ?? [],
    notes: new Set(whole.notes.map(({ id }) => id)),
  });
  if (digest !== undefined) await database.digests.put(digest);
  await database.adoptions.bulkAdd(adoptions.map((update) => ({ document, update })));
  await database.documents.put(record);
};

const acceptSaved = async (
  database: Database,
  document: DocumentId,
  saved: readonly CommandId[],
): Promise<void> => {
  if (saved.length === 0) return;
  const commands = new Set<string>(saved);
  await database.updates
    .where('document')
    .equals(document)
    .and(({ command }) => commands.has(command))
    .modify({ acked: 1 });
};

/** The pieces from which a document is loaded, in any order. */
export type Pieces = {
  readonly updates: readonly Uint8Array[];
  readonly record: DocumentRecord | undefined;
  /** How many updates stand beside the snapshot. */
  readonly count: number;
  readonly adoptions: readonly Uint8Array[];
};

export const loadPieces = async (database: Database, document: DocumentId): Promise<Pieces> =>
  database.transaction(
    'r',
    database.snapshots,
    database.updates,
    database.documents,
    database.adoptions,
    async () => {
      const snapshot = await database.snapshots.get(document);
      const updates = await database.updates.where('document').equals(document).toArray();
      const record = await database.documents.get(document);
      const adoptions = await database.adoptions.where('document').equals(document).sortBy('key');
      return {
        updates: [...(snapshot ? [snapshot.state] : []), ...updates.map((each) => each.update)],
        record,
        count: updates.length,
        adoptions: adoptions.map(({ update }) => update),
      };
    },
  );

/**
 * What the log has not acknowledged, in the order in which it was made. What an earlier device id of ours
 * had made says that it had seen that device's file: it is another's from now on.
 */
export const loadOutbox = async (
  database: Database,
  device: DeviceId,
): Promise<readonly Outgoing[]> => {
  const waiting = await database.updates.where('acked').equals(0).sortBy('place');
  const records = new Map((await database.documents.toArray()).map((each) => [each.id, each]));
  return waiting.map(({ document, place, acked: _, device: maker, ...draft }) => {
    const held = records.get(document)?.sources[sourceOf(maker)]?.held;
    if (maker === device || held === undefined || held.seq === 0) {
      return { document, place, draft };
    }
    const own = [{ device: maker, seq: held.seq, hash: held.hash }];
    return { document, place, draft: { ...draft, seen: mergeSeen(draft.seen, own) } };
  });
};
