import { isPartialDate, type PartialDate } from '../../dates/types.ts';
import { type CaseRow, ENTRY_NAMES } from './case.ts';

/** How a support began, and when. */
export type Beginning = {
  /** 手挙げ, プッシュ型, 継続 */
  readonly words: string;
  /** '' while unknown. */
  readonly date: PartialDate;
};

/** How the support of a case began; null while nobody has said how. */
export const beginningOf = (row: Pick<CaseRow, 'entry' | 'entryDate'> | null): Beginning | null => {
  if (row === null || row.entry === 'unknown') return null;
  return { words: ENTRY_NAMES[row.entry], date: isPartialDate(row.entryDate) ? row.entryDate : '' };
};
