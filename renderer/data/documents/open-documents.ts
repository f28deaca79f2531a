import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { formatOf, isNewer, newerFormatProblem } from './format.ts';
import { createRecordReader, type RecordReader, type Touched } from './record-reader.ts';

/** Origin of updates that came from the cache or from another device: no edit of ours. */
export const FOREIGN: unique symbol = Symbol('foreign');
/** Origin of what commands write. */
export const LOCAL: unique symbol = Symbol('local');

export type OpenDocument = {
  readonly id: DocumentId;
  readonly doc: Y.Doc;
  readonly reader: RecordReader;
};

export type Change = {
  readonly document: OpenDocument;
  readonly update: Uint8Array;
  readonly foreign: boolean;
  readonly touched: readonly Touched[];
};

type OpenDocumentsDependencies = {
  /** The pieces of a document as the cache holds them; merging them gives the document. */
  readonly load: (document: DocumentId) => Promise<Result<readonly Uint8Array[]>>;
  readonly onOpen: (document: OpenDocument) => void;
  readonly onClose: (document: DocumentId) => void;
  readonly onChange: (change: Change) => void;
  /** Whether a document may not be closed now: something of it waits, or undo needs it. */
  readonly isBusy: (document: DocumentId) => boolean;
};

export type OpenDocuments = {
  readonly open: (document: DocumentId) => Promise<Result<OpenDocument>>;
  readonly loaded: (document: DocumentId) => OpenDocument | undefined;
  /** Keeps a document open until the returned function is called. */
  readonly retain: (document: DocumentId) => () => void;
};

/** A few documents stay open, never all of them. */
const KEEP_OPEN = 6;

export const createOpenDocuments = (dependencies: OpenDocumentsDependencies): OpenDocuments => {
  const { load, onOpen, onClose, onChange, isBusy } = dependencies;
  /** In the order of their last use, the latest last. */
  const open = new Map<DocumentId, Promise<Result<OpenDocument>>>();
  const ready = new Map<DocumentId, OpenDocument>();
  const retained = new Map<DocumentId, number>();

  const read = async (id: DocumentId): Promise<Result<OpenDocument>> => {
    const pieces = await load(id);
    if (!pieces.ok) return pieces;
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const piece of pieces.value) Y.applyUpdate(doc, piece, FOREIGN);
    }, FOREIGN);
    if (isNewer(formatOf(doc))) {
      doc.destroy();
      return fail(newerFormatProblem());
    }
    takeNewClient(doc);
    const document: OpenDocument = { id, doc, reader: createRecordReader(id, doc) };
    doc.on(
      'update',
      (update: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction) => {
        const touched = document.reader.touched(transaction);
        onChange({ document, update, foreign: origin === FOREIGN, touched });
      },
    );
    ready.set(id, document);
    onOpen(document);
    return ok(document);
  };

  const closeUnused = (): void => {
    for (const id of open.keys()) {
      if (open.size <= KEEP_OPEN) return;
      const document = ready.get(id);
      if (!document || (retained.get(id) ?? 0) > 0 || isBusy(id)) continue;
      open.delete(id);
      ready.delete(id);
      onClose(id);
      document.doc.destroy();
    }
  };

  return {
    open: async (id) => {
      const opening = open.get(id) ?? read(id);
      open.delete(id);
      open.set(id, opening);
      const result = await opening;
      if (!result.ok) open.delete(id);
      // In a task of its own: who has waited for this document writes to it before anything is closed.
      setTimeout(closeUnused);
      return result;
    },
    loaded: (id) => ready.get(id),
    retain: (id) => {
      retained.set(id, (retained.get(id) ?? 0) + 1);
      return () => retained.set(id, (retained.get(id) ?? 1) - 1);
    },
  };
};

/** Two that write under one client id drift apart for ever: no load takes one that was used. */
const takeNewClient = (doc: Y.Doc): void => {
  const [random = doc.clientID] = crypto.getRandomValues(new Uint32Array(1));
  if (!doc.store.clients.has(doc.clientID)) return;
  doc.clientID = random;
  takeNewClient(doc);
};

/** What a document waits for: updates that arrived without those they build on. */
export const hasPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
