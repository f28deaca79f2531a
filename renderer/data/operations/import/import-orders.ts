import type { MeetingRow } from '#shared/domain/meeting/meeting.ts';
import { ordersBetween } from '../../records/order.ts';

/**
 * Order keys for the new meetings of a table, so that those known only to the month keep the place
 * that they have in the table, also between meetings that were there before.
 * @param rows for each row the ids of the meetings that it repeats; empty for a new one
 * @returns a key for each new row, undefined for the others
 */
export const importOrders = (
  rows: readonly (readonly string[])[],
  meetings: ReadonlyMap<string, MeetingRow>,
): readonly (string | undefined)[] => {
  const known = [...meetings.values()].map(({ order }) => order).sort();
  const orders: (string | undefined)[] = rows.map(() => undefined);
  let before: string | undefined;
  let start = 0;
  while (start < rows.length) {
    const repeated = rows[start] ?? [];
    if (repeated.length > 0) {
      const fixed = lastOrder(repeated, meetings);
      if (fixed !== undefined && (before === undefined || fixed > before)) before = fixed;
      start += 1;
      continue;
    }
    const found = rows.findIndex((ids, index) => index > start && ids.length > 0);
    const end = found === -1 ? rows.length : found;
    const next = found === -1 ? undefined : firstOrder(rows[found] ?? [], meetings);
    const from =
      before ?? (next === undefined ? known.at(-1) : known.findLast((key) => key < next));
    const to =
      next !== undefined && (from === undefined || next > from)
        ? next
        : known.find((key) => from !== undefined && key > from);
    for (const [index, key] of ordersBetween(from, to, end - start).entries()) {
      orders[start + index] = key;
    }
    before = orders[end - 1] ?? before;
    start = end;
  }
  return orders;
};

const ordersOf = (
  ids: readonly string[],
  meetings: ReadonlyMap<string, MeetingRow>,
): readonly string[] => ids.flatMap((id) => meetings.get(id)?.order || []).sort();

const firstOrder = (ids: readonly string[], meetings: ReadonlyMap<string, MeetingRow>) =>
  ordersOf(ids, meetings)[0];

const lastOrder = (ids: readonly string[], meetings: ReadonlyMap<string, MeetingRow>) =>
  ordersOf(ids, meetings).at(-1);
