import type { DocumentId } from '#shared/documents/document-id.ts';
import { NO_HEAD, type Seen } from '#shared/documents/frame.ts';
import { mergeSeen } from '#shared/documents/seen.ts';
import { deviceOfSource, type SourceName } from '#shared/ipc/logs.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Database } from '../database.ts';
import { loadPieces } from '../journal/cache.ts';
import type { LogPort } from '../journal/log-port.ts';
import type { TakeIn } from '../startup/take-in.ts';

/** What a document is made of, and what of all devices is in it. */
export type DocumentPieces = { readonly updates: readonly Uint8Array[]; readonly seen: Seen };

/** What hand-over files need of the data core, below rows and commands. */
export type BansoSource = {
  readonly pieces: (document: DocumentId) => Promise<DocumentPieces>;
  /** Our log files of a document, each whole; for conflicts with what comes. */
  readonly files: (
    document: DocumentId,
  ) => Promise<Result<readonly { readonly source: SourceName; readonly packed: Uint8Array }[]>>;
  /** Ids of the conflicts that are open in a document. */
  readonly openConflicts: (document: DocumentId) => Promise<readonly string[]>;
  /** Documents that have been written to. */
  readonly documents: () => Promise<ReadonlySet<DocumentId>>;
  /** The name of the cache, for a worker that reads it. */
  readonly cache: string;
  readonly takeIn: TakeIn;
};

export const createBansoSource = (
  database: Database,
  port: LogPort,
  takeIn: TakeIn,
): BansoSource => ({
  cache: database.name,
  pieces: (document) => piecesIn(database, document),
  files: async (document) => {
    const record = await database.documents.get(document);
    if (record === undefined) return ok([]);
    const files: { readonly source: SourceName; readonly packed: Uint8Array }[] = [];
    for (const source of Object.keys(record.sources) as SourceName[]) {
      const part = await port.read({ document, source, known: NO_HEAD, whole: true });
      if (!part.ok) return part;
      files.push({ source, packed: part.value.packed });
    }
    return ok(files);
  },
  openConflicts: async (document) => {
    const found = await database.conflicts.where('document').equals(document).toArray();
    return found.map(({ id }) => id);
  },
  documents: async () => new Set(await database.documents.toCollection().primaryKeys()),
  takeIn,
});

/** A document's pieces, as the cache has them. */
export const piecesIn = async (
  database: Database,
  document: DocumentId,
): Promise<DocumentPieces> => {
  const { updates, record } = await loadPieces(database, document);
  const held = Object.entries(record?.sources ?? {}).flatMap(([source, known]) =>
    known.held.seq === 0
      ? []
      : [
          {
            device: deviceOfSource(source as SourceName),
            seq: known.held.seq,
            hash: known.held.hash,
          },
        ],
  );
  return { updates, seen: mergeSeen(record?.seen ?? [], held) };
};
