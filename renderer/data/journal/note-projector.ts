import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { ProjectedNote } from '#shared/domain/record/mention.ts';
import type { OpenDocument } from '../documents/open-documents.ts';
import type { Touched } from '../documents/record-reader.ts';

type StoreNotes = (document: DocumentId, notes: readonly ProjectedNote[]) => void;

/** Projects note texts once typing has paused: projecting each key would wake every live query. */
export type NoteProjector = {
  readonly touched: (document: OpenDocument, touched: readonly Touched[]) => void;
  readonly flush: () => void;
  readonly waits: (document: DocumentId) => boolean;
};

const PAUSE_MS = 500;

export const createNoteProjector = (store: StoreNotes): NoteProjector => {
  const waiting = new Map<
    DocumentId,
    { readonly document: OpenDocument; readonly notes: Map<string, Collection> }
  >();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    for (const { document, notes } of waiting.values()) {
      store(
        document.id,
        [...notes].map(([id, collection]) => ({
          id,
          ...document.reader.noteWords(collection, id),
        })),
      );
    }
    waiting.clear();
  };

  return {
    touched: (document, touched) => {
      const notes = touched.filter((each) => each.note);
      if (notes.length === 0) return;
      const entry = waiting.get(document.id) ?? { document, notes: new Map() };
      for (const { id, collection } of notes) entry.notes.set(id, collection);
      waiting.set(document.id, entry);
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE_MS);
    },
    flush,
    waits: (document) => waiting.has(document),
  };
};
