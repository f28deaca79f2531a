import type * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { HistoryEntry } from '#shared/domain/history/entry.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import type { AnyRow } from '#shared/domain/search/parts.ts';
import type { FrameNode, SourceFrames } from '../conflicts/frame-tree.ts';
import { NOTE_FIELD, textName } from '../documents/keys.ts';
import { type NoteTree, noteTreeOf } from '../documents/note-tree.ts';
import { createRecordReader } from '../documents/record-reader.ts';
import { framesInOrder } from './frame-order.ts';
import { readEntries } from './read-entries.ts';
import { FIRST_FRAMES } from './read-files.ts';
import { stateAt } from './state-at.ts';

/** A record as it stood at some moment; its row is null where it was not there. */
export type RecordThen = {
  readonly row: AnyRow | null;
  readonly note: NoteTree | null;
  readonly noteText: string;
};

/** Right before the first frame of an entry (`id`), or right behind its last (`moment`). */
export type Moment = { readonly side: 'before' | 'behind'; readonly frame: string };

/** What was done to one document, from the frames of its files. */
export type DocumentHistory = {
  /**
   * The latest that was done, as far back as files that begin with a checkpoint tell truly.
   * @returns in the order in which it came about
   */
  readonly takeLatest: (files: readonly SourceFrames[]) => readonly HistoryEntry[];
  /** All that was done, from files that are given whole. What was told before is not replayed again. */
  readonly takeAll: (files: readonly SourceFrames[]) => readonly HistoryEntry[];
  /** A record as it stood at a moment; undefined for one that is not known here. */
  readonly recordAt: (
    moment: Moment,
    collection: CollectionName,
    id: string,
  ) => RecordThen | undefined;
};

export const createDocumentHistory = (document: DocumentId): DocumentHistory => {
  let ordered: readonly FrameNode[] = [];
  /** Whole, and told up to here. */
  let told:
    | { readonly entries: readonly HistoryEntry[]; readonly hashes: readonly string[] }
    | undefined;

  return {
    takeLatest: (files) => {
      ordered = framesInOrder(files);
      return readEntries(document, ordered, firstTold(ordered));
    },
    takeAll: (files) => {
      ordered = framesInOrder(files);
      const hashes = ordered.map(({ frame }) => frame.hash);
      const kept = told === undefined ? [] : keptEntries(told, hashes);
      const last = kept.at(-1);
      const from = last === undefined ? 0 : hashes.lastIndexOf(last.moment) + 1;
      const entries = [...kept, ...readEntries(document, ordered, from)];
      told = { entries, hashes };
      return entries;
    },
    recordAt: ({ side, frame: hash }, collection, id) => {
      const at = ordered.findLastIndex(({ frame }) => frame.hash === hash);
      if (at < 0) return undefined;
      const doc = stateAt(ordered, side === 'before' ? at : at + 1);
      try {
        return readRecord(document, doc, collection, id);
      } finally {
        doc.destroy();
      }
    },
  };
};

/**
 * From where the latest can be told of files that begin with a checkpoint each: behind all of these, since
 * what stands before may be in one of them already.
 */
const firstTold = (ordered: readonly FrameNode[]): number => {
  const begun = new Set<number>();
  let behind = 0;
  for (const [index, { line, frame }] of ordered.entries()) {
    if (begun.has(line)) continue;
    begun.add(line);
    if (frame.kind === 'checkpoint' && frame.seq > 1) behind = index + 1;
  }
  return Math.max(behind, ordered.length - FIRST_FRAMES);
};

/** Entries that nothing new has come before or into; the last may go on. */
const keptEntries = (
  told: { readonly entries: readonly HistoryEntry[]; readonly hashes: readonly string[] },
  hashes: readonly string[],
): readonly HistoryEntry[] => {
  const isSame = told.hashes.every((hash, index) => hashes[index] === hash);
  return isSame ? told.entries.slice(0, -1) : [];
};

const readRecord = (
  document: DocumentId,
  doc: Y.Doc,
  name: CollectionName,
  id: string,
): RecordThen => {
  const collection = collectionNamed(name);
  const reader = createRecordReader(document, doc);
  const note = collection.note
    ? noteTreeOf(doc.getXmlFragment(textName(name, id, NOTE_FIELD)))
    : null;
  return {
    row: (reader.row(collection, id) as AnyRow | undefined) ?? null,
    note,
    noteText: collection.note ? reader.noteText(collection, id) : '',
  };
};
