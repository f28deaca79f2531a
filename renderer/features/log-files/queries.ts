import type { Query } from '#data/records/query.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';

/** All cases, those in the bin too: their files are there. */
export const casesQuery: Query<readonly CaseRow[]> = (reader) => reader.everyRow(cases);
