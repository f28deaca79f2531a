import { useEffect, useState } from 'react';
import {
  type Copied,
  type OpenTable,
  openCopiedTable,
  openTableFile,
  type ReadBars,
} from '#adapters/table-source/table-source.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { BarColumn, ChosenColumns } from '#shared/domain/roadmap/pasted/columns.ts';
import type { Problem, Result } from '#shared/result.ts';
import { clip } from '#shared/text/limits.ts';

type Way = { readonly sheet: number | null; readonly chosen: ChosenColumns | null };
const AS_FOUND: Way = { sheet: null, chosen: null };

/** A table to be taken in: copied, or a file. */
export type Given = Copied | File;

/** What the table that was given is called, where it is shown. */
export const nameOfGiven = (given: Given): string =>
  given instanceof File ? `「${clip(given.name, 60)}」` : '貼り付けた表';

/** The bars that a table holds, read in a worker, and how staff want it read. */
export const usePastedRows = (given: Given | null, fiscalYear: FiscalYear | null) => {
  const [table, setTable] = useState<OpenTable | null>(null);
  const [way, setWay] = useState(AS_FOUND);
  const [read, setRead] = useState<ReadBars | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    setTable(null);
    setWay(AS_FOUND);
    setRead(null);
    setProblem(null);
    if (given === null) return;
    const control = new AbortController();
    let open: OpenTable | null = null;
    const { signal } = control;
    const opening =
      given instanceof File ? openTableFile(given, signal) : openCopiedTable(given, signal);
    void opening.then((opened: Result<OpenTable>) => {
      if (!opened.ok) {
        if (!signal.aborted) setProblem(opened.error);
        return;
      }
      open = opened.value;
      if (signal.aborted) open.close();
      else setTable(open);
    });
    return () => {
      control.abort();
      open?.close();
    };
  }, [given]);

  useEffect(() => {
    if (table === null) return;
    let isOver = false;
    void table.readBars({ ...way, fiscalYear }).then((bars) => {
      if (isOver) return;
      setProblem(bars.ok ? null : bars.error);
      // What could be read before stays, so that another table can be chosen.
      if (bars.ok) setRead(bars.value);
    });
    return () => {
      isOver = true;
    };
  }, [table, way, fiscalYear]);

  return {
    read,
    problem,
    sheets: table?.sheets ?? [],
    /** Whether staff have said what columns are. */
    isChosen: way.chosen !== null,
    pickSheet: (sheet: number): void => setWay({ sheet, chosen: null }),
    /** Says what a column is; none is said twice. */
    map: (at: number, field: BarColumn | 'ignore'): void => {
      if (read === null) return;
      const chosen = read.lines.map((line) => {
        if (line.at === at) return [at, field] as const;
        return [line.at, line.field === field ? 'ignore' : line.field] as const;
      });
      setWay({ sheet: read.sheet, chosen });
    },
  };
};

export type PastedReading = ReturnType<typeof usePastedRows>;
