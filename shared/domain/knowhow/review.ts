import type { Day } from '../../dates/types.ts';
import { isPartialDate } from '../../dates/types.ts';
import type { KnowHowRow } from '../office/know-how.ts';
import { isPast } from '../record/row-values.ts';

/** まだ有効か: whether nobody has said so for more than a year, or ever. */
export const isReviewDue = (
  { confirmedOn }: Pick<KnowHowRow, 'confirmedOn'>,
  today: Day,
): boolean =>
  confirmedOn === '' || !isPartialDate(confirmedOn) || isPast(confirmedOn, yearBefore(today));

/** The same day of the year before: of 29 February a day that is only compared. */
const yearBefore = (today: Day): string =>
  `${String(Number(today.slice(0, 4)) - 1).padStart(4, '0')}${today.slice(4)}`;
