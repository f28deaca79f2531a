import * as Y from 'yjs';
import {
  LINKED_COLLECTIONS,
  type LinkedWords,
  linkKey,
  type RecordLink,
  readLink,
  wordsOfLinked,
} from '#shared/domain/meeting/linked-record.ts';
import { DELETED_FIELD, fieldKey } from './keys.ts';

/** The element of a note that stands for a record; it holds the record's collection and id, nothing else. */
export const LINK_ELEMENT = 'linkedRecord';
export const LINK_COLLECTION = 'collection';
export const LINK_ID = 'record';

type Parent = Y.XmlFragment | Y.XmlElement;

/** The record that an element stands for; undefined for any other element. */
const linkOf = (element: Y.XmlElement): RecordLink | undefined =>
  element.nodeName === LINK_ELEMENT
    ? readLink(element.getAttribute(LINK_COLLECTION), element.getAttribute(LINK_ID))
    : undefined;

/** All links of a note in their order; a record that is named twice is there twice. */
export const linksIn = (note: Parent): readonly RecordLink[] => {
  const found: RecordLink[] = [];
  const walk = (parent: Parent): void => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      const link = linkOf(child);
      if (link === undefined) walk(child);
      else found.push(link);
    }
  };
  walk(note);
  return found;
};

export const newLink = ({ collection, id }: RecordLink): Y.XmlElement => {
  const element = new Y.XmlElement(LINK_ELEMENT);
  element.setAttribute(LINK_COLLECTION, collection);
  element.setAttribute(LINK_ID, id);
  return element;
};

/** What the document says of a linked record, one in the bin too. */
const linkedIn = (doc: Y.Doc, { collection, id }: RecordLink): LinkedWords | undefined => {
  const map = doc.getMap(collection);
  const read = (field: string): unknown => map.get(fieldKey(id, field));
  const text = read('text');
  if (typeof text !== 'string') return undefined;
  const deletedAt = read(DELETED_FIELD);
  const isBinned = typeof deletedAt === 'string' && deletedAt !== '';
  if (collection === 'findings') {
    const kind = LINKED_COLLECTIONS.findings.fields.kind.type.parse(read('kind'));
    return { kind, text, owner: '', due: '', isBinned };
  }
  const { owner, due } = LINKED_COLLECTIONS.actions.fields;
  return {
    kind: 'action',
    text,
    owner: owner.type.parse(read('owner')),
    due: due.type.parse(read('due')),
    isBinned,
  };
};

/** The words of a record that a note of this document links to. */
export const wordsOfLink = (doc: Y.Doc, link: RecordLink): string =>
  wordsOfLinked(linkedIn(doc, link));

/** The words that an element stands for; undefined where it is no link. */
export const wordsOfElement = (element: Y.XmlElement): string | undefined => {
  if (element.nodeName !== LINK_ELEMENT) return undefined;
  const link = linkOf(element);
  return wordsOfLinked(link && element.doc !== null ? linkedIn(element.doc, link) : undefined);
};

/** Takes every link to a record out of a note. */
export const removeLinks = (note: Parent, link: RecordLink): void => {
  const key = linkKey(link);
  let isTaken = false;
  for (const [at, child] of [...note.toArray().entries()].toReversed()) {
    if (!(child instanceof Y.XmlElement)) continue;
    const own = linkOf(child);
    if (own === undefined) removeLinks(child, link);
    else if (linkKey(own) === key) {
      note.delete(at, 1);
      isTaken = true;
    }
  }
  // A cell or a quotation with nothing in it is none.
  if (isTaken && note instanceof Y.XmlElement && note.length === 0) {
    note.insert(0, [new Y.XmlElement('paragraph')]);
  }
};

/** Puts blocks at the end of a note, before the empty line on which somebody is about to type. */
export const appendBlocks = (note: Y.XmlFragment, blocks: readonly Y.XmlElement[]): void => {
  const last = note.length > 0 ? note.get(note.length - 1) : undefined;
  const isEmptyLine =
    last instanceof Y.XmlElement &&
    last.nodeName === 'paragraph' &&
    last.toArray().every((child) => child instanceof Y.XmlText && child.length === 0);
  note.insert(isEmptyLine ? note.length - 1 : note.length, [...blocks]);
};
