import { useEffect, useState } from 'react';
import { type Copied, openCopiedTable } from '#adapters/table-source/table-source.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { PastedRows } from '#shared/domain/roadmap/pasted/read-rows.ts';
import type { Result } from '#shared/result.ts';

/** The bars that a copied table holds, read in a worker; null until they are there. */
export const usePastedRows = (
  copied: Copied | null,
  fiscalYear: FiscalYear | null,
): Result<PastedRows> | null => {
  const [read, setRead] = useState<Result<PastedRows> | null>(null);
  useEffect(() => {
    setRead(null);
    if (copied === null) return;
    const control = new AbortController();
    void openCopiedTable(copied, control.signal).then(async (opened) => {
      const bars = opened.ok ? await opened.value.readBars(opened.value.index, fiscalYear) : opened;
      if (opened.ok) opened.value.close();
      if (!control.signal.aborted) setRead(bars);
    });
    return () => control.abort();
  }, [copied, fiscalYear]);
  return read;
};
