import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { checkValues } from '#shared/domain/record/check-values.ts';
import {
  type Collection,
  changeLabel,
  type IdOf,
  type OrderedCollection,
  type Row,
} from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { valueIn } from '#shared/domain/record/row-values.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import type { Command } from '../../records/command.ts';
import type { Draft, Values } from '../../records/draft.ts';
import { place } from './place.ts';

/*
 * What is done to records of any collection, by what its fields say of themselves. Rules that span
 * records are operations of their own.
 */

export const missing = (what: string): Result<never, Problem> =>
  fail({
    code: 'not-found',
    happened: `この${what}は見つかりません。`,
    safe: 'ほかの記録はそのままです。',
    todo: '削除されていないか確かめてください。',
  });

/** Makes a record of checked values, the last of its list. */
export const addRecord = <C extends Collection>(
  draft: Draft,
  document: DocumentId,
  collection: C,
  values: Values<C>,
): Result<IdOf<C>> => {
  const checked = checkValues(collection, values, true);
  return checked.ok ? ok(draft.create(document, collection, checked.value)) : checked;
};

/** Changes what is given of a record; all of it is stored, or nothing. */
export const setRecord = <C extends Collection>(
  draft: Draft,
  document: DocumentId,
  collection: C,
  id: string,
  values: Values<C>,
): Result<null> => {
  if (!draft.row(document, collection, id)) return missing(collection.what);
  const checked = checkValues(collection, values);
  if (!checked.ok) return checked;
  draft.set(document, collection, id, checked.value);
  return ok(null);
};

export const removeRecord = (
  draft: Draft,
  document: DocumentId,
  collection: Collection,
  id: string,
): Result<null> => {
  if (!draft.row(document, collection, id)) return missing(collection.what);
  draft.remove(document, collection, id);
  return ok(null);
};

/** The records among which one stands in order, itself among them. */
export const siblingsOf = <C extends Collection>(
  draft: Draft,
  document: DocumentId,
  collection: C,
  row: Row<C>,
): readonly Row<C>[] => {
  const { within } = collection;
  const rows = draft.rows(document, collection);
  return within === undefined
    ? rows
    : rows.filter((each) => valueIn(each, within) === valueIn(row, within));
};

/** Where a record goes: right before or right after another one. */
export type Beside = { readonly before: string } | { readonly after: string };

/** Places a record at an index among its siblings. */
export const moveRecord = (
  draft: Draft,
  document: DocumentId,
  collection: OrderedCollection,
  id: string,
  index: number,
): Result<null> => {
  const row = draft.row(document, collection, id);
  if (!row) return missing(collection.what);
  place(draft, document, collection, siblingsOf(draft, document, collection, row), id, index);
  return ok(null);
};

/** Places a record right beside another one, as they follow each other on a screen. */
export const moveBeside = (
  draft: Draft,
  document: DocumentId,
  collection: OrderedCollection,
  id: string,
  beside: Beside,
): Result<null> => {
  const rows = draft.rows(document, collection);
  const neighbour = 'before' in beside ? beside.before : beside.after;
  const at = rows.filter((row) => row.id !== id).findIndex((row) => row.id === neighbour);
  if (at < 0 || !rows.some((row) => row.id === id)) return missing(collection.what);
  place(draft, document, collection, rows, id, 'before' in beside ? at : at + 1);
  return ok(null);
};

/** A command that runs one operation on documents, under the words that undo says. */
export const act = <Args extends readonly unknown[], T>(
  label: string,
  documents: readonly DocumentId[],
  run: (draft: Draft, ...args: Args) => Result<T>,
  ...args: Args
): Command<T> => ({ label, documents, run: (draft) => run(draft, ...args) });

/** A command that runs one operation on the document of a case. */
export const onCase = <Args extends readonly unknown[], T>(
  caseId: CaseId,
  label: string,
  run: (draft: Draft, document: DocumentId, ...args: Args) => Result<T>,
  ...args: Args
): Command<T> => {
  const document = caseDocument(caseId);
  return act(label, [document], run, document, ...args);
};

/** The usual acts on a collection's records in a document, as commands. */
export const recordActs = <C extends OrderedCollection>(document: DocumentId, collection: C) => {
  const { what } = collection;
  const documents = [document];
  return {
    add: (values: Values<C>): Command<IdOf<C>> => ({
      label: `${what}を追加`,
      documents,
      run: (draft) => addRecord(draft, document, collection, values),
    }),
    set: (id: string, values: Values<C>): Command<null> => ({
      label: `${what}を変更`,
      documents,
      run: (draft) => setRecord(draft, document, collection, id, values),
    }),
    /** Places it at an index among its siblings. */
    move: (id: string, index: number): Command<null> => ({
      label: `${what}の順番を変更`,
      documents,
      run: (draft) => moveRecord(draft, document, collection, id, index),
    }),
    /** Places it right beside another one. */
    moveBeside: (id: string, beside: Beside): Command<null> => ({
      label: `${what}の順番を変更`,
      documents,
      run: (draft) => moveBeside(draft, document, collection, id, beside),
    }),
    remove: (id: string): Command<null> => ({
      label: `${what}を削除`,
      documents,
      run: (draft) => removeRecord(draft, document, collection, id),
    }),
  };
};

/** 「場所を変更」, or of several fields 「会合を変更」. */
export const labelOfChange = (collection: Collection, values: object): string => {
  const [only, ...others] = Object.keys(values);
  return only !== undefined && others.length === 0
    ? changeLabel(collection, only)
    : `${collection.what}を変更`;
};
