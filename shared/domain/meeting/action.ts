import { formatPartialDate } from '../../dates/format.ts';
import { type Day, isPartialDate, type PartialDate } from '../../dates/types.ts';
import { isPast } from '../record/row-values.ts';
import { ACTION_STATE_NAMES, type ActionRow } from './meeting.ts';

/*
 * What an action says of itself, whichever page shows it.
 */

type Stated = Pick<ActionRow, 'state'>;
type Dated = Pick<ActionRow, 'due'>;

/** Whether something is still to be done: 未 or 進行中. */
export const isUnfinished = ({ state }: Stated): boolean => state === 'open' || state === 'going';

/** Its due date, or '' where none is known or nobody can read it. */
export const dueOf = ({ due }: Dated): PartialDate => (isPartialDate(due) ? due : '');

/** R5.1.31; what nobody can read as a date is left out. */
export const dueText = (action: Dated): string => {
  const due = dueOf(action);
  return due === '' ? '' : formatPartialDate(due, 'dotted');
};

/** Whether it should have been done by now. */
export const isLate = (action: Stated & Dated, today: Day): boolean =>
  isUnfinished(action) && isPast(dueOf(action), today);

/** 町・R5.1.31・進行中; nothing for what nobody has said. */
export const actionNote = (action: Pick<ActionRow, 'owner' | 'due' | 'state'>): string =>
  [action.owner, dueText(action), ACTION_STATE_NAMES[action.state]]
    .filter((words) => words !== '')
    .join('・');
