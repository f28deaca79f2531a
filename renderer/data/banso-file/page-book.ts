import type { BansoVariant } from '#shared/banso-file/manifest.ts';
import type { PageDocument } from '#shared/banso-file/page.ts';
import { bookFor } from '#shared/domain/handover/book-table.ts';
import { BOOK_CASES, BOOK_OFFICE, type BookRows } from '#shared/domain/handover/rows.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import type { Projection } from '../projection/project.ts';
import { rowsIn } from './page-document.ts';

/** 引継書 of a case, for whom the copy is, as it begins the case in the readable copy. */
export const pageBook = (
  ofCase: Projection,
  office: Projection,
  variant: BansoVariant,
): PageDocument['book'] => {
  // Each list holds the rows of the collection of its name.
  const rows = {
    ...liveRows(ofCase, BOOK_CASES),
    ...liveRows(office, BOOK_OFFICE),
  } as unknown as BookRows;
  return bookFor('case', rows, variant).sections.map(({ name, text }) => ({ name, words: text }));
};

const liveRows = (
  projection: Projection,
  collections: Readonly<Record<string, { readonly name: CollectionName }>>,
) =>
  Object.fromEntries(
    Object.entries(collections).map(([key, { name }]) => [
      key,
      rowsIn(projection, name).filter(({ deletedAt }) => deletedAt === ''),
    ]),
  );
