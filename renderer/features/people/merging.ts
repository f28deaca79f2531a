import type { DocumentId } from '#shared/documents/document-id.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { DOUBLE_REASONS, doublesOf } from '#shared/domain/office/doubles.ts';
import { WHO, type WhoKind, type WhoRow } from '#shared/domain/office/merged-fields.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import { fieldName, isQuiet, type Member, type Row } from '#shared/domain/record/collection.ts';
import { isLive, valueIn } from '#shared/domain/record/row-values.ts';
import type { Referring } from '#shared/domain/references.ts';
import type { OfficeRows, ReferringRows } from './queries.ts';

/** Two that may be one, as the list tells them. */
export type DoubleLine = {
  readonly id: string;
  readonly one: WhoRow;
  readonly other: WhoRow;
  /** 名前が同じ */
  readonly reason: string;
};

export const doubleLines = (rows: OfficeRows, kind: WhoKind): readonly DoubleLine[] => {
  const all = new Map<string, WhoRow>(rows[kind].map((row) => [row.id, row]));
  return doublesOf(rows[kind]).flatMap((double) => {
    const [one, other] = [all.get(double.one), all.get(double.other)];
    if (one === undefined || other === undefined) return [];
    return [{ id: `${one.id} ${other.id}`, one, other, reason: DOUBLE_REASONS[double.reason] }];
  });
};

/** 会合の支援者: what of records comes to name the one that is kept. */
export type FollowLine = {
  readonly words: string;
  /** Records in use. */
  readonly records: number;
  readonly cases: number;
};

export type References = {
  readonly lines: readonly FollowLine[];
  /** All documents that refer to it, if only in the bin. */
  readonly documents: readonly DocumentId[];
  /** Lists that name both, where two lines or one of the two stay. */
  readonly lists: number;
};

const namesIn = (row: object, set: string, id: string): boolean =>
  // A set of a row holds its members.
  (valueIn(row, set) as readonly Member[]).some((member) => member.id === id);

/** 次第, 会合の支援者, 所属・役職の後任 */
const wordsOf = (kind: WhoKind, { collection }: Referring, field: string): string => {
  const name = fieldName(collection, field);
  if (name === WHO[kind].what) return collection.what;
  return name.startsWith(collection.what) ? name : `${collection.what}の${name}`;
};

/** What refers to the one that goes. */
export const referencesOf = (
  all: readonly ReferringRows[],
  kind: WhoKind,
  { keep, gone }: { readonly keep: string; readonly gone: string },
): References => {
  const documents = new Set<DocumentId>();
  const lines: FollowLine[] = [];
  let lists = 0;
  for (const { referring, rows } of all) {
    const { collection, fields, sets } = referring;
    const others = collection.home === 'office' ? rows.filter(({ id }) => id !== gone) : rows;
    const tell = (field: string, isIn: (row: object) => boolean): void => {
      const found = others.filter(isIn);
      // A row names the document that it is of.
      for (const { document } of found) documents.add(document as DocumentId);
      const live = found.filter(isLive);
      const cases = new Set(live.map(({ document }) => document));
      cases.delete(OFFICE);
      if (live.length === 0 || isQuiet(collection, field)) return;
      const words = wordsOf(kind, referring, field);
      lines.push({ words, records: live.length, cases: cases.size });
    };
    for (const { field } of fields) {
      tell(field, (row) => valueIn(row, field) === gone);
      if (collection.home !== 'case') continue;
      const listOf = (row: Row<Collection>): string =>
        `${row.document} ${collection.within === undefined ? '' : String(valueIn(row, collection.within))}`;
      const listsOf = (id: string) =>
        new Set(rows.filter((row) => isLive(row) && valueIn(row, field) === id).map(listOf));
      const both = listsOf(keep);
      lists += [...listsOf(gone)].filter((list) => both.has(list)).length;
    }
    for (const set of sets) tell(set, (row) => namesIn(row, set, gone));
  }
  return { lines, documents: [...documents], lists };
};
