import type { BansoVariant } from '#shared/banso-file/manifest.ts';
import type { PageDocument, PageOfficeBook } from '#shared/banso-file/page.ts';
import { bookFor, titleOfBook } from '#shared/domain/handover/book-table.ts';
import { BOOK_CASES, BOOK_OFFICE, type BookRows } from '#shared/domain/handover/rows.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { compareTexts } from '#shared/domain/record/row-values.ts';
import type { Projection } from '../projection/project.ts';
import { compareSiblings } from '../records/order.ts';
import { type AnyRow, rowsIn } from './page-document.ts';

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

/** What of a case the 引継書 of its office is made of: not who came, which would be thousands over a year. */
export const partOfOfficeBook = (ofCase: Projection) => {
  const { attendances: _, ...collections } = BOOK_CASES;
  return liveRows(ofCase, collections);
};

/** 引継書 of all cases of a year, for whom the copy is. */
export const pageOfficeBook = (
  parts: readonly ReturnType<typeof partOfOfficeBook>[],
  office: Projection,
  variant: BansoVariant,
): PageOfficeBook => {
  const together = Object.keys(BOOK_CASES).map((name) => [
    name,
    parts.flatMap((part) => part[name] ?? []).toSorted(compareSiblings),
  ]);
  // Each list holds the rows of the collection of its name.
  const read = {
    ...Object.fromEntries(together),
    ...liveRows(office, BOOK_OFFICE),
  } as unknown as BookRows;
  // As on the page 引継書: by the codes of the municipalities.
  const cases = read.cases.toSorted(
    (a, b) =>
      compareTexts(a.municipalityCode, b.municipalityCode) || compareTexts(a.document, b.document),
  );
  const rows = { ...read, cases };
  return {
    title: titleOfBook('office', rows),
    sections: bookFor('office', rows, variant).sections.map(({ name, text }) => ({
      name,
      words: text,
    })),
  };
};

const liveRows = (
  projection: Projection,
  collections: Readonly<Record<string, { readonly name: CollectionName }>>,
): Readonly<Record<string, readonly AnyRow[]>> =>
  Object.fromEntries(
    Object.entries(collections).map(([key, { name }]) => [
      key,
      rowsIn(projection, name).filter(({ deletedAt }) => deletedAt === ''),
    ]),
  );
