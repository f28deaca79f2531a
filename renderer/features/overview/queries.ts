import type { Query } from '#data/records/query.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import {
  type CaseRow,
  type CaseSupporterRow,
  caseSupporters,
  cases,
  type YearNoteRow,
  yearNotes,
} from '#shared/domain/case/case.ts';
import { type FollowUpRow, followUps } from '#shared/domain/case/follow-up.ts';
import {
  type FigureRow,
  figures,
  type OrganizationRow,
  organizations,
  type PersonRow,
  type PostRow,
  people,
  posts,
} from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

export type OverviewRows = {
  readonly case: CaseRow;
  readonly supporters: readonly CaseSupporterRow[];
  readonly yearNotes: readonly YearNoteRow[];
  /** All that the office knows, to pick from. */
  readonly organizations: readonly OrganizationRow[];
  readonly people: readonly PersonRow[];
  readonly posts: readonly PostRow[];
  readonly figures: readonly FigureRow[];
  /** What was noted after its end. */
  readonly followUps: readonly FollowUpRow[];
  /** Whether a later case goes on with it. */
  readonly isContinued: boolean;
};

/** What the 概要 of a case is made of; undefined where there is no such case in use. */
export const overviewRows =
  (id: CaseId): Query<OverviewRows | undefined> =>
  async (reader) => {
    const document = caseDocument(id);
    const row = await reader.one(cases, document, id);
    if (row === undefined) return undefined;
    const [supporters, notes, checks, siblings, office, figureRows] = await Promise.all([
      reader.of(caseSupporters, [document]),
      reader.of(yearNotes, [document]),
      reader.of(followUps, [document]),
      reader.where(cases, 'municipalityCode', [row.municipalityCode]),
      reader.each({ organizations, people, posts }, [OFFICE]),
      reader.where(figures, 'municipality', [row.municipalityCode]),
    ]);
    return {
      case: row,
      supporters,
      yearNotes: notes,
      ...office,
      figures: figureRows,
      followUps: checks,
      isContinued: siblings.some(({ continuesCase }) => continuesCase === id),
    };
  };
