import type { Query } from '#data/records/query.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';

/** Cases of all years: their digests hold what is promised and not kept yet. */
export const promiseRows: Query<readonly CaseDigest[]> = (reader) => reader.digests('all');
