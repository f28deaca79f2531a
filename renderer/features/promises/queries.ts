import type { Query } from '#data/records/query.ts';
import { lasting } from '#data/records/remembered.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { isUnfinished } from '#shared/domain/meeting/action.ts';
import { type ActionRow, actions } from '#shared/domain/meeting/meeting.ts';

export type PromiseRows = {
  /** Of all years: they hold what is promised and not kept yet. */
  readonly cases: readonly CaseDigest[];
  /** What is done or given up, where somebody asks for it. */
  readonly settled: readonly ActionRow[];
};

/** What was promised in cases of all years and is not kept yet. */
export const promiseRows: Query<PromiseRows> = lasting(async (reader) => ({
  cases: await reader.digests('all'),
  settled: [],
}));

/** The same with what is settled: of an office of ten years that is a hundred times as much. */
export const allPromiseRows: Query<PromiseRows> = async (reader) => {
  const [cases, rows] = await Promise.all([reader.digests('all'), reader.all(actions)]);
  return { cases, settled: rows.filter((row) => !isUnfinished(row)) };
};
