import Dexie, { type Table, type Transaction } from 'dexie';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { FrameDraft, Head, Seen } from '#shared/documents/frame.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import type { CollectionName, DeviceId } from '#shared/domain/record/ids.ts';
import type { MentionAt, PictureAt } from '#shared/domain/record/mention.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import { COLLECTIONS, FORMAT } from '#shared/domain/schema.ts';
import type { WritersOfRecords } from '#shared/domain/search/writers.ts';
import type { SourceName } from '#shared/ipc/logs.ts';
import { LEAVES, type LeafTable, leavesFrom, type Rows, rowsIn, type StoredRow } from './rows.ts';

/** What the cache holds of one log file. */
export type KnownSource = {
  /** The file's last frame that was read, or acknowledged. */
  readonly head: Head;
  /** Up to where everything of the file is in the cache; less than `head` behind damage. */
  readonly held: Head;
  /** The highest format number of its frames. */
  readonly format: number;
  /** Damage up to this sequence number has been told. */
  readonly told?: number | undefined;
};

/** What the cache knows of a document. */
export type DocumentRecord = {
  readonly id: DocumentId;
  /** By the name of the file (`SourceName`). */
  readonly sources: Readonly<Record<string, KnownSource>>;
  /** What of other devices is in the document, by way of their files or of others'. */
  readonly seen: Seen;
  /** 1 while note texts wait to be projected: a start catches up. */
  readonly notesDirty: 0 | 1;
  /** Something in it was erased for good: whatever else of it comes in is looked through. */
  readonly hasErased?: 1 | undefined;
  /** What others wrote has come into it since, and was not looked through to its end: the next start does. */
  readonly mayHoldErased?: 1 | undefined;
  /** Its files are rewritten, which nobody was told: this cache still holds what was in them. */
  readonly erasedUntold?: ErasedAgain | undefined;
};

/** Who had erased it: another device, or this one before records were put back that still had it. */
export type ErasedAgain = 'elsewhere' | 'before';

/**
 * One frame as the cache keeps it: in the outbox while `acked` is 0, set aside while it is 2 since the log
 * refused it, and part of the state in any case until it is folded.
 */
export type StoredUpdate = FrameDraft & {
  readonly document: DocumentId;
  readonly acked: 0 | 1 | 2;
  /** As which device it was made. */
  readonly device: DeviceId;
  /** Its place among all edits that were made here. */
  readonly place: number;
};

/** An update of another device's that our own file does not hold yet. */
export type Adoption = {
  readonly key?: number;
  readonly document: DocumentId;
  readonly update: Uint8Array;
};

export type NoteText = {
  readonly document: DocumentId;
  readonly id: string;
  /** As it was written: a record that it mentions is called what it was called then. */
  readonly text: string;
  /** Absent where it mentions nothing. */
  readonly mentions?: readonly MentionAt[] | undefined;
  /** The keys of what it mentions, each once: indexed, so that a record finds the notes that mention it. */
  readonly links?: readonly string[] | undefined;
  /** Absent where it shows none. */
  readonly pictures?: readonly PictureAt[] | undefined;
  /** The text with what records are called today, where that is another one. */
  readonly today?: string | undefined;
};

/**
 * What one log file says about who wrote: of letters and values, by their Yjs client and its clock, the place of
 * a name. Derived when somebody searches by it.
 */
export type StoredWriters = {
  readonly document: DocumentId;
  readonly source: SourceName;
  /** The file's last frame that was read for it. */
  readonly head: Head;
  readonly names: readonly string[];
  readonly ranges: readonly (readonly [client: number, clock: number, end: number, name: number])[];
};

/** Who wrote the records of a document as it stood: derived of its items and of what its files say. */
export type StoredRecordWriters = {
  readonly document: DocumentId;
  /** Tells of which state it is true. */
  readonly standing: string;
  readonly writers: WritersOfRecords;
};

/**
 * What stands of a case in the table of digests. An edit marks it stale in its own transaction; whoever reads
 * a stale one makes it of the rows, so that what says `isStale: 0` is true of the rows beside it.
 */
export type StoredDigest = {
  readonly document: DocumentId;
  readonly isStale: 0 | 1;
  /** Of the case, true even of a stale one; -1 while it is not known. Absent where no case is in use. */
  readonly fiscalYear?: number | undefined;
  /** 1: it has planned meetings, or had when it became stale. */
  readonly hasPlanned?: 0 | 1 | undefined;
  /** Ids of the case's themes; of a stale one, which may have any by now, `ANY_THEME`. */
  readonly themes?: readonly string[] | undefined;
  readonly digest?: CaseDigest | undefined;
};

