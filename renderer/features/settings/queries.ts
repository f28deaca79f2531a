import type { Query } from '#data/records/query.ts';
import { dayOfEpoch } from '#shared/dates/calendar.ts';
import { formatDay, formatFiscalYear } from '#shared/dates/format.ts';
import { isFiscalYear } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type CaseRow, cases, PROGRAMME_NAMES } from '#shared/domain/case/case.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** A case in the bin. */
export type BinnedCase = {
  readonly id: CaseId;
  readonly name: string;
  /** 令和4年度・国の伴走支援 */
  readonly note: string;
  /** 令和5年1月19日(木), in Japan. */
  readonly deletedOn: string;
};

/** Cases in the bin among these documents, the latest first. */
export const binnedCases =
  (documents: readonly DocumentId[]): Query<readonly BinnedCase[]> =>
  async (reader) => {
    const rows = await Promise.all(documents.map((document) => reader.binned(cases, document)));
    return rows
      .flat()
      .toSorted((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1))
      .map(binnedCase);
  };

/** Minutes ahead of UTC. */
const JAPAN = 540;

const binnedCase = (row: CaseRow): BinnedCase => ({
  id: row.id as CaseId,
  name: row.municipalityName || '（市町村名なし）',
  note: [
    row.fiscalYear !== null && isFiscalYear(row.fiscalYear)
      ? formatFiscalYear(row.fiscalYear)
      : '年度未入力',
    PROGRAMME_NAMES[row.programme],
  ].join('・'),
  deletedOn: formatDay(dayOfEpoch(Date.parse(row.deletedAt) || 0, JAPAN)),
});
