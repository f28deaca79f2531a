import type * as Y from 'yjs';
import { dayOfEpoch } from '#shared/dates/calendar.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { HistoryEntry, RecordChange } from '#shared/domain/history/entry.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import type { FrameNode } from '../conflicts/frame-tree.ts';
import { NOTE_FIELD } from '../documents/keys.ts';
import {
  collectionsOf,
  createRecordReader,
  type RecordReader,
} from '../documents/record-reader.ts';
import { changeOf, momentOf, type RecordMoment } from './describe-change.ts';
import { createFramePlaces } from './frame-places.ts';
import { applyWhole, stateAt } from './state-at.ts';
import { type TouchedField, touchedFields, touchedKey } from './touched-fields.ts';

/** Typing that goes on after a longer pause is another entry: one thinks longer over a text than over a value. */
const PAUSE_MS = { value: 60_000, text: 10 * 60_000 } as const;
/** Minutes that clocks in Japan run ahead of UTC. */
const JAPAN = 540;

/** Frames that become one entry, and the fields that they write. */
type Stretch = { readonly nodes: FrameNode[]; readonly places: Set<string> };

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
  // It stays behind the frames that are being gathered, to say what stood there before.
  const doc = stateAt(ordered, from);
  const collections = collectionsOf(document);
  // A top-level type is known as a map only once it has been asked for as one.
  for (const { name } of collections) doc.getMap(name);
  const reader = createRecordReader(document, doc);
  const places = createFramePlaces(doc);
  let touched: readonly TouchedField[] = [];
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    touched = touchedFields(collections, transaction);
    reader.edited(transaction);
  });
  const desk: Desk = {
    document,
    reader,
    erased: new Set(),
    apply: (nodes) => {
      touched = [];
      doc.transact(() => {
        for (const { frame } of nodes) applyWhole(doc, frame.update);
      });
      places.forget();
      return touched;
    },
  };

  const entries: HistoryEntry[] = [];
  let stretch: Stretch | undefined;
  const close = (): void => {
    const entry = stretch && entryOf(desk, stretch);
    if (entry !== undefined) entries.push(entry);
    stretch = undefined;
  };
  for (const node of ordered.slice(from)) {
    const written = places.of(node.frame.update);
    if (stretch !== undefined && goesOn(stretch, node, written)) {
      stretch.nodes.push(node);
      for (const place of written) stretch.places.add(place);
      continue;
    }
    close();
    stretch = { nodes: [node], places: new Set(written) };
  }
  close();
  doc.destroy();
  return entries;
};

/** Whether a frame goes on with what somebody is typing in one place. */
const goesOn = (
  { nodes, places }: Stretch,
  { frame, device }: FrameNode,
  written: ReadonlySet<string>,
): boolean => {
  const last = nodes.at(-1);
  if (last === undefined || frame.kind !== 'update' || last.frame.kind !== 'update') return false;
  const isSameHand =
    last.device === device &&
    last.frame.author.id === frame.author.id &&
    last.frame.label === frame.label &&
    last.frame.redacted === frame.redacted;
  // A command that wrote in several frames is one edit.
  if (isSameHand && last.frame.command === frame.command) return true;
  const pause = [...places].every(isText) ? PAUSE_MS.text : PAUSE_MS.value;
  const isSoon = Math.abs(frame.time - last.frame.time) <= pause;
  const isSameDay = dayOfEpoch(frame.time, JAPAN) === dayOfEpoch(last.frame.time, JAPAN);
  if (!isSameHand || !isSoon || !isSameDay) return false;
  return written.size === places.size && [...written].every((place) => places.has(place));
};

/** A document at the moment before an entry, and what is needed to go on to the next. */
type Desk = {
  readonly document: DocumentId;
  readonly reader: RecordReader;
  /** Fields of which something was erased for good, and that nobody has written since. */
  readonly erased: Set<string>;
  /** @returns what the frames wrote */
  readonly apply: (nodes: readonly FrameNode[]) => readonly TouchedField[];
};

const entryOf = (desk: Desk, { nodes, places }: Stretch): HistoryEntry | undefined => {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { document, reader, erased } = desk;
  const expected = placesByRecord(places);
  const look = (): ReadonlyMap<string, RecordMoment> =>
    new Map(
      [...expected].map(([key, { collection, record, fields }]) => [
        key,
        momentOf(reader, collection, record, fields.has(NOTE_FIELD)),
      ]),
    );
  const before = look();
  const touched = groupBy(desk.apply(nodes), keyOfRecord);
  const after = look();
  const isErased = first.frame.redacted;
  const changes = [...touched].flatMap(([key, fields]): readonly RecordChange[] => {
    const [one] = fields;
    const moments = [before.get(key), after.get(key)] as const;
    if (one === undefined || moments[0] === undefined || moments[1] === undefined) return [];
    const wasErased = (field: string): boolean => {
      const isWritten = fields.some((each) => each.field === field);
      return isWritten && (isErased || erased.has(`${key} ${field}`));
    };
    return [changeOf(one.collection, one.record, fields, [moments[0], moments[1]], wasErased)];
  });
  for (const field of [...touched.values()].flat().map(touchedKey)) {
    if (isErased) erased.add(field);
    else erased.delete(field);
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

type Place = {
  readonly collection: Collection;
  readonly record: string;
  readonly fields: Set<string>;
};

const COLLECTIONS_BY_NAME: ReadonlyMap<string | undefined, Collection> = new Map(
  COLLECTIONS.map((each) => [each.name, each]),
);

/** Places that are fields of records, by record. */
const placesByRecord = (places: ReadonlySet<string>): ReadonlyMap<string, Place> => {
  const found = new Map<string, Place>();
  for (const place of places) {
    const [name, record, field] = place.split(' ');
    const collection = COLLECTIONS_BY_NAME.get(name);
    if (collection === undefined || record === undefined || field === undefined) continue;
    const key = `${name} ${record}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { collection, record, fields: new Set([field]) });
    else known.fields.add(field);
  }
  return found;
};

/** Whether a place is a long text or a note. */
const isText = (place: string): boolean => {
  const [name, , field = ''] = place.split(' ');
  const kind = COLLECTIONS_BY_NAME.get(name)?.fields[field]?.kind;
  return kind === 'text' || kind === 'note';
};

const keyOfRecord = ({ collection, record }: TouchedField): string =>
  `${collection.name} ${record}`;

const changesAnything = ({ fate, fields }: RecordChange): boolean =>
  fate !== 'changed' || fields.some(({ before, after }) => before.words !== after.words);

const kindOf = ({ frame }: FrameNode): HistoryEntry['kind'] => {
  switch (frame.kind) {
    case 'update':
    case 'erased':
      return 'edit';
    case 'adopt':
      return 'taken-in';
    case 'checkpoint':
      return 'whole';
  }
};
