import type { Query } from '#data/records/query.ts';
import { remembered } from '#data/records/remembered.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import {
  type MeetingRow,
  meetings,
  type RoundRow,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import {
  type MunicipalityRow,
  municipalities,
  type ThemeRow,
  themes,
} from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** Fiscal years that have cases, each with their number, the latest first; null for cases without one. */
export const caseYears: Query<ReadonlyMap<number | null, number>> = async (reader) => {
  const counts = new Map<number | null, number>();
  for (const { fiscalYear } of await reader.all(cases)) {
    counts.set(fiscalYear, (counts.get(fiscalYear) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => (b ?? 0) - (a ?? 0)));
};

export type YearRows = {
  readonly fiscalYear: number | null;
  readonly cases: readonly CaseRow[];
  readonly rounds: readonly RoundRow[];
  readonly meetings: readonly MeetingRow[];
  readonly themes: readonly ThemeRow[];
};

/** What the table of one fiscal year is made of: the year's cases by index, then only their documents. */
export const casesOfYear =
  (fiscalYear: number | null): Query<YearRows> =>
  async (reader) => {
    const found =
      fiscalYear === null
        ? (await reader.all(cases)).filter((row) => row.fiscalYear === null)
        : await reader.where(cases, 'fiscalYear', [fiscalYear]);
    // Rows come out of documents that are named so.
    const documents = found.map((row) => row.document as DocumentId);
    const [roundRows, meetingRows, themeRows] = await Promise.all([
      reader.of(rounds, documents),
      reader.of(meetings, documents),
      reader.all(themes),
    ]);
    return {
      fiscalYear,
      cases: found,
      rounds: roundRows,
      meetings: meetingRows,
      themes: themeRows,
    };
  };

export type FormRows = {
  readonly themes: readonly ThemeRow[];
  /** Cases of the municipality, of all years. */
  readonly siblings: readonly CaseRow[];
};

export const formRows =
  (municipalityCode: string): Query<FormRows> =>
  async (reader) => ({
    themes: await reader.all(themes),
    siblings: await reader.where(cases, 'municipalityCode', [municipalityCode]),
  });

export type CaseHead = {
  readonly row: CaseRow;
  readonly municipality: MunicipalityRow | undefined;
  /** Present names of the office's themes by id. */
  readonly themeNames: ReadonlyMap<string, string>;
};

/** What stands above a case's pages; undefined where there is no such case in use. */
export const caseHead = remembered(
  (id: CaseId): Query<CaseHead | undefined> =>
    async (reader) => {
      const row = await reader.one(cases, caseDocument(id), id);
      if (row === undefined) return undefined;
      const [municipality, themeRows] = await Promise.all([
        reader.one(municipalities, OFFICE, row.municipalityCode),
        reader.all(themes),
      ]);
      return { row, municipality, themeNames: themeNames(themeRows) };
    },
);

export const themeNames = (rows: readonly ThemeRow[]): ReadonlyMap<string, string> =>
  new Map(rows.map((theme) => [theme.id, theme.name]));
