import { addDays } from '../../dates/calendar.ts';
import { type Day, isPartialDate, type PartialDate } from '../../dates/types.ts';
import { compareKnown, covers } from '../office/post-on.ts';
import { defineCollection, type Row } from '../record/collection.ts';
import { line, order, partialDate, reference } from '../record/field.ts';
import { compareOrder, compareTexts, isLive } from '../record/row-values.ts';

/**
 * 担当の履歴: who of the office was in charge of the case, from when to when. The name stays as it was then. The
 * case's own field 担当 (`section`) says which group it belongs to, and is all that older records have.
 */
export const assignments = defineCollection({
  name: 'assignments',
  home: 'case',
  what: '担当者',
  fields: {
    staff: reference('課の職員', 'staff', { named: 'name' }),
    name: line('担当者', { called: '担当者の名前', isRequired: true }),
    from: partialDate('担当の始まり', { example: '例：R5.4.1' }),
    until: partialDate('担当の終わり', { example: '例：R6.3.31' }),
    order: order(),
  },
});
export type AssignmentRow = Row<typeof assignments>;

/** Those in use by their beginnings, those without one first. */
export const inOrderOfTime = (rows: readonly AssignmentRow[]): readonly AssignmentRow[] =>
  rows.filter(isLive).toSorted((a, b) => compareTexts(a.from, b.from) || compareOrder(a, b));

/** What says who is in charge, and when. */
export type Assignment = Pick<AssignmentRow, 'staff' | 'name' | 'from' | 'until'>;

const dateIn = (value: string): PartialDate => (isPartialDate(value) ? value : '');

/** Whether somebody is in charge on a day; one without a beginning always was, one without an end goes on. */
export const isInCharge = ({ from, until }: Assignment, day: Day): boolean =>
  covers(dateIn(from), dateIn(until), day);

/**
 * Who is in charge on a day: 山田 花子（地域ケア推進班）; what older records have is the group alone.
 * @param section the case's own 担当
 * @param inOrder by their beginnings
 */
export const chargeWords = (section: string, inOrder: readonly Assignment[], day: Day): string => {
  const names = inOrder
    .filter((each) => isInCharge(each, day))
    .map(({ name }) => name)
    .join('、');
  if (names === '') return section;
  return section === '' ? names : `${names}（${section}）`;
};

/** Whether somebody's time was over before a day. */
export const isOverBefore = ({ until }: Assignment, day: Day): boolean =>
  dateIn(until) !== '' && compareKnown(dateIn(until), day) < 0;

/** Whether somebody begins on a day or after it. */
export const beginsFrom = ({ from }: Assignment, day: Day): boolean =>
  dateIn(from) !== '' && compareKnown(dateIn(from), day) >= 0;

/** The last day of one whose successor begins on `day`. */
export const lastDayBefore = (day: Day): Day => addDays(day, -1);
