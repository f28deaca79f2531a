import type { Query, Reader } from '#data/records/query.ts';
import { remembered } from '#data/records/remembered.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import type { ConflictRows } from './model.ts';

/** Conflicts of one document, and the rows by which its records are named. */
export const conflictRows = remembered(
  (document: DocumentId): Query<ConflictRows> =>
    async (reader) => {
      const conflicts = await reader.conflicts([document]);
      if (conflicts.length === 0)
        return { conflicts, records: new Map(), rounds: [], meetings: [] };
      const records = await namedRecords(reader, document, conflicts);
      if (document === OFFICE) return { conflicts, records, rounds: [], meetings: [] };
      const [allRounds, allMeetings] = await Promise.all([
        reader.withBinned(rounds, [document]),
        reader.withBinned(meetings, [document]),
      ]);
      return { conflicts, records, rounds: allRounds, meetings: allMeetings };
    },
);

const namedRecords = async (
  reader: Reader,
  document: DocumentId,
  conflicts: readonly Conflict[],
): Promise<ConflictRows['records']> => {
  const names = new Set(conflicts.map(({ collection }) => collection));
  const found = COLLECTIONS.filter(({ name }) => names.has(name)).map(
    async (collection: Collection) =>
      [collection.name, await reader.withBinned(collection, [document])] as const,
  );
  const records = new Map<string, Readonly<Record<string, unknown>>>();
  for (const [name, rows] of await Promise.all(found)) {
    for (const row of rows) records.set(`${name} ${row.id}`, row);
  }
  return records;
};

/** A case with something to decide. */
export type ConflictingCase = {
  readonly id: CaseId;
  /** 益城町（令和4年度） */
  readonly name: string;
  readonly count: number;
};

/** Cases with something to decide, those with the most first. */
export const conflictingCases: Query<readonly ConflictingCase[]> = async (reader) => {
  const counts = new Map<string, number>();
  for (const { document } of await reader.allConflicts()) {
    counts.set(document, (counts.get(document) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const found = (await reader.all(cases)).flatMap((row): readonly ConflictingCase[] => {
    const count = counts.get(row.document) ?? 0;
    if (count === 0) return [];
    const year = fiscalYearOfCase(row);
    const when = year === null ? '' : `（${formatFiscalYear(year)}）`;
    return [{ id: row.id as CaseId, name: `${row.municipalityName}${when}`, count }];
  });
  return found.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
};
