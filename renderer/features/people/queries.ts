import type { Query, Reader } from '#data/records/query.ts';
import { lasting } from '#data/records/remembered.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { caseSupporters, cases } from '#shared/domain/case/case.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import {
  type AttendanceRow,
  attendances,
  type MeetingRow,
  meetings,
  programmeItems,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import type { WhoKind } from '#shared/domain/office/merged-fields.ts';
import {
  type MunicipalityRow,
  municipalities,
  type OrganizationRow,
  organizations,
  type PersonRow,
  type PostRow,
  people,
  posts,
} from '#shared/domain/office/office.ts';
import type { Collection, Row } from '#shared/domain/record/collection.ts';
import { type Referring, referencesTo } from '#shared/domain/references.ts';
import type { TraceRows } from './traces.ts';

/** What the office knows of people and bodies. */
export type OfficeRows = {
  readonly organizations: readonly OrganizationRow[];
  readonly people: readonly PersonRow[];
  readonly posts: readonly PostRow[];
  readonly municipalities: readonly MunicipalityRow[];
};

export const officeRows: Query<OfficeRows> = lasting((reader) =>
  reader.each({ organizations, people, posts, municipalities }, [OFFICE]),
);

/** Cases of all years: their digests hold the promises that are not kept yet. */
export const openActions: Query<readonly CaseDigest[]> = (reader) => reader.digests('all');

/** Where somebody was, what they advised and which cases they support, in all cases. */
export const personTraces =
  (id: string): Query<TraceRows> =>
  async (reader) => {
    const [came, items, supporters] = await Promise.all([
      reader.where(attendances, 'person', [id]),
      reader.where(programmeItems, 'person', [id]),
      reader.where(caseSupporters, 'person', [id]),
    ]);
    return withCases(reader, { attendances: came, items, supporters }, []);
  };

/** The same of a body: its own lines, and those of whoever ever belonged to it. */
export const organizationTraces =
  (id: string): Query<TraceRows> =>
  async (reader) => {
    const [own, members, supporters, all] = await Promise.all([
      reader.where(attendances, 'organization', [id]),
      reader.where(posts, 'organization', [id]),
      reader.where(caseSupporters, 'organizationId', [id]),
      reader.all(meetings),
    ]);
    const persons = [...new Set<string>(members.map(({ person }) => person))].filter(Boolean);
    const [theirs, items] = await Promise.all([
      reader.where(attendances, 'person', persons),
      reader.where(programmeItems, 'person', persons),
    ]);
    const came = new Map<string, AttendanceRow>(
      [...own, ...theirs].map((row) => [`${row.document} ${row.id}`, row]),
    );
    const supported = all.filter((row) => row.supporters.some((member) => member.id === id));
    return withCases(reader, { attendances: [...came.values()], items, supporters }, supported);
  };

/** The rows of a collection that may refer to somebody. */
export type ReferringRows = {
  readonly referring: Referring;
  readonly rows: readonly Row<Collection>[];
};

/** All rows of collections that may refer to a person or a body, those in the bin and of binned cases too. */
export const referringRows =
  (kind: WhoKind): Query<readonly ReferringRows[]> =>
  (reader) =>
    Promise.all(
      referencesTo(kind).map(async (referring) => ({
        referring,
        rows: await reader.everyRow(referring.collection),
      })),
    );

/** The cases, meetings and rounds that lines are of; what is of a case in the bin is left out. */
const withCases = async (
  reader: Reader,
  lines: Pick<TraceRows, 'attendances' | 'items' | 'supporters'>,
  supported: readonly MeetingRow[],
): Promise<TraceRows> => {
  const { attendances: came, items, supporters } = lines;
  const documents = [...came, ...items, ...supporters, ...supported].map(
    // A row of a case names the case's document.
    ({ document }) => document as DocumentId,
  );
  const found = await reader.each({ cases, meetings, rounds }, [...new Set(documents)]);
  return { ...lines, ...found, supported };
};
