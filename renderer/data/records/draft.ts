import type * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { RecordLink } from '#shared/domain/meeting/linked-record.ts';
import { emptiedAt } from '#shared/domain/record/bin.ts';
import type {
  Collection,
  FieldsOf,
  IdOf,
  Member,
  Row,
  SetsOf,
  TextsOf,
} from '#shared/domain/record/collection.ts';
import type { FieldValue } from '#shared/domain/record/conflict.ts';
import { type CollectionName, type Id, randomId } from '#shared/domain/record/ids.ts';
import { isLive } from '#shared/domain/record/row-values.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { DELETED_FIELD, fieldKey, memberKey, NOTE_FIELD, textName } from '../documents/keys.ts';
import { appendBlocks, newLink, removeLinks } from '../documents/note-links.ts';
import { type NotePicture, newPicture } from '../documents/note-pictures.ts';
import { type NoteTree, noteTreeOf, writeNoteTree } from '../documents/note-tree.ts';
import type { RecordReader } from '../documents/record-reader.ts';
import { createChanges } from './changes.ts';
import { type NoteBlock, writeBlocks } from './note-blocks.ts';
import { compareSiblings, orderAfter } from './order.ts';
import { hasPassage, type Passage, writePassage } from './passages.ts';
import { replaceText } from './replace-text.ts';

/** Values for a new record or a change: fields and long texts, each optional. */
export type Values<C> = Partial<FieldsOf<C>> & { readonly [K in TextsOf<C>]?: string };

export type MemberValue = { readonly id: string; readonly name: string };

/** A record of a collection, with the name that is kept beside its id. */
export type Named<N extends CollectionName> = { readonly id: Id<N>; readonly name: string };

/**
 * What a command may do to the documents it names. Reads see what the command itself has written; the
 * writes are made together once it has returned `ok`, so a command that fails leaves no trace.
 */
export type Draft = {
  /** Records in use, by order key where they have one. */
  readonly rows: <C extends Collection>(document: DocumentId, collection: C) => readonly Row<C>[];
  /** Records, those in the bin too, as they come. */
  readonly withBinned: <C extends Collection>(
    document: DocumentId,
    collection: C,
  ) => readonly Row<C>[];
  readonly row: <C extends Collection>(
    document: DocumentId,
    collection: C,
    id: string,
  ) => Row<C> | undefined;
  /** The plain text of a record's note, a line for each block, with what was typed just now. */
  readonly noteText: (document: DocumentId, collection: Collection, id: string) => string;
  /** When the command runs (ISO time). */
  readonly now: () => string;
  /** Makes a record; its order key places it last among its siblings unless one is given. */
  readonly create: <C extends Collection>(
    document: DocumentId,
    collection: C,
    values: Values<C>,
    id?: string,
  ) => IdOf<C>;
  readonly set: <C extends Collection>(
    document: DocumentId,
    collection: C,
    id: string,
    values: Values<C>,
  ) => void;
  /** Puts a record into the bin. */
  readonly remove: (document: DocumentId, collection: Collection, id: string) => void;
  readonly restore: (document: DocumentId, collection: Collection, id: string) => void;
  /** Takes a deleted record out of the bin for good: it stays deleted. */
  readonly empty: (document: DocumentId, collection: Collection, id: string) => void;
  /** Makes a set hold exactly these members, touching only those that come or go or move. */
  readonly setMembers: <C extends Collection>(
    document: DocumentId,
    collection: C,
    id: string,
    set: SetsOf<C>,
    members: readonly MemberValue[],
  ) => void;
  /** Writes a record's note, in place of what stands in it. */
  readonly setNote: (
    document: DocumentId,
    collection: Collection,
    id: string,
    blocks: readonly NoteBlock[],
  ) => void;
  /** What a note holds, with its shapes. */
  readonly noteTree: (document: DocumentId, collection: Collection, id: string) => NoteTree;
  /** Writes a note as it once stood; what it begins and ends with alike is left as it is. */
  readonly setNoteTree: (
    document: DocumentId,
    collection: Collection,
    id: string,
    tree: NoteTree,
  ) => void;
  /** Takes a record out of a note, wherever the note links to it. */
  readonly unlink: (
    document: DocumentId,
    collection: Collection,
    id: string,
    link: RecordLink,
  ) => void;
  /** Links to a record at the end of a note. */
  readonly appendLink: (
    document: DocumentId,
    collection: Collection,
    id: string,
    link: RecordLink,
  ) => void;
  /** Shows attached pictures at the end of a note. */
  readonly appendPictures: (
    document: DocumentId,
    collection: Collection,
    id: string,
    pictures: readonly NotePicture[],
  ) => void;
  /** Gives a key of a record a value as a decision: it is written also where the key says so already. */
  readonly decideKey: (
    document: DocumentId,
    collection: Collection,
    key: DecidedKey,
    value: FieldValue,
  ) => void;
  /** Whether a long text or note still says what a passage says. */
  readonly hasPassage: (
    document: DocumentId,
    collection: Collection,
    text: DecidedText,
    passage: Passage,
  ) => boolean;
  /** Makes a passage of a long text or note say something as a decision (`writePassage`). */
  readonly decidePassage: (
    document: DocumentId,
    collection: Collection,
    text: DecidedText,
    passage: Passage,
    next: string,
  ) => void;
};

