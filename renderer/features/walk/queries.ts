import type { Query } from '#data/records/query.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { type AssignmentRow, assignments } from '#shared/domain/case/assignment.ts';
import {
  type CaseRow,
  type CaseSupporterRow,
  caseSupporters,
  cases,
} from '#shared/domain/case/case.ts';
import { CASE_RECORD, type CaseRecordRows } from '#shared/domain/meeting/case-record.ts';
import { type KnowHowRow, knowHows } from '#shared/domain/office/know-how.ts';
import {
  type OrganizationRow,
  organizations,
  type PersonRow,
  type PostRow,
  people,
  posts,
} from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** What a walk through a case is drawn from. */
export type WalkRows = CaseRecordRows & {
  readonly case: CaseRow;
  readonly supporters: readonly CaseSupporterRow[];
  readonly assignments: readonly AssignmentRow[];
  readonly people: readonly PersonRow[];
  readonly posts: readonly PostRow[];
  readonly organizations: readonly OrganizationRow[];
  /** What was learnt in this case. */
  readonly lessons: readonly KnowHowRow[];
  /** Ids of the meetings whose note holds any text. */
  readonly notes: ReadonlySet<string>;
  /** What notes say, by the id of their meeting. */
  readonly noteTexts: ReadonlyMap<string, string>;
};

/** Undefined where there is no such case in use. */
export const walkRows =
  (id: CaseId): Query<WalkRows | undefined> =>
  async (reader) => {
    const document = caseDocument(id);
    const row = await reader.one(cases, document, id);
    if (row === undefined) return undefined;
    const own = { ...CASE_RECORD, supporters: caseSupporters, assignments };
    const [found, office, notes] = await Promise.all([
      reader.each(own, [document]),
      reader.each({ people, posts, organizations, knowHows }, [OFFICE]),
      reader.notes([document]),
    ]);
    const { knowHows: lessons, ...known } = office;
    return {
      ...found,
      ...known,
      case: row,
      lessons: lessons.filter(({ sourceCase }) => sourceCase === id),
      notes: new Set(notes.flatMap((note) => (note.text === '' ? [] : [note.id]))),
      noteTexts: new Map(notes.map((note) => [note.id, note.today ?? note.text])),
    };
  };
