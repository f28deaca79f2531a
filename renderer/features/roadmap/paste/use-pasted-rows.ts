import { useEffect, useState } from 'react';
import {
  type Copied,
  type OpenTable,
  openCopiedTable,
  type ReadBars,
} from '#adapters/table-source/table-source.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { BarColumn, ChosenColumns } from '#shared/domain/roadmap/pasted/columns.ts';
import type { Problem, Result } from '#shared/result.ts';

type Way = { readonly sheet: number | null; readonly chosen: ChosenColumns | null };
const AS_FOUND: Way = { sheet: null, chosen: null };

/** The bars that a copied table holds, read in a worker, and how staff want it read. */
export const usePastedRows = (copied: Copied | null, fiscalYear: FiscalYear | null) => {
  const [table, setTable] = useState<OpenTable | null>(null);
  const [way, setWay] = useState(AS_FOUND);
  const [read, setRead] = useState<ReadBars | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    setTable(null);
    setWay(AS_FOUND);
    setRead(null);
    setProblem(null);
    if (copied === null) return;
    const control = new AbortController();
    let open: OpenTable | null = null;
    void openCopiedTable(copied, control.signal).then((opened: Result<OpenTable>) => {
      if (!opened.ok) {
        if (!control.signal.aborted) setProblem(opened.error);
        return;
      }
      open = opened.value;
      if (control.signal.aborted) open.close();
      else setTable(open);
    });
    return () => {
      control.abort();
      open?.close();
    };
  }, [copied]);

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
