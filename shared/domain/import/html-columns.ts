import { attributesOf } from '../../text/markup.ts';
import { COLUMN_LIMIT, ROW_LIMIT } from './grid.ts';
import { type ClassRules, lookOf } from './html-styles.ts';

/** How many columns and rows a cell takes up. */
export type HtmlSpans = {
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly isDrawnAcross: boolean;
};

const spanOf = (text: string | undefined): number =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : 1;

/** A row span of 0 goes to the end. */
export const spansOf = (raw: string, isDrawnAcross: boolean): HtmlSpans => {
  const found = attributesOf(raw);
  const colSpan = Math.max(1, spanOf(found.get('colspan')));
  const rowSpan = spanOf(found.get('rowspan')) || ROW_LIMIT;
  return { colSpan, rowSpan, isDrawnAcross: isDrawnAcross && colSpan > 1 };
};

/** Knows which cells of a table stand in columns that are not shown (a `col` with display:none). */
export const createHtmlColumns = () => {
  const hidden = new Set<number>();
  /** For each column, in how many rows below a cell of above still stands. */
  const taken = new Map<number, number>();
  let told = 0;
  let at = 0;
  return {
    column: (raw: string, rules: ClassRules): void => {
      const span = Math.min(spanOf(attributesOf(raw).get('span')), COLUMN_LIMIT);
      const isHidden = lookOf('col', raw, rules).isHidden;
      for (let more = 0; more < span && told <= COLUMN_LIMIT; more += 1) {
        if (isHidden) hidden.add(told);
        told += 1;
      }
    },
    row: (): void => {
      at = 0;
    },
    /** @returns whether the cell is not shown */
    cell: ({ colSpan, rowSpan }: HtmlSpans): boolean => {
      if (hidden.size === 0 || at > COLUMN_LIMIT) return false;
      while ((taken.get(at) ?? 0) > 0) {
        taken.set(at, (taken.get(at) ?? 0) - 1);
        at += 1;
      }
      let isHidden = true;
      const end = Math.min(at + colSpan, COLUMN_LIMIT + 1);
      for (let column = at; column < end; column += 1) {
        isHidden &&= hidden.has(column);
        if (rowSpan > 1) taken.set(column, rowSpan - 1);
      }
      at = end;
      return isHidden;
    },
  };
};
