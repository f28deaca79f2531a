import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { FieldConflict, FieldValue } from '#shared/domain/record/conflict.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import type { BansoSpan } from '#shared/ipc/banso.ts';
import { findConflicts } from '../conflicts/find-conflicts.ts';
import type { SourceFrames } from '../conflicts/frame-tree.ts';
import { DELETED_FIELD, fieldKey, memberKey, NOTE_FIELD, textName } from '../documents/keys.ts';
import { noteTreeOf } from '../documents/note-tree.ts';
import { collectionsOf, createRecordReader } from '../documents/record-reader.ts';
import { type PackedFile, unpackFile } from '../history/read-files.ts';
import { applyWhole } from '../history/state-at.ts';
import { projectAll } from '../projection/project.ts';
import { namesIn } from './page-document.ts';

/** A field that says one thing behind some edits, and said another before them. */
export type FieldTurn = { readonly field: string; readonly was: unknown; readonly since: unknown };

/** What some edits have made of a record. */
export type RecordTurn = {
  readonly collection: CollectionName;
  readonly id: string;
  readonly name: string;
  /** It was not there before; `fields` has all that it has said since. */
  readonly isNew: boolean;
  readonly fields: readonly FieldTurn[];
};

/** A key on which those edits disagree with what stood there, though that is still what it says. */
export type OpenedKey = Pick<FieldConflict, 'collection' | 'record' | 'field' | 'member'> & {
  readonly value: FieldValue;
};

export type DocumentTurns = {
  readonly document: DocumentId;
  readonly records: readonly RecordTurn[];
  readonly opened: readonly OpenedKey[];
};

/** What an import has made of a document; or, once it was undone by edits, what it would make of it again. */
export type TurnsRequest = {
  readonly kind: 'turns';
  readonly way: 'undo' | 'again';
  readonly document: DocumentId;
  /** All frames of our files. */
  readonly files: readonly PackedFile[];
} & Pick<BansoSpan, 'before' | 'after'>;

/** What some edits have made of a document's records. Slow: call it in a worker. */
export const turnsOf = (request: TurnsRequest): DocumentTurns => {
  const { document, way } = request;
  const files = request.files.map(unpackFile);
  const [before, after] = [upTo(files, request.before), upTo(files, request.after)];
  const [then, since] = [documentOf(before), documentOf(after)];
  try {
    const records = recordTurns(document, then, since);
    if (way === 'again') return { document, records: again(document, files, records), opened: [] };
    const known = new Set(findConflicts(document, before).map(({ id }) => id));
    const opened = findConflicts(document, after).flatMap((conflict): readonly OpenedKey[] => {
      if (conflict.kind !== 'field' || known.has(conflict.id)) return [];
      const { collection, record, field, member } = conflict;
      return [{ collection, record, field, member, value: keyValue(then, conflict) }];
    });
    return { document, records, opened };
  } finally {
    then.destroy();
    since.destroy();
  }
};

const upTo = (
  files: readonly SourceFrames[],
  ends: BansoSpan['before'],
): readonly SourceFrames[] => {
  const last = new Map<string, number>(ends.map(({ source, seq }) => [source, seq]));
  return files.map((file) => ({
    ...file,
    frames: file.frames.filter(({ seq }) => seq <= (last.get(file.source) ?? NO_HEAD.seq)),
  }));
};

const documentOf = (files: readonly SourceFrames[]): Y.Doc => {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const { frames } of files) for (const { update } of frames) applyWhole(doc, update);
  });
  return doc;
};

/** The other way about: what was set back, as far as nobody has changed it since. */
const again = (
  document: DocumentId,
  files: readonly SourceFrames[],
  made: readonly RecordTurn[],
): readonly RecordTurn[] => {
  const doc = documentOf(files);
  const now = valuesIn(document, doc);
  const left = made.flatMap((turn): readonly RecordTurn[] => {
    const values = now.of(collectionNamed(turn.collection), turn.id);
    // A record that had come lies in the bin.
    const turned = turn.isNew
      ? turn.fields.filter(({ field }) => field === DELETED_FIELD)
      : turn.fields.map(({ field, was, since }) => ({ field, was: since, since: was }));
    const fields = turned.flatMap((each) => {
      const value = values?.[each.field];
      const isBinned = turn.isNew && typeof value === 'string' && value !== '';
      if (isBinned) return [{ field: DELETED_FIELD, was: each.since, since: value }];
      return !turn.isNew && sameSaid(each.field, value, each.since) ? [each] : [];
    });
    return fields.length === 0 ? [] : [{ ...turn, isNew: false, fields }];
  });
  doc.destroy();
  return left;
};

const keyValue = (doc: Y.Doc, { collection, record, field, member }: FieldConflict): FieldValue => {
  const key = member === undefined ? fieldKey(record, field) : memberKey(record, field, member);
  const map = doc.getMap(collection);
  return map.has(key) ? { kind: 'set', value: map.get(key) } : { kind: 'absent' };
};

const recordTurns = (document: DocumentId, then: Y.Doc, since: Y.Doc): readonly RecordTurn[] => {
  const [was, is] = [valuesIn(document, then), valuesIn(document, since)];
  const projection = projectAll(document, since);
  const nameOf = namesIn(projection);
  return collectionsOf(document).flatMap((collection) =>
    is.ids(collection).flatMap((id): readonly RecordTurn[] => {
      const [before, after] = [was.of(collection, id), is.of(collection, id)];
      if (after === undefined) return [];
      const fields = Object.keys(after).flatMap((field): readonly FieldTurn[] => {
        const turn = { field, was: before?.[field], since: after[field] };
        return before !== undefined && sameValue(turn.was, turn.since) ? [] : [turn];
      });
      if (fields.length === 0) return [];
      const row = projection.rows.get(collection.name)?.find((each) => each.id === id);
      const name = row === undefined ? '' : nameOf(collection, row);
      return [{ collection: collection.name, id, name, isNew: before === undefined, fields }];
    }),
  );
};

/** Whether a field says the same: when a record was deleted says nothing of whether it still is. */
export const sameSaid = (field: string, a: unknown, b: unknown): boolean =>
  field === DELETED_FIELD ? (a === '') === (b === '') : sameValue(a, b);

export const sameValue = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** All that records say, field by field: values, sets, long texts, the note as a tree, and whether they are deleted. */
const valuesIn = (document: DocumentId, doc: Y.Doc) => {
  const reader = createRecordReader(document, doc);
  return {
    ids: (collection: Collection): readonly string[] => [...reader.ids(collection)],
    of: (collection: Collection, id: string): Readonly<Record<string, unknown>> | undefined => {
      const row = reader.row(collection, id);
      if (row === undefined) return undefined;
      const said: Record<string, unknown> = { [DELETED_FIELD]: row.deletedAt };
      // A row of any collection holds what its declaration says.
      const values = row as unknown as Readonly<Record<string, unknown>>;
      for (const [field] of collection.values) said[field] = values[field];
      for (const field of [...collection.sets, ...collection.texts]) said[field] = values[field];
      if (collection.note) {
        const name = textName(collection.name, id, NOTE_FIELD);
        said[NOTE_FIELD] = doc.share.has(name) ? noteTreeOf(doc.getXmlFragment(name)) : [];
      }
      return said;
    },
  };
};