/** Raised when rows or digests come out differently from the same documents: they are then made anew. */
export const PROJECTION_VERSION = 14;

/** Raised when the cache gets another table or index, and rows and digests stay what they are. */
const TABLES_VERSION = 1;

/** Follows the collections (a change to them raises FORMAT), the rows and the tables: an older app refuses a newer cache. */
export const DATABASE_VERSION = (FORMAT * 100 + PROJECTION_VERSION) * 100 + TABLES_VERSION;

/** Stands in the index for themes that are not known; no id of one. */
export const ANY_THEME = ' any';

/** Stands in the index for a year that is not known. */
export const NO_YEAR = -1;

/** The cache: projections for the screens, and the outbox. All of it can be rebuilt from the logs. */
export class Database extends Dexie {
  declare readonly documents: Table<DocumentRecord, DocumentId>;
  declare readonly snapshots: Table<
    { readonly id: DocumentId; readonly state: Uint8Array },
    DocumentId
  >;
  declare readonly updates: Table<StoredUpdate, [DocumentId, string]>;
  declare readonly adoptions: Table<Adoption, number>;
  /** The rows of all collections; see `rowsOf`. */
  declare readonly leaves: LeafTable;
  declare readonly noteTexts: Table<NoteText, [DocumentId, string]>;
  /** What edits of several desks leave open; derived from the frames of all log files. */
  declare readonly conflicts: Table<Conflict, [DocumentId, string]>;
  /** One for each case: what the desk and the list of cases need of it. */
  declare readonly digests: Table<StoredDigest, DocumentId>;
  declare readonly writers: Table<StoredWriters, [DocumentId, SourceName]>;
  declare readonly recordWriters: Table<StoredRecordWriters, DocumentId>;
  declare readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>;

  constructor(name = 'banso-note') {
    // Rows are read-only data: an answer is shared, where it would else be copied for each question, all of it each time.
    super(name, { cache: 'immutable' });
    const version = this.version(DATABASE_VERSION).stores({
      documents: 'id, notesDirty',
      snapshots: 'id',
      updates: '[document+command], document, acked',
      adoptions: '++key, document',
      leaves: LEAVES,
      noteTexts: '[document+id], *links',
      conflicts: '[document+id]',
      digests: 'document, fiscalYear, hasPlanned, isStale, *themes',
      writers: '[document+source], document, *names',
      recordWriters: 'document',
      meta: 'key',
    });
    // Rows of an older version are shown until they are made anew; their digests are made when they are read.
    version.upgrade(async (transaction) => {
      const made: { readonly value?: unknown } | undefined = await transaction
        .table('meta')
        .get('projection');
      if (made?.value === PROJECTION_VERSION) return;
      const leaves: LeafTable = transaction.table('leaves');
      await takeOlderRows(transaction, leaves);
      const all = await rowsIn(leaves, 'cases').toArray();
      await transaction.table<StoredDigest>('digests').bulkPut(all.map(outdated));
    });
  }

  rowsOf(collection: CollectionName): Rows {
    return rowsIn(this.leaves, collection);
  }
}

/** Versions up to 311 had a table for each collection; Dexie removes those once this is done. */
const takeOlderRows = async ({ idbtrans }: Transaction, leaves: LeafTable): Promise<void> => {
  for (const { name } of COLLECTIONS) {
    if (!idbtrans.objectStoreNames.contains(name)) continue;
    // Not row by row through `rowsIn`: staff wait for this, and nothing stands in the leaves yet.
    const rows = groupBy(await allIn(idbtrans.objectStore(name)), ({ document }) => document);
    await leaves.bulkPut([...rows].flatMap(([document, own]) => leavesFrom(name, document, own)));
  }
};

const allIn = (store: IDBObjectStore): Promise<readonly StoredRow[]> =>
  new Promise((resolve, reject) => {
    const asked: IDBRequest<StoredRow[]> = store.getAll();
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

const outdated = ({ document, deletedAt, fiscalYear }: StoredRow): StoredDigest => ({
  // Rows of cases come out of documents that are named so.
  document: document as DocumentId,
  isStale: 1,
  hasPlanned: 1,
  themes: [ANY_THEME],
  ...(deletedAt === '' && { fiscalYear: typeof fiscalYear === 'number' ? fiscalYear : NO_YEAR }),
});
