import type { Query, Reader } from '#data/records/query.ts';
import { remembered } from '#data/records/remembered.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, caseSupporters, cases } from '#shared/domain/case/case.ts';
import type { CheckRows } from '#shared/domain/checks/check.ts';
import {
  actions,
  attendances,
  findings,
  type MeetingRow,
  meetings,
  programmeItems,
  type RoundRow,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import { organizations, people } from '#shared/domain/office/office.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';

/** The year's cases with their flows: what the table and the coming days are made of. */
export type YearRows = {
  /** The fiscal year shown: the current one, or the latest that has cases; null for none at all. */
  readonly year: number | null;
  readonly cases: readonly CaseRow[];
  readonly rounds: readonly RoundRow[];
  readonly meetings: readonly MeetingRow[];
  /** Documents and ids (`document id`) of meetings whose programme of the day has been begun. */
  readonly withProgramme: ReadonlySet<string>;
};

// Rows come out of documents that are named so.
const documentsOf = (rows: readonly CaseRow[]): readonly DocumentId[] =>
  rows.map((row) => row.document as DocumentId);

const casesToShow = async (
  reader: Reader,
  currentYear: number,
): Promise<Pick<YearRows, 'year' | 'cases'>> => {
  const current = await reader.where(cases, 'fiscalYear', [currentYear]);
  if (current.length > 0) return { year: currentYear, cases: current };
  const all = await reader.all(cases);
  if (all.length === 0) return { year: null, cases: [] };
  const year = Math.max(...all.map((row) => row.fiscalYear ?? 0));
  return { year, cases: all.filter((row) => (row.fiscalYear ?? 0) === year) };
};

export const yearRows = remembered(
  (currentYear: number): Query<YearRows> =>
    async (reader) => {
      const shown = await casesToShow(reader, currentYear);
      const documents = documentsOf(shown.cases);
      const [roundRows, meetingRows, items] = await Promise.all([
        reader.of(rounds, documents),
        reader.of(meetings, documents),
        reader.of(programmeItems, documents),
      ]);
      return {
        ...shown,
        rounds: roundRows,
        meetings: meetingRows,
        withProgramme: new Set(items.map((item) => `${item.document} ${item.meeting}`)),
      };
    },
);

/** Rows of one case as the checks need them, and what else may be on somebody's mind. */
export type CaseConcernRows = CheckRows & {
  readonly case: CaseRow;
  readonly notes: ReadonlySet<string>;
};

/** The rest of the year's rows, binned ones too: they come after the table has been shown. */
export const concernRows =
  (currentYear: number): Query<readonly CaseConcernRows[]> =>
  async (reader) => {
    const { cases: shown } = await casesToShow(reader, currentYear);
    const documents = documentsOf(shown);
    const [allCases, notes, roundRows, meetingRows, own, persons, bodies] = await Promise.all([
      reader.all(cases),
      reader.notes(documents),
      reader.withBinned(rounds, documents),
      reader.withBinned(meetings, documents),
      reader.each({ caseSupporters, attendances, programmeItems, findings, actions }, documents),
      reader.withBinned(people, [OFFICE]),
      reader.withBinned(organizations, [OFFICE]),
    ]);
    const byDocument = <R extends { readonly document: string }>(rows: readonly R[]) => {
      const groups = groupBy(rows, (row) => row.document);
      return (document: string): readonly R[] => groups.get(document) ?? [];
    };
    const of = {
      supporters: byDocument(own.caseSupporters),
      rounds: byDocument(roundRows),
      meetings: byDocument(meetingRows),
      attendances: byDocument(own.attendances),
      items: byDocument(own.programmeItems),
      findings: byDocument(own.findings),
      actions: byDocument(own.actions),
      notes: byDocument(notes),
    };
    return shown.map((row) => ({
      case: row,
      cases: allCases,
      caseSupporters: of.supporters(row.document),
      rounds: of.rounds(row.document),
      meetings: of.meetings(row.document),
      attendances: of.attendances(row.document),
      programmeItems: of.items(row.document),
      findings: of.findings(row.document),
      actions: of.actions(row.document),
      people: persons,
      organizations: bodies,
      notes: new Set(of.notes(row.document).flatMap(({ id, text }) => (text === '' ? [] : [id]))),
    }));
  };
