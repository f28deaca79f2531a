import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Table, TableRow } from '#shared/domain/tables/table.ts';
import { measure, splitTallRows } from './measure.ts';
import type { Sheet } from './model.ts';
import { type PageRange, paginate } from './paginate.ts';

export type Pages = {
  readonly table: Table;
  readonly sheet: Sheet;
  readonly rows: readonly TableRow[];
  readonly ranges: readonly PageRange[];
};

type Laid = {
  /** Goes to the hidden copy of the table. */
  readonly host: RefObject<HTMLDivElement | null>;
  /** The rows that the hidden copy has to show. */
  readonly rows: readonly TableRow[];
  /** The pages of this table on this sheet; those of before while new ones are laid out. */
  readonly pages: Pages | undefined;
};

type Split = Omit<Pages, 'ranges'>;

/** Lays a table out on sheets of paper, by measuring a hidden copy of it at the paper's width. */
export const usePages = (table: Table, sheet: Sheet): Laid => {
  const host = useRef<HTMLDivElement>(null);
  const fonts = useFontsLoaded();
  const [split, setSplit] = useState<Split>();
  const [pages, setPages] = useState<Pages>();
  const isSplit = split?.table === table && split.sheet === sheet;
  const rows = isSplit ? split.rows : table.body;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other fonts give other heights
  useLayoutEffect(() => {
    if (host.current === null) return;
    const { height } = sheet.content;
    const measured = measure(host.current);
    const room = height - measured.caption - measured.head;
    const pieces = splitTallRows(host.current, table, rows, room);
    if (pieces) setSplit({ table, sheet, rows: pieces });
    else setPages({ table, sheet, rows, ranges: paginate(measured, height) });
  }, [table, sheet, rows, fonts]);

  return { host, rows, pages };
};

/** Counts up whenever fonts have come in: the letters of a new text are loaded when it is first shown. */
const useFontsLoaded = (): number => {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const onLoaded = (): void => setCount((before) => before + 1);
    document.fonts.addEventListener('loadingdone', onLoaded);
    return () => document.fonts.removeEventListener('loadingdone', onLoaded);
  }, []);
  return count;
};
