import { compareSiblings } from '#data/records/order.ts';
import type { Query, Reader } from '#data/records/query.ts';
import { lasting } from '#data/records/remembered.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, caseSupporters, cases } from '#shared/domain/case/case.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { changedIn } from '#shared/domain/handover/book.ts';
import { handoverParts, officeHandoverParts } from '#shared/domain/handover/handover.ts';
import type { ReadyCase, ReadyOffice } from '#shared/domain/handover/readiness.ts';
import {
  BOOK_CASES,
  BOOK_OFFICE,
  type BookRows,
  ofDocument,
} from '#shared/domain/handover/rows.ts';
import { knowHows } from '#shared/domain/office/know-how.ts';
import { organizations, people, posts } from '#shared/domain/office/office.ts';
import type { Collection, RowsOf } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { compareTexts, fiscalYearOfCase } from '#shared/domain/record/row-values.ts';

/** The cases of a year, as they are listed. */
export type YearCases = {
  readonly year: number | null;
  /** All years that have cases, the latest first. */
  readonly years: readonly number[];
  readonly cases: readonly CaseDigest[];
};

/** As on ホーム: by the codes of the municipalities, which is the order that staff know. */
const byCode = (a: CaseHead, b: CaseHead): number =>
  compareTexts(a.municipalityCode, b.municipalityCode) || compareTexts(a.document, b.document);
type CaseHead = Pick<CaseRow, 'municipalityCode' | 'document'>;

/**
 * Of the year that is asked for, else of the current one, else of the latest that has cases.
 * @param ofCase a case whose own year is asked for, where no year is
 */
export const yearCases =
  (asked: number | undefined, thisYear: number, ofCase?: CaseId | null): Query<YearCases> =>
  async (reader) => {
    const years = [...(await reader.caseYears()).keys()].filter((year) => year !== null);
    const named =
      asked === undefined && ofCase ? await reader.one(cases, caseDocument(ofCase), ofCase) : null;
    const own = named ? (fiscalYearOfCase(named) ?? undefined) : undefined;
    const year = [asked, own, thisYear, years[0]].find(
      (each) => each !== undefined && years.includes(each),
    );
    if (year === undefined) return { year: null, years, cases: [] };
    const found = await reader.digests({ fiscalYear: year });
    return { year, years, cases: found.toSorted((a, b) => byCode(a.case, b.case)) };
  };

export type ReadinessRows = YearCases & {
  readonly ready: readonly ReadyCase[];
  readonly office: ReadyOffice;
};

/** What 引継ぎ準備 looks at, of the cases of a year. */
export const readinessRows =
  (asked: number | undefined, thisYear: number): Query<ReadinessRows> =>
  async (reader) => {
    const found = await yearCases(asked, thisYear)(reader);
    const documents = found.cases.map((digest) => caseDocument(digest.case.id));
    const [rows, office] = await Promise.all([
      reader.each({ cases, caseSupporters }, documents),
      reader.each({ people, organizations, posts, knowHows }, [OFFICE]),
    ]);
    const ready = found.cases.flatMap((digest): readonly ReadyCase[] => {
      const { id, document } = digest.case;
      const row = rows.cases.find((each) => each.id === id);
      const supporters = rows.caseSupporters.filter((each) => each.document === document);
      return row === undefined ? [] : [{ digest, row, supporters }];
    });
    return { ...found, ready, office };
  };

/** What was promised in cases of all years and is not kept yet. */
export const openPromises: Query<readonly CaseDigest[]> = lasting((reader) =>
  reader.digests('all'),
);

/** So many cases are read in one go: all of an office's would hold up several frames. */
const AT_ONCE = 5;

/** Rows of documents, read some documents after the others; in the order that they would have all at once. */
const readByAndBy = async <Cs extends Readonly<Record<string, Collection>>>(
  reader: Reader,
  collections: Cs,
  documents: readonly DocumentId[],
): Promise<RowsOf<Cs>> => {
  const parts: RowsOf<Cs>[] = [];
  for (let at = 0; at < documents.length; at += AT_ONCE) {
    parts.push(await reader.each(collections, documents.slice(at, at + AT_ONCE)));
  }
  const all = Object.keys(collections).map((name) => [
    name,
    parts
      .flatMap((part): readonly RowsOf<Cs>[string][number][] => part[name] ?? [])
      .toSorted(compareSiblings),
  ]);
  // Each name holds the rows of its collection.
  return Object.fromEntries(all) as RowsOf<Cs>;
};

/** What a 引継書 is made of: of one case, or of all cases of a year. */
export const bookRows =
  (caseIds: readonly CaseId[], isOffice: boolean): Query<BookRows> =>
  async (reader) => {
    const { attendances, ...light } = BOOK_CASES;
    const documents = caseIds.map(caseDocument);
    const [own, came, office] = await Promise.all([
      readByAndBy(reader, light, documents),
      // Who came to a year's meetings are thousands: the office's 引継書 names those who support.
      reader.of(attendances, isOffice ? [] : documents),
      reader.each(BOOK_OFFICE, [OFFICE]),
    ]);
    return { ...own, cases: own.cases.toSorted(byCode), attendances: came, ...office };
  };

/** By case, null for the office: how many sections of its 引継書 have to be looked at. */
export type BookMarks = ReadonlyMap<CaseId | null, number>;

/** Where the records say otherwise than a 引継書: only what somebody wrote over is compared. */
export const bookMarks =
  (caseIds: readonly CaseId[]): Query<BookMarks> =>
  async (reader) => {
    const [parts, officeParts] = await Promise.all([
      reader.of(handoverParts, caseIds.map(caseDocument)),
      reader.of(officeHandoverParts, [OFFICE]),
    ]);
    const edited = new Set<string>(parts.map(({ document }) => document));
    const written = caseIds.filter((id) => edited.has(caseDocument(id)));
    const [ofCases, ofOffice] = await Promise.all([
      written.length === 0 ? null : bookRows(written, false)(reader),
      officeParts.length === 0 ? null : bookRows(caseIds, true)(reader),
    ]);
    const marks = new Map<CaseId | null, number>();
    for (const id of written) {
      if (ofCases !== null) marks.set(id, changedIn('case', ofDocument(ofCases, caseDocument(id))));
    }
    if (ofOffice !== null) marks.set(null, changedIn('office', ofOffice));
    return marks;
  };
