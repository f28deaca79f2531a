import * as Y from 'yjs';
import { dayOfEpoch } from '#shared/dates/calendar.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { HistoryEntry, RecordChange } from '#shared/domain/history/entry.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import type { FrameNode } from '../conflicts/frame-tree.ts';
import { NOTE_FIELD } from '../documents/keys.ts';
import {
  collectionsOf,
  createRecordReader,
  type RecordReader,
} from '../documents/record-reader.ts';
import { changeOf, momentOf, NOWHERE, type RecordMoment } from './describe-change.ts';
import { applyWhole, stateAt } from './state-at.ts';
import { type TouchedField, touchedFields, touchedKey } from './touched-fields.ts';

/** Typing that goes on after a longer pause is another entry. */
const PAUSE_MS = 10 * 60_000;
/** Minutes that clocks in Japan run ahead of UTC. */
const JAPAN = 540;

/** Frames that become one entry, and what they wrote. */
type Stretch = {
  readonly nodes: FrameNode[];
  readonly touched: Map<string, TouchedField>;
};

/**
 * What was done from the frame at `from` on, in the order in which it came about; with what each thing said
 * before and afterwards.
 * @param ordered frames, each behind what it builds on (`framesInOrder`)
 */
export const readEntries = (
  document: DocumentId,
  ordered: readonly FrameNode[],
  from: number,
): readonly HistoryEntry[] => {
  // One copy says what a frame writes; the other stays behind it, to say what stood there before.
  const behind = stateAt(ordered, from);
  const ahead = new Y.Doc();
  Y.applyUpdate(ahead, Y.encodeStateAsUpdate(behind));
  const reader = createRecordReader(document, behind);
  behind.on('afterTransaction', (transaction: Y.Transaction) => void reader.edited(transaction));
  const collections = collectionsOf(document);
  // A top-level type is known as a map only once it has been asked for as one.
  for (const { name } of collections) ahead.getMap(name);
  let written: readonly TouchedField[] = [];
  ahead.on('afterTransaction', (transaction: Y.Transaction) => {
    written = touchedFields(collections, transaction);
  });

  const entries: HistoryEntry[] = [];
  const erased = new Set<string>();
  let stretch: Stretch | undefined;
  const close = (): void => {
    if (stretch === undefined) return;
    const entry = entryOf(document, stretch, behind, reader, erased);
    if (entry !== undefined) entries.push(entry);
    stretch = undefined;
  };
  for (const node of ordered.slice(from)) {
    written = [];
    applyWhole(ahead, node.frame.update);
    if (stretch === undefined || !goesOn(stretch, node, written)) {
      close();
      stretch = { nodes: [], touched: new Map() };
    }
    stretch.nodes.push(node);
    for (const each of written) stretch.touched.set(touchedKey(each), each);
  }
  close();
  ahead.destroy();
  behind.destroy();
  return entries;
};

/** Whether a frame goes on with what somebody is typing in one place. */
const goesOn = (
  { nodes, touched }: Stretch,
  { frame, device }: FrameNode,
  written: readonly TouchedField[],
): boolean => {
  const last = nodes.at(-1);
  if (last === undefined || frame.kind !== 'update' || last.frame.kind !== 'update') return false;
  const isSameHand =
    last.device === device &&
    last.frame.author.id === frame.author.id &&
    last.frame.label === frame.label &&
    last.frame.redacted === frame.redacted;
  // A command that wrote several documents is one edit in each of them.
  if (isSameHand && last.frame.command === frame.command) return true;
  const isSoon = Math.abs(frame.time - last.frame.time) <= PAUSE_MS;
  const isSameDay = dayOfEpoch(frame.time, JAPAN) === dayOfEpoch(last.frame.time, JAPAN);
  if (!isSameHand || !isSoon || !isSameDay) return false;
  return written.length === touched.size && written.every((each) => touched.has(touchedKey(each)));
};

const entryOf = (
  document: DocumentId,
  { nodes, touched }: Stretch,
  behind: Y.Doc,
  reader: RecordReader,
  erased: Set<string>,
): HistoryEntry | undefined => {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const records = recordsIn([...touched.values()]);
  const look = (): readonly RecordMoment[] =>
    records.map(({ collection, record, fields }) => {
      const withNote = fields.some(({ field }) => field === NOTE_FIELD);
      return momentOf(reader, collection, record, withNote);
    });
  const before = look();
  behind.transact(() => {
    for (const { frame } of nodes) applyWhole(behind, frame.update);
  });
  const after = look();
  const isErased = first.frame.redacted;
  const changes = records.map(({ collection, record, fields }, index): RecordChange => {
    const wasErased = (field: string): boolean => {
      const key = `${collection.name} ${record} ${field}`;
      return isErased ? touched.has(key) : erased.has(key) && touched.has(key);
    };
    const moments = [before[index] ?? NOWHERE, after[index] ?? NOWHERE] as const;
    return changeOf(collection, record, fields, moments, wasErased);
  });
  for (const key of touched.keys()) {
    if (isErased) erased.add(key);
    else erased.delete(key);
  }
  const kind = kindOf(first);
  // What others' files or earlier frames say already comes to nothing here, and is no entry.
  const isIdle = kind !== 'edit' && !changes.some(changesAnything);
  if (changes.length === 0 || isIdle) return undefined;
  const { frame, device } = first;
  return {
    id: frame.hash,
    document,
    kind,
    from: frame.time,
    to: last.frame.time,
    author: isErased ? { id: frame.author.id, name: '' } : frame.author,
    device,
    label: isErased ? '' : frame.label,
    moment: last.frame.hash,
    isErased,
    records: changes,
  };
};

type TouchedRecord = Pick<TouchedField, 'collection' | 'record'> & {
  readonly fields: readonly TouchedField[];
};

const recordsIn = (touched: readonly TouchedField[]): readonly TouchedRecord[] =>
  [
    ...groupBy(touched, ({ collection, record }) => `${collection.name} ${record}`).values(),
  ].flatMap((fields) => {
    const [first] = fields;
    return first === undefined
      ? []
      : [{ collection: first.collection, record: first.record, fields }];
  });

const changesAnything = ({ fate, fields }: RecordChange): boolean =>
  fate !== 'changed' || fields.some(({ before, after }) => before.words !== after.words);

const kindOf = ({ frame }: FrameNode): HistoryEntry['kind'] => {
  switch (frame.kind) {
    case 'update':
      return 'edit';
    case 'adopt':
      return 'taken-in';
    case 'checkpoint':
      return 'whole';
  }
};
