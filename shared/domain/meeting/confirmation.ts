import { defineCollection, type Row } from '../record/collection.ts';
import { hidden, line, order, reference } from '../record/field.ts';
import { compareTexts, isLive } from '../record/row-values.ts';

/**
 * 記録の確定: that somebody declared a meeting's record to be right, and what it said then.
 * The record may be edited later on; what has changed since is found by comparing.
 */
export const confirmations = defineCollection({
  name: 'confirmations',
  home: 'case',
  what: '記録の確定',
  within: 'meeting',
  fields: {
    meeting: reference('会合', 'meetings'),
    /** The name of who confirmed it. */
    by: line('確定した人'),
    /** When (ISO time). */
    at: hidden('確定した日時'),
    /** What was confirmed: a `RecordFacts` as JSON. */
    snapshot: hidden('確定した内容'),
    order: order(),
  },
});
export type ConfirmationRow = Row<typeof confirmations>;

/**
 * The confirmation that stands for each meeting, by the meeting's id: the latest in use. Two devices
 * may have confirmed one record; ids decide where the times are equal.
 */
export const confirmationsInForce = (
  rows: readonly ConfirmationRow[],
): ReadonlyMap<string, ConfirmationRow> =>
  new Map(
    rows
      .filter(isLive)
      .toSorted((a, b) => compareTexts(a.at, b.at) || compareTexts(a.id, b.id))
      .map((row) => [row.meeting, row]),
  );
