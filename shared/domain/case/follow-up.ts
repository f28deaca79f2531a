import { addMonths, fiscalYearOf, monthOf } from '../../dates/calendar.ts';
import { type Day, isPartialDate, type Month, month } from '../../dates/types.ts';
import { defineCollection, type Row } from '../record/collection.ts';
import { choice, line, paragraph, partialDate, SENTENCE_LIMIT } from '../record/field.ts';
import type { Id } from '../record/ids.ts';
import { fiscalYearOfCase } from '../record/row-values.ts';
import type { CaseRow } from './case.ts';

/** Months after a case's end at which staff look what became of it. */
export const FOLLOW_UPS = ['6', '12', '24'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];
export const FOLLOW_UP_NAMES: Readonly<Record<FollowUp, string>> = {
  '6': '6か月後',
  '12': '12か月後',
  '24': '24か月後',
};

const FOLLOW_UP_STATES = ['open', 'done', 'skipped'] as const;

/** その後の確認: what somebody found some months after the end. There is one record for each time. */
export const followUps = defineCollection({
  name: 'followUps',
  home: 'case',
  what: 'その後の確認',
  fields: {
    after: choice('時期', FOLLOW_UPS, '6', FOLLOW_UP_NAMES),
    state: choice('状態', FOLLOW_UP_STATES, 'open', {
      open: 'まだ',
      done: '確認した',
      skipped: '見送り',
    }),
    doneOn: partialDate('確認した日', { example: '例：R5.9.12' }),
    seen: paragraph('分かったこと', {
      limit: 2000,
      example: '例：3事業所に広がり、町だけで続いている',
    }),
    reason: line('見送る理由', { limit: SENTENCE_LIMIT, example: '例：次の事業で支援が続くため' }),
  },
});
export type FollowUpRow = Row<typeof followUps>;

/** Two desks that note the same check write the same record. */
export const followUpId = (after: FollowUp): Id<'followUps'> => `after${after}` as Id<'followUps'>;

type Ending = Pick<CaseRow, 'endedOn' | 'fiscalYear'>;

/** The month in which the support ended: as it was said, else the last of a year that is over; null while it goes on. */
export const endMonthOf = (head: Ending, today: Day): Month | null => {
  const { endedOn } = head;
  if (endedOn !== '') return isPartialDate(endedOn) ? monthOf(endedOn) || null : null;
  const year = fiscalYearOfCase(head);
  return year !== null && year < fiscalYearOf(today) ? month(`${year + 1}-03`) : null;
};

/** A check and the month from which on it is due. */
export type PlannedFollowUp = { readonly after: FollowUp; readonly due: Month };

export const plannedFollowUps = (head: Ending, today: Day): readonly PlannedFollowUp[] => {
  const end = endMonthOf(head, today);
  if (end === null) return [];
  return FOLLOW_UPS.map((after) => ({ after, due: addMonths(end, Number(after)) }));
};

/** A check that nobody made within so many months asks no more. */
const ASKED_MONTHS = 12;

/**
 * The check that a case asks for: the last that is due, unless somebody has noted it. An earlier one that was
 * passed over asks no more, nor does one that is long past.
 */
export const askedFollowUp = (
  head: Ending,
  noted: readonly FollowUp[],
  today: Day,
): PlannedFollowUp | null => {
  const now = monthOf(today);
  const last = plannedFollowUps(head, today).findLast(({ due }) => due <= now);
  if (last === undefined || noted.includes(last.after)) return null;
  return addMonths(last.due, ASKED_MONTHS) < now ? null : last;
};
