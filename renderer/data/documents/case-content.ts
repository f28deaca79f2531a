import * as Y from 'yjs';
import { caseOf, type DocumentId } from '#shared/documents/document-id.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import { cases } from '#shared/domain/case/case.ts';
import type { Collection, Member } from '#shared/domain/record/collection.ts';
import { type CaseId, type CollectionName, randomId } from '#shared/domain/record/ids.ts';
import { isLive } from '#shared/domain/record/row-values.ts';
import { erasedOfUpdate, heldBy, joinErased, updateOfErased } from '../erasing/blank-update.ts';
import { assemble } from '../projection/project.ts';
import { formatOf, isNewer } from './format.ts';
import { NOTE_FIELD, textName } from './keys.ts';
import { type NoteTree, noteTreeOf } from './note-tree.ts';
import { hasPending } from './open-documents.ts';
import { collectionsOf, createRecordReader } from './record-reader.ts';

/** A record as plain data, under an id of its own. */
export type CopiedRecord = {
  readonly collection: CollectionName;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly sets: Readonly<Record<string, readonly Member[]>>;
  readonly note: NoteTree;
};

/** A case's records in use, told anew under new ids; they name each other by those. */
export type CaseContent = {
  readonly id: CaseId;
  readonly records: readonly CopiedRecord[];
  /** The hashes of the files that are attached. */
  readonly files: readonly string[];
};

export type ContentRequest = {
  readonly document: DocumentId;
  /** The document's frames, those of each of its files. */
  readonly packed: readonly Uint8Array[];
  /** What was erased for good in it since, as the updates of `erased` frames: it stays erased. */
  readonly erased: readonly Uint8Array[];
};

/** What `randomId` makes; ids that are the same in every case are not like that. */
const RANDOM_ID = /[0-9a-hjkmnp-tv-z]{16}/g;

/**
 * Replays a case from its logs alone, and tells its records under new ids. Slow: call it in a worker.
 * @returns `erased` where nothing of the case itself is left, undefined where it is no case, cannot be replayed
 * to its end, or is of a newer format
 */
export const readContent = ({
  document,
  packed,
  erased,
}: ContentRequest): CaseContent | 'erased' | undefined => {
  const before = caseOf(document);
  if (before === undefined) return undefined;
  try {
    const frames = packed.flatMap((each) => unpackFrames(each));
    const doc = assemble(frames.map(({ update }) => update));
    const isWhole = !hasPending(doc) && !isNewer(formatOf(doc));
    const wasCase = isWhole && isCase(document, doc);
    if (wasCase) applyErased(doc, erased);
    const content = wasCase && isCase(document, doc) && contentOf(document, before, doc);
    doc.destroy();
    return content || (wasCase ? 'erased' : undefined);
  } catch {
    return undefined;
  }
};

const isCase = (document: DocumentId, doc: Y.Doc): boolean =>
  createRecordReader(document, doc).rows(cases).some(isLive);

const applyErased = (doc: Y.Doc, updates: readonly Uint8Array[]): void => {
  const erased = heldBy(doc, joinErased(updates.map(erasedOfUpdate)));
  Y.applyUpdate(doc, updateOfErased(erased));
};

const contentOf = (document: DocumentId, before: CaseId, doc: Y.Doc): CaseContent => {
  const reader = createRecordReader(document, doc);
  const id = randomId<CaseId>();
  const ids = new Map<string, string>([[before, id]]);
  for (const collection of collectionsOf(document)) {
    for (const each of reader.ids(collection)) {
      if (!ids.has(each) && each.replace(RANDOM_ID, '') === '') ids.set(each, randomId());
    }
  }
  const anew = <T>(value: T): T => renamed(value, ids, before) as T;
  const records = collectionsOf(document).flatMap((collection) =>
    reader
      .rows(collection)
      .filter(isLive)
      .map((row) => anew(copied(collection, row, doc))),
  );
  const files = records.flatMap(({ collection, values: { hash } }) =>
    collection === 'attachments' && typeof hash === 'string' ? [hash] : [],
  );
  return { id, records, files };
};

const copied = (
  collection: Collection,
  row: { readonly id: string } & Readonly<Record<string, unknown>>,
  doc: Y.Doc,
): CopiedRecord => {
  const note = textName(collection.name, row.id, NOTE_FIELD);
  const fields = [...collection.values.map(([field]) => field), ...collection.texts];
  return {
    collection: collection.name,
    id: row.id,
    values: Object.fromEntries(fields.map((field) => [field, row[field]])),
    // A row's sets are lists of members.
    sets: Object.fromEntries(collection.sets.map((set) => [set, row[set] as readonly Member[]])),
    note: collection.note && doc.share.has(note) ? noteTreeOf(doc.getXmlFragment(note)) : [],
  };
};

/** The same with new ids, wherever one stands: alone, in an address, in a version of a roadmap. */
const renamed = (value: unknown, ids: ReadonlyMap<string, string>, before: CaseId): unknown => {
  if (typeof value === 'string') {
    const own = ids.get(value);
    if (own !== undefined) return own;
    const document = `case:${before}`;
    return value
      .replaceAll(RANDOM_ID, (found) => ids.get(found) ?? found)
      .replaceAll(document, `case:${ids.get(before)}`);
  }
  if (Array.isArray(value)) return value.map((each) => renamed(each, ids, before));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, renamed(each, ids, before)]),
  );
};
