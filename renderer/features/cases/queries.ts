import type { Query, Reader } from '#data/records/query.ts';
import { remembered } from '#data/records/remembered.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { type AssignmentRow, assignments } from '#shared/domain/case/assignment.ts';
import { type CaseRow, caseSupporters, cases } from '#shared/domain/case/case.ts';
import { type CaseYears, yearsOf } from '#shared/domain/chain/case-years.ts';
import { roadmapHomeOf, type YearRecord } from '#shared/domain/chain/offer.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { owedMeetings } from '#shared/domain/ladder/ladder-meeting.ts';
import { inTime } from '#shared/domain/ladder/timeline.ts';
import { isUnfinished } from '#shared/domain/meeting/action.ts';
import {
  type ActionRow,
  actions,
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
import { type CaseId, NO_ID } from '#shared/domain/record/ids.ts';
import { lanes } from '#shared/domain/roadmap/collections.ts';

/** What the list is made of: the years that have cases, and the cases of one. */
export type ListRows = {
  readonly years: ReadonlyMap<number | null, number>;
  readonly fiscalYear: number | null;
  readonly cases: readonly CaseDigest[];
  readonly themes: readonly ThemeRow[];
};

const listOf = async (
  reader: Reader,
  choose: (years: ListRows['years']) => number | null,
): Promise<ListRows> => {
  const years = await reader.caseYears();
  const fiscalYear = choose(years);
  const [found, themeRows] = await Promise.all([
    reader.digests({ fiscalYear }),
    reader.all(themes),
  ]);
  return { years, fiscalYear, cases: found, themes: themeRows };
};

/** The list of a fiscal year; null for cases without one. */
export const listOfYear = remembered(
  (fiscalYear: number | null): Query<ListRows> =>
    (reader) =>
      listOf(reader, () => fiscalYear),
);

/** The list as it opens where no year is asked for: with this year if it has cases, else with the latest that has. */
export const openingList = remembered(
  (thisYear: number): Query<ListRows> =>
    (reader) =>
      listOf(reader, (years) => openingYear(years, thisYear)),
);

const openingYear = (years: ListRows['years'], thisYear: number): number => {
  if (years.has(thisYear)) return thisYear;
  const known = [...years.keys()].filter((year) => year !== null);
  return known.length === 0 ? thisYear : Math.max(...known);
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

/** What is open in a case, for its end to settle. */
export type OpenRows = {
  readonly actions: readonly ActionRow[];
  /** Planned and postponed ones, by time. */
  readonly meetings: readonly MeetingRow[];
  readonly rounds: readonly RoundRow[];
  /** Held meetings whose record is still owed. */
  readonly owed: readonly MeetingRow[];
};

export const openRows =
  (id: CaseId): Query<OpenRows> =>
  async (reader) => {
    const document = caseDocument(id);
    const [found, notes] = await Promise.all([
      reader.each({ actions, meetings, rounds }, [document]),
      reader.notes([document]),
    ]);
    const sorted = inTime(found.meetings);
    const written = new Set(notes.flatMap((note) => (note.text === '' ? [] : [note.id])));
    return {
      actions: found.actions.filter(isUnfinished),
      meetings: sorted.filter(({ state }) => state === 'planned' || state === 'postponed'),
      rounds: found.rounds,
      owed: owedMeetings({ meetings: sorted, rounds: found.rounds, notes: written }),
    };
  };

/** Two cases side by side, one of which may take along what the other has. */
export type TakingRows = {
  readonly before: YearRecord;
  /** Null while the case is not made yet. */
  readonly own: YearRecord | null;
  readonly roadmap: { readonly home: CaseId; readonly shownBy: readonly CaseId[] };
};

/** @param id NO_ID for a case that is not made yet */
export const takingRows =
  (from: CaseId, id: CaseId): Query<TakingRows | undefined> =>
  async (reader) => {
    const recordOf = async (each: CaseId): Promise<YearRecord | undefined> => {
      const document = caseDocument(each);
      const row = await reader.one(cases, document, each);
      if (row === undefined) return undefined;
      const [own, shown] = await Promise.all([
        reader.each({ supporters: caseSupporters, actions }, [document]),
        reader.of(lanes, [caseDocument(roadmapHomeOf(row))]),
      ]);
      return { case: row, ...own, lanes: shown.length };
    };
    const [before, own] = await Promise.all([
      from === NO_ID ? undefined : recordOf(from),
      id === NO_ID ? undefined : recordOf(id),
    ]);
    if (before === undefined || (id !== NO_ID && own === undefined)) return undefined;
    const home = roadmapHomeOf(before.case);
    const siblings = await reader.where(cases, 'municipalityCode', [before.case.municipalityCode]);
    const shownBy = siblings.filter((row) => roadmapHomeOf(row) === home).map((row) => row.id);
    return { before, own: own ?? null, roadmap: { home, shownBy } };
  };

/** The years of a case's municipality, seen from that case. */
const yearsAround = async (reader: Reader, row: CaseRow): Promise<CaseYears> => {
  const { municipalityCode, continuesCase } = row;
  const [siblings, linked] = await Promise.all([
    reader.where(cases, 'municipalityCode', [municipalityCode]),
    continuesCase === NO_ID ? [] : reader.withBinned(cases, [caseDocument(continuesCase)]),
  ]);
  return yearsOf(row, [...siblings, ...linked]);
};

/** Null where there is no such case in use. */
export const caseYears = remembered(
  (id: CaseId): Query<CaseYears | null> =>
    async (reader) => {
      const row = await reader.one(cases, caseDocument(id), id);
      return row === undefined ? null : yearsAround(reader, row);
    },
);

export type CaseHead = {
  readonly row: CaseRow;
  readonly municipality: MunicipalityRow | undefined;
  readonly years: CaseYears;
  /** Present names of the office's themes by id. */
  readonly themeNames: ReadonlyMap<string, string>;
  /** Who was, is and will be in charge. */
  readonly assignments: readonly AssignmentRow[];
};

/** What stands above a case's pages; undefined where there is no such case in use. */
export const caseHead = remembered(
  (id: CaseId): Query<CaseHead | undefined> =>
    async (reader) => {
      const row = await reader.one(cases, caseDocument(id), id);
      if (row === undefined) return undefined;
      const [municipality, themeRows, years, own] = await Promise.all([
        reader.one(municipalities, OFFICE, row.municipalityCode),
        reader.all(themes),
        yearsAround(reader, row),
        reader.of(assignments, [caseDocument(id)]),
      ]);
      return { row, municipality, years, themeNames: themeNames(themeRows), assignments: own };
    },
);

export const themeNames = (rows: readonly ThemeRow[]): ReadonlyMap<string, string> =>
  new Map(rows.map((theme) => [theme.id, theme.name]));
