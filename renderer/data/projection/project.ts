import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import type { ProjectedNote } from '#shared/domain/record/mention.ts';
import { formatOf } from '../documents/format.ts';
import {
  collectionsOf,
  createRecordReader,
  type RecordReader,
  type Touched,
} from '../documents/record-reader.ts';
import type { RowChange } from '../journal/cache.ts';
import type { StoredRow } from '../rows.ts';

/** The rows that a change touched, as they stand now. */
export const projectTouched = (
  reader: RecordReader,
  touched: readonly Touched[],
): readonly RowChange[] =>
  touched
    .filter((each) => each.row)
    .map(({ collection, id }) => ({
      collection: collection.name,
      id,
      row: reader.row(collection, id),
    }));

export type Projection = {
  readonly rows: ReadonlyMap<CollectionName, readonly StoredRow[]>;
  readonly notes: readonly ProjectedNote[];
  readonly format: number;
};

/** All rows and note texts of a document. @param reader of it, where there is one already */
export const projectAll = (
  document: DocumentId,
  doc: Y.Doc,
  reader = createRecordReader(document, doc),
): Projection => {
  const rows = new Map<CollectionName, readonly StoredRow[]>();
  const notes: ProjectedNote[] = [];
  for (const collection of collectionsOf(document)) {
    rows.set(collection.name, reader.rows(collection));
    if (!collection.note) continue;
    for (const id of reader.ids(collection)) {
      const words = reader.noteWords(collection, id);
      if (words.text !== '') notes.push({ id, ...words });
    }
  }
  return { rows, notes, format: formatOf(doc) };
};

/** A document put together from updates in any order, any number of times. */
export const assemble = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
};
