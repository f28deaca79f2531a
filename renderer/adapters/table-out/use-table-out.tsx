import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { TableContent } from '#shared/domain/tables/table.ts';
import type { Result } from '#shared/result.ts';
import { showToast } from '#ui/toast-queue.ts';
import { usePrintKey } from '#ui/use-print-key.ts';
import { showProblem } from '../store/store.tsx';
import { copyTable } from './copy-table.ts';
import { PrintedTable } from './printed-table.tsx';

/** Prints what stands in the window's print view. */
export type PrintTable = (paper: {
  readonly size: 'a4';
  readonly landscape: true;
}) => Promise<Result<'done' | 'cancelled'>>;

export type TableOut = {
  readonly copy: () => void;
  readonly print: () => void;
  readonly isPrinting: boolean;
  /** Must stand on the page: what is printed, while it is. */
  readonly view: ReactNode;
};

/**
 * Copying and printing of a list as a table, Ctrl+P too.
 * @param make the table as the screen shows it now
 */
export const useTableOut = (make: () => TableContent, send: PrintTable): TableOut => {
  const [printed, setPrinted] = useState<TableContent>();
  const print = async (): Promise<void> => {
    // The print view is in the document before anybody prints it.
    flushSync(() => setPrinted(make()));
    try {
      await document.fonts.ready;
      const result = await send({ size: 'a4', landscape: true });
      if (!result.ok) showProblem(result.error);
      else if (result.value === 'done') showToast('印刷に送りました。');
    } finally {
      setPrinted(undefined);
    }
  };
  const start = (): void => {
    if (printed === undefined) void print();
  };
  usePrintKey(start);
  return {
    copy: () => void copyTable(make()),
    print: start,
    isPrinting: printed !== undefined,
    view: printed === undefined ? null : <PrintedTable table={printed} />,
  };
};
