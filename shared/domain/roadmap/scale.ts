import { formatFiscalYear } from '../../dates/format.ts';
import {
  firstSlotOf,
  fiscalYearOfSlot,
  monthOfSlot,
  SLOTS_PER_MONTH,
  type Slot,
  slot,
  slotOfMonth,
} from '../../dates/thirds.ts';
import { type FiscalYear, fiscalYear } from '../../dates/types.ts';
import type { Roadmap } from './model.ts';

export const ZOOMS = ['year', 'quarter', 'month'] as const;
export type Zoom = (typeof ZOOMS)[number];
export const ZOOM_NAMES: Readonly<Record<Zoom, string>> = {
  year: '年度',
  quarter: '四半期',
  month: '月',
};

/** One column of the chart: a month, a quarter, or a whole fiscal year. */
export type Column = {
  readonly start: Slot;
  /** How many slots it holds: 3, 9 or up to 36. */
  readonly slots: number;
  readonly year: FiscalYear;
  /** 4月, 4～6月, or 年間 where a year stands in one column. */
  readonly label: string;
  readonly isWholeYear: boolean;
};

/** A header over neighbouring columns of one fiscal year. */
export type YearHeader = {
  readonly year: FiscalYear;
  readonly label: string;
  readonly firstColumn: number;
  readonly columns: number;
  readonly isFolded: boolean;
};

/**
 * How time becomes place. All columns are equally wide, and each counts three units, the synthetic
 * calendar's days: in a month's column a unit is a third of the month, in a coarser one a third of it.
 */
export type Scale = {
  readonly columns: readonly Column[];
  readonly years: readonly YearHeader[];
  readonly start: Slot;
  /** The slot behind the last one shown. */
  readonly end: Slot;
};

export const UNITS_PER_COLUMN = 3;

const COLUMN_MONTHS: Readonly<Record<Exclude<Zoom, 'year'>, number>> = { month: 1, quarter: 3 };

/** The scale of a roadmap's period at a zoom. A folded year takes one column at any zoom. */
export const scaleOf = (
  { firstMonth, lastMonth, foldedYears }: Pick<Roadmap, 'firstMonth' | 'lastMonth' | 'foldedYears'>,
  zoom: Zoom,
): Scale => {
  const start = slotOfMonth(firstMonth);
  const end = slot(slotOfMonth(lastMonth) + SLOTS_PER_MONTH);
  const columns: Column[] = [];
  const years: YearHeader[] = [];
  for (let from = start; from < end; ) {
    const year = fiscalYearOfSlot(from);
    const yearEnd = Math.min(end, firstSlotOf(fiscalYear(year + 1)));
    const isFolded = foldedYears.includes(year);
    const firstColumn = columns.length;
    if (zoom === 'year' || isFolded) {
      columns.push({ start: from, slots: yearEnd - from, year, label: '年間', isWholeYear: true });
    } else columns.push(...columnsOf(from, slot(yearEnd), year, COLUMN_MONTHS[zoom]));
    years.push({
      year,
      label: formatFiscalYear(year),
      firstColumn,
      columns: columns.length - firstColumn,
      isFolded,
    });
    from = slot(yearEnd);
  }
  return { columns, years, start, end };
};

const columnsOf = (from: Slot, end: Slot, year: FiscalYear, months: number): readonly Column[] => {
  const first = firstSlotOf(year);
  const width = months * SLOTS_PER_MONTH;
  const found: Column[] = [];
  for (let at = from; at < end; ) {
    // Quarters keep to April, July, October and January also where the period begins within one.
    const next = slot(Math.min(end, first + (Math.floor((at - first) / width) + 1) * width));
    const [a, b] = [monthNumber(at), monthNumber(slot(next - 1))];
    const label = a === b ? `${a}月` : `${a}～${b}月`;
    found.push({ start: at, slots: next - at, year, label, isWholeYear: false });
    at = next;
  }
  return found;
};

const monthNumber = (at: Slot): number => Number(monthOfSlot(at).slice(5));

/** Whether two scales put everything in the same place. */
export const isSameScale = (a: Scale, b: Scale): boolean =>
  a === b ||
  (a.end === b.end &&
    a.columns.length === b.columns.length &&
    a.columns.every(({ start }, index) => start === b.columns[index]?.start) &&
    a.years.every(({ isFolded }, index) => isFolded === b.years[index]?.isFolded));

/** The column that holds a slot or a place between two; the nearest one outside the period. */
const columnIndexAt = (scale: Scale, position: number): number => {
  let [low, high] = [0, scale.columns.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const column = scale.columns[middle];
    if (column && column.start <= position) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Units from the left edge to a slot's beginning, or to a fraction within it. Clamped to the period. */
export const unitAt = (scale: Scale, position: number): number => {
  const index = columnIndexAt(scale, position);
  const column = scale.columns[index];
  if (!column) return 0;
  const within = Math.min(1, Math.max(0, (position - column.start) / column.slots));
  return (index + within) * UNITS_PER_COLUMN;
};
