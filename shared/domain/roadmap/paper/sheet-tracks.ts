import { endSlotOf, positionOf, startSlotOf } from '../../../dates/thirds.ts';
import type { Day } from '../../../dates/types.ts';
import { markText, signOf } from '../layout/layout-labels.ts';
import type { Bar, Lane, Milestone, Roadmap } from '../model.ts';
import { isOverdue } from '../overdue.ts';
import type { Scale } from '../scale.ts';
import { emWidth } from './text-width.ts';

/** A bar or milestone in the columns of a worksheet, counted from the first month. */
export type SheetItem = {
  readonly text: string;
  readonly from: number;
  readonly columns: number;
  /** How many columns its text takes behind it, where it has no room within. */
  readonly beside: number;
  readonly content:
    | { readonly kind: 'bar'; readonly bar: Bar }
    | { readonly kind: 'mark'; readonly milestone: Milestone };
  readonly lines: number;
};

/** A month's column holds so many full-width letters. */
export const COLUMN_LETTERS = 2.2;
const MOST_LINES = 4;

/** A lane's things in rows, so that no two share a cell. */
export const tracksOf = (
  roadmap: Roadmap,
  lane: Lane,
  scale: Scale,
  today: Day | null,
): readonly (readonly SheetItem[])[] => {
  const items = [
    ...roadmap.bars.filter((bar) => bar.lane === lane.id).map((bar) => barItem(bar, scale, today)),
    ...roadmap.milestones
      .filter((milestone) => milestone.lane === lane.id)
      .map((milestone) => markItem(milestone, scale)),
  ]
    .filter((item) => item !== null)
    .sort((a, b) => a.from - b.from);
  const tracks: SheetItem[][] = [];
  for (const item of items) {
    const track = tracks.find((one) => endOf(one.at(-1)) <= item.from);
    if (track) track.push(item);
    else tracks.push([item]);
  }
  return tracks.length === 0 ? [[]] : tracks;
};

const endOf = (item: SheetItem | undefined): number =>
  item === undefined ? 0 : item.from + item.columns + item.beside;

/** The column of a place in time; null outside the period. */
const columnAt = ({ columns }: Scale, position: number): number | null => {
  const index = columns.findIndex(
    ({ start, slots }) => position >= start && position < start + slots,
  );
  return index < 0 ? null : index;
};

const barItem = (bar: Bar, scale: Scale, today: Day | null): SheetItem | null => {
  if (bar.span === null) return null;
  const [first, last] = [startSlotOf(bar.span.start), endSlotOf(bar.span.end)];
  if (last < scale.start || first >= scale.end) return null;
  const from = columnAt(scale, Math.max(first, scale.start));
  const to = columnAt(scale, Math.min(last, scale.end - 1));
  if (from === null || to === null) return null;
  const columns = to - from + 1;
  const label = bar.label === '' ? '（名前なし）' : bar.label;
  const text = signOf(bar, today !== null && isOverdue(bar, today), false) + label;
  const letters = columns * COLUMN_LETTERS - 0.4;
  const lines = Math.max(1, Math.ceil(emWidth(text) / letters));
  const beside = Math.ceil(emWidth(text) / COLUMN_LETTERS);
  // A long name beside a short bar, if the table goes on that far.
  const goesBeside = lines > MOST_LINES && to + beside < scale.columns.length;
  return {
    ...{ text, from, columns, content: { kind: 'bar', bar } },
    ...(goesBeside ? { beside, lines: 1 } : { beside: 0, lines }),
  };
};

const markItem = (milestone: Milestone, scale: Scale): SheetItem | null => {
  if (milestone.date === '') return null;
  const from = columnAt(scale, positionOf(milestone.date));
  if (from === null) return null;
  const text = `◆${markText(milestone)}`;
  const beside = Math.min(
    Math.max(0, Math.ceil(emWidth(text) / COLUMN_LETTERS) - 1),
    scale.columns.length - from - 1,
  );
  const letters = (1 + beside) * COLUMN_LETTERS;
  const lines = Math.ceil(emWidth(text) / letters);
  return { text, from, columns: 1, beside, lines, content: { kind: 'mark', milestone } };
};
