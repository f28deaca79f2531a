import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import {
  attachments,
  type IsInternalPicture,
  internalPictures,
} from '#shared/domain/attachment/attachment.ts';
import type { Collection, Member } from '#shared/domain/record/collection.ts';
import {
  forAudience,
  type LeftOut,
  PERSONS_NAME,
  type PrivatePeople,
} from '#shared/domain/record/outgoing.ts';
import { stampFormat } from '../documents/format.ts';
import { fieldKey, memberKey, NOTE_FIELD, textName } from '../documents/keys.ts';
import {
  MENTION_COLLECTION,
  MENTION_ID,
  MENTION_WORDS,
  mentionOf,
} from '../documents/note-mentions.ts';
import { pictureOf } from '../documents/note-pictures.ts';
import { collectionsOf } from '../documents/record-reader.ts';
import type { Projection } from '../projection/project.ts';
import { type AnyRow, rowsIn } from './page-document.ts';

const NO_NAME = '（名前を省きました）';

/** The rows of a document that a municipality may have, by collection, and what was taken from them. */
export const rowsForMunicipality = (
  document: DocumentId,
  projection: Projection,
  isPrivate: PrivatePeople,
): {
  readonly rows: Readonly<Record<string, readonly AnyRow[]>>;
  readonly leftOut: readonly LeftOut[];
} => {
  const collections = collectionsOf(document);
  const byName = Object.fromEntries(collections.map((each) => [each.name, each]));
  const rows = Object.fromEntries(
    collections.map(({ name }) => [
      name,
      rowsIn(projection, name).filter(({ deletedAt }) => deletedAt === ''),
    ]),
  );
  const shown = forAudience<string, typeof rows>(byName, rows, 'municipalities', isPrivate);
  const leftOut = [...shown.leftOut];
  const named = collections.map((collection) => [
    collection.name,
    (shown.rows[collection.name] ?? []).map((row) => {
      const { kept, fields } = withoutNames(collection, row, isPrivate);
      const { name } = collection;
      for (const field of fields)
        leftOut.push({ collection: name, id: row.id, field, what: PERSONS_NAME });
      return kept;
    }),
  ]);
  return { rows: Object.fromEntries(named), leftOut };
};

/**
 * A case as a municipality may have it: made anew, so that nothing of what was there before is in it.
 * Records and fields that are the office's own are not there, nor what is in the bin, nor the names of
 * private persons where a field or a mention says them.
 */
export const copyForMunicipality = (
  document: DocumentId,
  doc: Y.Doc,
  projection: Projection,
  isPrivate: PrivatePeople,
): { readonly copy: Y.Doc; readonly leftOut: readonly LeftOut[] } => {
  const { rows, leftOut } = rowsForMunicipality(document, projection, isPrivate);
  const files = rowsIn(projection, attachments.name);
  // One that was taken off may still stand in a note: it stays what it was.
  const isHidden = internalPictures(
    files.map(({ id, hash, audience }) => ({ id, hash, audience })),
  );
  const copy = new Y.Doc();
  copy.transact(() => {
    for (const collection of collectionsOf(document)) {
      for (const row of rows[collection.name] ?? []) {
        writeRow(copy, collection, row);
        if (collection.note) {
          const key = textName(collection.name, row.id, NOTE_FIELD);
          copyNote(doc, copy, key, { isPrivate, isHidden });
        }
      }
    }
  });
  stampFormat(copy, undefined);
  return { copy, leftOut };
};

/** A row without the names of private persons, and the fields that had said them. */
const withoutNames = (
  { fields }: Collection,
  row: AnyRow,
  isPrivate: PrivatePeople,
): { readonly kept: AnyRow; readonly fields: readonly string[] } => {
  const changed: Record<string, unknown> = {};
  const said: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (field.personIn !== undefined && isPrivate(row, field.personIn)) {
      if (row[name] !== '') said.push(name);
      changed[name] = '';
    }
    if (field.kind === 'members' && field.to === 'people') {
      const members = row[name] as readonly Member[];
      const others = members.filter(({ id }) => !isPrivate({ id }, 'id'));
      if (others.length < members.length) said.push(name);
      changed[name] = others;
    }
  }
  return { kept: { ...row, ...changed }, fields: said };
};

const writeRow = (copy: Y.Doc, collection: Collection, row: AnyRow): void => {
  const map = copy.getMap(collection.name);
  for (const [name, { type }] of collection.values) {
    const value = row[name];
    // What says nothing needs no key; a record of empty fields is told by its first one.
    const isSaid = value !== type.parse(undefined) || name === collection.values[0]?.[0];
    if (isSaid && value !== undefined) map.set(fieldKey(row.id, name), value);
  }
  for (const set of collection.sets) {
    for (const { id, name, order } of row[set] as readonly Member[]) {
      map.set(memberKey(row.id, set, id), { name, order });
    }
  }
  for (const text of collection.texts) {
    const value = row[text];
    if (typeof value === 'string' && value !== '') {
      copy.getText(textName(collection.name, row.id, text)).insert(0, value);
    }
  }
};

type HeldBack = {
  readonly isPrivate: PrivatePeople;
  /** Pictures that stay behind. */
  readonly isHidden: IsInternalPicture;
};

const copyNote = (doc: Y.Doc, copy: Y.Doc, key: string, held: HeldBack): void => {
  if (!doc.share.has(key)) return;
  const parts = doc.getXmlFragment(key).toArray();
  const clones = parts.flatMap((part) =>
    part instanceof Y.XmlElement || part instanceof Y.XmlText ? [part.clone()] : [],
  );
  if (clones.length === 0) return;
  const note = copy.getXmlFragment(key);
  note.insert(0, clones);
  hide(note, held);
};

/**
 * A mention keeps what somebody was called: of a private person only that somebody stands there. A picture that is
 * internal is not there.
 */
const hide = (parent: Y.XmlFragment | Y.XmlElement, { isPrivate, isHidden }: HeldBack): void => {
  // From the end: what goes moves only what was looked at already.
  for (const [at, child] of [...parent.toArray().entries()].reverse()) {
    if (!(child instanceof Y.XmlElement)) continue;
    const picture = pictureOf(child);
    const mention = mentionOf(child);
    if (picture !== undefined) {
      if (isHidden(picture)) parent.delete(at);
    } else if (mention === undefined) hide(child, { isPrivate, isHidden });
    else if (
      child.getAttribute(MENTION_COLLECTION) === 'people' &&
      isPrivate({ id: child.getAttribute(MENTION_ID) ?? '' }, 'id')
    ) {
      child.setAttribute(MENTION_WORDS, NO_NAME);
    }
  }
};