export type DecidedText = { readonly record: string; readonly field: string };
export type DecidedKey = DecidedText & { readonly member: string | undefined };

export type DraftDocument = { readonly doc: Y.Doc; readonly reader: RecordReader };

type Write = { readonly document: DocumentId; readonly apply: () => void };

/** @returns the draft for a command, and the writes it gathers */
export const createDraft = (
  open: (document: DocumentId) => DraftDocument,
  now: () => number,
): { readonly draft: Draft; readonly writes: readonly Write[] } => {
  const writes: Write[] = [];
  const changes = createChanges();
  /** Order keys given out by this command, so that siblings made together stand in turn. */
  const lastOrder = new Map<string, string>();
  /** Records that this command makes, and sets of them that have been given: the rest is empty. */
  const made = new Set<string>();
  const given = new Set<string>();

  let startedAt: string | undefined;
  /** The same for all of a command: by it the bin knows what was deleted together. */
  const isoTime = (): string => {
    startedAt ??= new Date(now()).toISOString();
    return startedAt;
  };

  const write = (document: DocumentId, apply: () => void): void => {
    writes.push({ document, apply });
  };

  const setKey = (
    document: DocumentId,
    collection: Collection,
    id: string,
    field: string,
    value: unknown,
  ): void => {
    const next = clean(value);
    changes.note(document, collection, id, field, next);
    const key = fieldKey(id, field);
    write(document, () => {
      const map = open(document).doc.getMap(collection.name);
      if (map.get(key) !== next) map.set(key, next);
    });
  };

  const textOf = (
    document: DocumentId,
    collection: Collection,
    { record, field }: DecidedText,
  ): Y.Text | Y.XmlFragment => {
    const { doc } = open(document);
    const name = textName(collection.name, record, field);
    return field === NOTE_FIELD ? doc.getXmlFragment(name) : doc.getText(name);
  };

  const set: Draft['set'] = (document, collection, id, values) => {
    for (const [field, value] of Object.entries(values)) {
      if (value === undefined) continue;
      if (collection.texts.includes(field)) {
        const name = textName(collection.name, id, field);
        changes.note(document, collection, id, field, value);
        write(document, () => replaceText(open(document).doc.getText(name), String(value)));
      } else if (Object.hasOwn(collection.fields, field)) {
        setKey(document, collection, id, field, value);
      } else {
        throw new Error(`${collection.name} has no field ${field}`);
      }
    }
  };

  const withBinned: Draft['withBinned'] = (document, collection) =>
    changes.over(document, collection, open(document).reader.rows(collection));

  const rows: Draft['rows'] = (document, collection) =>
    withBinned(document, collection).filter(isLive).toSorted(compareSiblings);

  const nextOrder = (document: DocumentId, collection: Collection): string => {
    const key = `${document} ${collection.name}`;
    const next = orderAfter(lastOrder.get(key) ?? lastOrderIn(open(document), collection));
    lastOrder.set(key, next);
    return next;
  };

  const writeNote = (
    document: DocumentId,
    collection: Collection,
    id: string,
    act: (note: Y.XmlFragment) => void,
  ): void => {
    const name = textName(collection.name, id, NOTE_FIELD);
    write(document, () => act(open(document).doc.getXmlFragment(name)));
  };

  const draft: Draft = {
    rows,
    withBinned,
    row: (document, collection, id) => {
      const row = changes.one(document, collection, id, open(document).reader.row(collection, id));
      return row !== undefined && isLive(row) ? row : undefined;
    },
    noteText: (document, collection, id) => open(document).reader.noteText(collection, id),
    now: isoTime,
    create: <C extends Collection>(
      document: DocumentId,
      collection: C,
      values: Values<C>,
      given?: string,
    ) => {
      // An id is one of its collection from here on.
      const id = (given ?? randomId()) as IdOf<C>;
      if (open(document).reader.row(collection, id) === undefined) made.add(id);
      const isOrdered = Object.hasOwn(collection.fields, 'order');
      const order = 'order' in values ? {} : { order: nextOrder(document, collection) };
      set(document, collection, id, { ...(isOrdered ? order : {}), ...values } as Values<C>);
      setKey(document, collection, id, DELETED_FIELD, '');
      return id;
    },
    set,
    remove: (document, collection, id) =>
      setKey(document, collection, id, DELETED_FIELD, isoTime()),
    restore: (document, collection, id) => setKey(document, collection, id, DELETED_FIELD, ''),
    empty: (document, collection, id) =>
      setKey(document, collection, id, DELETED_FIELD, emptiedAt(isoTime())),
    setMembers: (document, collection, id, set, members) => {
      const prefix = memberKey(id, set, '');
      // Looking for members through all keys, for each of thousands of new records, takes seconds.
      const isEmpty = made.has(id) && !given.has(prefix);
      given.add(prefix);
      const wanted = inTurn(members);
      changes.note(document, collection, id, set, wanted);
      write(document, () => {
        const map = open(document).doc.getMap(collection.name);
        const keys = new Map(wanted.map((member) => [memberKey(id, set, member.id), member]));
        for (const key of isEmpty ? [] : [...map.keys()]) {
          if (key.startsWith(prefix) && !keys.has(key)) map.delete(key);
        }
        for (const [key, { name, order }] of keys) {
          const before = map.get(key) as { name?: string; order?: string } | undefined;
          if (before?.name !== name || before?.order !== order) {
            map.set(key, { name, order });
          }
        }
      });
    },
    setNote: (document, collection, id, blocks) =>
      writeNote(document, collection, id, (note) => writeBlocks(note, blocks)),
    noteTree: (document, { name }, id) =>
      noteTreeOf(open(document).doc.getXmlFragment(textName(name, id, NOTE_FIELD))),
    setNoteTree: (document, collection, id, tree) =>
      writeNote(document, collection, id, (note) => writeNoteTree(note, tree)),
    unlink: (document, collection, id, link) =>
      writeNote(document, collection, id, (note) => removeLinks(note, link)),
    appendLink: (document, collection, id, link) =>
      writeNote(document, collection, id, (note) => appendBlocks(note, [newLink(link)])),
    appendPictures: (document, collection, id, pictures) =>
      writeNote(document, collection, id, (note) => appendBlocks(note, pictures.map(newPicture))),
    decideKey: (document, collection, { record, field, member }, value) => {
      const key = member === undefined ? fieldKey(record, field) : memberKey(record, field, member);
      write(document, () => {
        const map = open(document).doc.getMap(collection.name);
        // Taking away what is not there would say nothing: it is given a value and loses it.
        if (value.kind === 'set') map.set(key, clean(value.value));
        else {
          map.set(key, '');
          map.delete(key);
        }
      });
    },
    hasPassage: (document, collection, text, passage) =>
      hasPassage(textOf(document, collection, text), passage),
    decidePassage: (document, collection, text, passage, next) =>
      write(document, () => writePassage(textOf(document, collection, text), passage, next)),
  };
  return { draft, writes };
};

const clean = (value: unknown): unknown => (typeof value === 'string' ? wellFormed(value) : value);

/** The highest order key in use, read without making rows of what may be a thousand records. */
const lastOrderIn = (
  { doc, reader }: DraftDocument,
  collection: Collection,
): string | undefined => {
  const map = doc.getMap(collection.name);
  let last: string | undefined;
  for (const id of reader.ids(collection)) {
    const order = map.get(fieldKey(id, 'order'));
    if (typeof order !== 'string' || map.get(fieldKey(id, DELETED_FIELD))) continue;
    if (last === undefined || order > last) last = order;
  }
  return last;
};

/** Members with the order keys of their turn, each once: the last of an id stands. */
const inTurn = (members: readonly MemberValue[]): readonly Member[] => {
  let order: string | undefined;
  return [...new Map(members.map((member) => [member.id, member])).values()].map((member) => {
    order = orderAfter(order);
    return { id: member.id, name: wellFormed(member.name), order };
  });
};
