import type { DocumentId } from '#shared/documents/document-id.ts';
import type { FrameDraft, Head } from '#shared/documents/frame.ts';
import type { CollectionName } from '#shared/domain/collection.ts';
import { COLLECTIONS, FORMAT } from '#shared/domain/schema.ts';
import type { Database, DocumentRecord, StoredRow } from '../database.ts';

/** A record as it stands after a change; no row when it is gone. */
export type RowChange = {
  readonly collection: CollectionName;
  readonly id: string;
  readonly row: StoredRow | undefined;
};

/** One edit of one document: what goes to the log, and what it changes on the screens. */
export type Edit = {
  readonly document: DocumentId;
  readonly draft: FrameDraft;
  readonly changes: readonly RowChange[];
  readonly notesTouched: boolean;
};

/** A document's whole state with the rows it projects to. */
export type WholeDocument = {
  readonly document: DocumentId;
  readonly state: Uint8Array;
  readonly rows: ReadonlyMap<CollectionName, readonly StoredRow[]>;
  readonly notes: readonly { readonly id: string; readonly text: string }[];
  readonly heads: Readonly<Record<string, Head>>;
  readonly format: number;
};

const emptyRecord = (id: DocumentId): DocumentRecord => ({
  id,
  heads: {},
  notesDirty: 0,
  format: FORMAT,
});

/** Takes an edit and the rows it touched in one transaction. */
export const storeEdit = (database: Database, edit: Edit): Promise<void> => {
  const names = [...new Set(edit.changes.map((change) => change.collection))];
  const tables = [
    database.updates,
    database.documents,
    ...names.map((name) => database.rowsOf(name)),
  ];
  return database.transaction('rw', tables, async () => {
    await database.updates.put({ ...edit.draft, document: edit.document, acked: 0 });
    const record = (await database.documents.get(edit.document)) ?? emptyRecord(edit.document);
    await database.documents.put({
      ...record,
      notesDirty: edit.notesTouched ? 1 : record.notesDirty,
    });
    await putRows(database, edit.document, edit.changes);
  });
};

const putRows = async (
  database: Database,
  document: DocumentId,
  changes: readonly RowChange[],
): Promise<void> => {
  // An import changes thousands of rows: each table takes its own at once.
  for (const name of new Set(changes.map(({ collection }) => collection))) {
    const own = changes.filter(({ collection }) => collection === name);
    const rows = own.flatMap(({ row }) => row ?? []);
    const gone = own.flatMap(({ id, row }): [string, string][] => (row ? [] : [[document, id]]));
    if (rows.length > 0) await database.rowsOf(name).bulkPut(rows);
    if (gone.length > 0) await database.rowsOf(name).bulkDelete(gone);
  }
};

/** The log has these edits: they leave the outbox, and the document's head moves on. */
export const storeAck = (
  database: Database,
  document: DocumentId,
  device: string,
  command: string,
  head: Head,
): Promise<void> =>
  database.transaction('rw', database.updates, database.documents, async () => {
    await database.updates.update([document, command], { acked: 1 });
    const record = (await database.documents.get(document)) ?? emptyRecord(document);
    await database.documents.put({ ...record, heads: { ...record.heads, [device]: head } });
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

export const storeNotes = (
  database: Database,
  document: DocumentId,
  notes: readonly { readonly id: string; readonly text: string }[],
  isLast: boolean,
): Promise<void> =>
  database.transaction('rw', database.noteTexts, database.documents, async () => {
    const written = notes.filter((note) => note.text !== '');
    const empty = notes.filter((note) => note.text === '');
    await database.noteTexts.bulkPut(written.map((note) => ({ document, ...note })));
    await database.noteTexts.bulkDelete(
      empty.map(({ id }): [DocumentId, string] => [document, id]),
    );
    if (isLast) await database.documents.update(document, { notesDirty: 0 });
  });

/** Replaces all that the cache holds of a document, outbox aside. */
export const storeWhole = (database: Database, whole: WholeDocument): Promise<void> =>
  database.transaction('rw', database.tables, async () => {
    const { document, state, heads, format } = whole;
    await database.updates
      .where('document')
      .equals(document)
      .and((update) => update.acked === 1)
      .delete();
    await database.snapshots.put({ id: document, state });
    for (const { name } of COLLECTIONS) {
      const table = database.rowsOf(name);
      await table.where('document').equals(document).delete();
      const rows = whole.rows.get(name);
      if (rows && rows.length > 0) await table.bulkPut([...rows]);
    }
    await database.noteTexts.where('document').equals(document).delete();
    await database.noteTexts.bulkPut(whole.notes.map((note) => ({ document, ...note })));
    await database.documents.put({ id: document, heads, format, notesDirty: 0 });
  });

/** The pieces from which a document is loaded, in any order. */
export const loadPieces = async (
  database: Database,
  document: DocumentId,
): Promise<{
  readonly updates: readonly Uint8Array[];
  readonly record: DocumentRecord | undefined;
  readonly folded: number;
}> =>
  database.transaction('r', database.snapshots, database.updates, database.documents, async () => {
    const snapshot = await database.snapshots.get(document);
    const updates = await database.updates.where('document').equals(document).toArray();
    const record = await database.documents.get(document);
    return {
      updates: [...(snapshot ? [snapshot.state] : []), ...updates.map((each) => each.update)],
      record,
      folded: updates.length,
    };
  });
