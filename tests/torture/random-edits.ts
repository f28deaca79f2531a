import * as Y from 'yjs';
import { z } from 'zod';
import { NOTE_FIELD } from '#data/documents/keys.ts';
import { collectionsOf } from '#data/documents/record-reader.ts';
import type { Draft, Values } from '#data/records/draft.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { EDITOR } from '../support/desk.ts';
import type { Chance } from './chance.ts';

/** Enough that the less used of them are closed and loaded again. */
export const DOCUMENTS: readonly DocumentId[] = [
  OFFICE,
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => caseDocument(id as CaseId)),
];
/** A few ids for all desks, so that edits meet. */
const IDS = ['r1', 'r2', 'r3'] as const;
const WORDS = ['', '益城町', '人吉市の声。', '五木村へ行く。次へ。', '𠮷', 'e\u0301', 'A.b', '0'];

/** A value that the field's own type takes. */
const valueFor = (type: z.core.$ZodType, chance: Chance): unknown => {
  if (type instanceof z.ZodCatch || type instanceof z.ZodNullable) {
    const isNull = type instanceof z.ZodNullable && chance.happens(0.2);
    return isNull ? null : valueFor(type.unwrap() as z.core.$ZodType, chance);
  }
  if (type instanceof z.ZodString) return `${chance.pick(WORDS)}${chance.below(50)}`;
  if (type instanceof z.ZodNumber) return chance.below(3000);
  if (type instanceof z.ZodBoolean) return chance.happens(0.5);
  if (type instanceof z.ZodEnum) return chance.pick(type.options);
  throw new Error('a field has a type that the torture does not know');
};

const valuesFor = (collection: Collection, chance: Chance, share: number): Values<Collection> => {
  const fields = collection.values
    .filter(([name]) => name !== 'order' && chance.happens(share))
    .map(([name, { type }]) => [name, valueFor(type, chance)]);
  const texts = collection.texts
    .filter(() => chance.happens(share))
    .map((name) => [name, chance.pick(WORDS)]);
  return Object.fromEntries([...fields, ...texts]);
};

type Place = {
  readonly document: DocumentId;
  readonly collection: Collection;
  readonly id: string;
};

const placeIn = (document: DocumentId, chance: Chance): Place => ({
  document,
  collection: chance.pick(collectionsOf(document)),
  id: chance.pick(IDS),
});

const write = (draft: Draft, { document, collection, id }: Place, chance: Chance): void => {
  const isThere = draft.row(document, collection, id) !== undefined;
  const set = chance.pick([...collection.sets, undefined]);
  if (isThere && set !== undefined && chance.happens(0.5)) {
    const members = chance.some(['s1', 's2', 's3']).map((member) => ({ id: member, name: member }));
    draft.setMembers(document, collection, id, set as never, members);
  } else if (isThere && chance.happens(0.15)) draft.remove(document, collection, id);
  else if (isThere) draft.set(document, collection, id, valuesFor(collection, chance, 0.3));
  else draft.create(document, collection, valuesFor(collection, chance, 0.7), id);
};

const runCommand = async (
  workspace: Workspace,
  places: readonly Place[],
  chance: Chance,
): Promise<boolean> => {
  const result = await workspace.run({
    label: '記録を変更',
    documents: [...new Set(places.map(({ document }) => document))],
    run: (draft) => {
      for (const place of places) write(draft, place, chance);
      return ok(null);
    },
  });
  return result.ok;
};

const typeText = async (
  workspace: Workspace,
  { document, collection, id }: Place,
  chance: Chance,
): Promise<boolean> => {
  const field = chance.pick(collection.texts);
  const text = `${chance.pick(WORDS)}${chance.pick(WORDS)}`;
  return (await workspace.type(document, collection, id, field as never, text, '文を入力')).ok;
};

const typeNote = async (
  workspace: Workspace,
  { document, collection, id }: Place,
  chance: Chance,
): Promise<boolean> => {
  const note = await workspace.openNote(document, collection, id, '記録を書く');
  if (!note.ok) return false;
  const { fragment, begin, release } = note.value;
  begin();
  fragment.doc?.transact(() => {
    if (fragment.length > 2 && chance.happens(0.5)) fragment.delete(chance.below(2), 1);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(`${chance.pick(WORDS)}${chance.below(100)}`)]);
    fragment.insert(chance.below(fragment.length + 1), [paragraph]);
  }, EDITOR);
  release();
  return true;
};

/**
 * Makes one legal edit of any field, set, text or note of any collection, as the screens make it.
 * @returns whether the document could be written
 */
export const editAtRandom = async (
  workspace: Workspace,
  document: DocumentId,
  chance: Chance,
): Promise<boolean> => {
  const place = placeIn(document, chance);
  const { collection } = place;
  const way = chance.below(10);
  if (way < 3 && collection.texts.length > 0) return typeText(workspace, place, chance);
  if (way < 5 && collection.note) return typeNote(workspace, place, chance);
  if (way === 9) return runCommand(workspace, [placeIn(OFFICE, chance), place], chance);
  return runCommand(workspace, [place], chance);
};

/**
 * The live document, found as an editor finds it, kept open until it is released; undefined while it
 * cannot be opened.
 */
export const liveDocument = async (
  workspace: Workspace,
  document: DocumentId,
): Promise<{ readonly doc: Y.Doc; readonly release: () => void } | undefined> => {
  const [collection] = collectionsOf(document);
  if (collection === undefined) return undefined;
  const open = () => workspace.openNote(document, collection, 'anchor', NOTE_FIELD);
  let note = await open();
  if (!note.ok && note.error.code === 'not-found') {
    await workspace.run({
      label: '記録を追加',
      documents: [document],
      run: (draft) => ok(draft.create(document, collection, {}, 'anchor')),
    });
    note = await open();
  }
  if (!note.ok) return undefined;
  const { fragment, release } = note.value;
  return fragment.doc === null ? undefined : { doc: fragment.doc, release };
};
