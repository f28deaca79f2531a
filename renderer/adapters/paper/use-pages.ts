import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Table, TableRow } from '#shared/domain/tables/table.ts';
import { measure, splitTallRows } from './measure.ts';
import { type Measured, type PageRange, paginate } from './paginate.ts';
import { loadingPictures, onceLoaded } from './pictures-loaded.ts';
import type { Sheet } from './sheet.ts';

export type Pages = {
  readonly table: Table;
  readonly sheet: Sheet;
  /** The size of the letters, as a share of the usual one. */
  readonly letters: number;
  readonly rows: readonly TableRow[];
  readonly ranges: readonly PageRange[];
};

type Laid = {
  /** Goes to the hidden copy of the table. */
  readonly host: RefObject<HTMLDivElement | null>;
  /** The rows that the hidden copy has to show. */
  readonly rows: readonly TableRow[];
  /** The size of its letters. */
  readonly letters: number;
  /** The pages of this table on this sheet; those of before while new ones are laid out. */
  readonly pages: Pages | undefined;
};

/** One way to lay the table out, as it is being tried. */
type Attempt = {
  readonly table: Table;
  readonly sheet: Sheet;
  readonly isFitted: boolean;
  readonly letters: number;
  readonly rows: readonly TableRow[];
  /** One sheet cannot hold it even with the smallest letters: it is laid out with the usual ones. */
  readonly isGivenUp: boolean;
};

/**
 * Lays a table out on sheets of paper, by measuring a hidden copy of it at the paper's width.
 * @param smallest the size of the smallest letters that may spare a sheet, as a share of the usual one
 */
export const usePages = (table: Table, sheet: Sheet, isFitted: boolean, smallest: number): Laid => {
  const host = useRef<HTMLDivElement>(null);
  const fonts = useFontsLoaded();
  const [pictures, setPictures] = useState(0);
  const [tried, setTried] = useState<Attempt>();
  const [pages, setPages] = useState<Pages>();
  const isTried = tried?.table === table && tried.sheet === sheet && tried.isFitted === isFitted;
  const rows = isTried ? tried.rows : table.body;
  const letters = isTried ? tried.letters : 1;
  const isGivenUp = isTried && tried.isGivenUp;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other fonts and pictures give other heights
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const waiting = loadingPictures(host.current);
    if (waiting.length > 0) return onceLoaded(waiting, () => setPictures((before) => before + 1));
    const attempt = { table, sheet, isFitted, letters, rows, isGivenUp };
    const measured = measure(host.current);
    const step = nextStep(measured, attempt, smallest);
    if (step !== null) {
      setTried({ ...attempt, ...step });
      return undefined;
    }
    const { height } = sheet.content;
    const room = height - measured.caption - measured.head;
    const pieces = splitTallRows(host.current, table, rows, room);
    if (pieces) setTried({ ...attempt, rows: pieces });
    else setPages({ table, sheet, letters, rows, ranges: paginate(measured, height) });
    return undefined;
  }, [table, sheet, isFitted, letters, rows, isGivenUp, fonts, pictures, smallest]);

  return { host, rows, letters, pages };
};

/** 10.5 pt become 8.4 pt, which staff still read. */
export const USUAL_SMALLEST = 0.8;
const STEP = 0.05;

/** Smaller letters where one sheet may hold all then; the usual ones again where not even the smallest do. */
const nextStep = (
  { caption, head, rows, blocks }: Measured,
  { sheet, isFitted, letters, isGivenUp }: Attempt,
  smallest: number,
): Pick<Attempt, 'letters' | 'isGivenUp'> | null => {
  if (!isFitted || isGivenUp) return null;
  const height = [caption, head, ...rows, ...blocks].reduce((sum, each) => sum + each, 0);
  if (height <= sheet.content.height) return null;
  const smaller = Math.round((letters - STEP) * 100) / 100;
  // Letters half as large take a quarter of the room: what is far too high need not be tried.
  const isHopeless = height * (smallest / letters) ** 2 > sheet.content.height * 1.1;
  if (smaller < smallest || isHopeless) return { letters: 1, isGivenUp: true };
  return { letters: smaller, isGivenUp: false };
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
