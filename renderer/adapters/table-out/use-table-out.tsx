import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Audience } from '#shared/domain/record/audience.ts';
import type { TableContent } from '#shared/domain/tables/table.ts';
import type { Result } from '#shared/result.ts';
import { showToast } from '#ui/toast-queue.ts';
import { usePrintKey } from '#ui/use-print-key.ts';
import { audienceNote, LeftOutLine } from '../audience/audience-choice.tsx';
import { type AudienceState, type OutputName, useAudience } from '../audience/use-audience.ts';
import { showProblem } from '../store/store.tsx';
import { copyTable } from './copy-table.ts';
import { PrintedTable } from './printed-table.tsx';

/** Prints what stands in the window's print view. */
export type PrintTable = (paper: {
  readonly size: 'a4';
  readonly landscape: true;
}) => Promise<Result<'done' | 'cancelled'>>;

export type TableOut = {
  readonly chosen: AudienceState;
  /** Must stand near the buttons: what is left out for the audience. */
  readonly said: ReactNode;
  readonly copy: () => void;
  readonly print: () => void;
  readonly isPrinting: boolean;
  /** Must stand on the page: what is printed, while it is. */
  readonly view: ReactNode;
};

/**
 * Copying and printing of a list as a table, Ctrl+P too.
 * @param make the table as the screen shows it now, for an audience
 */
export const useTableOut = (
  name: OutputName,
  make: (audience: Audience) => TableContent,
  send: PrintTable,
): TableOut => {
  const chosen = useAudience(name);
  const { audience } = chosen;
  const [printed, setPrinted] = useState<TableContent>();
  const print = async (): Promise<void> => {
    // The print view is in the document before anybody prints it.
    const table = make(audience);
    flushSync(() => setPrinted(table));
    try {
      await document.fonts.ready;
      const result = await send({ size: 'a4', landscape: true });
      if (!result.ok) showProblem(result.error);
      else if (result.value === 'done')
        showToast(`印刷に送りました。${audienceNote(table.outgoing)}`);
    } finally {
      setPrinted(undefined);
    }
  };
  const start = (): void => {
    if (printed === undefined) void print();
  };
  usePrintKey(start);
  return {
    chosen,
    said: audience === 'office' ? null : <LeftOutLine outgoing={make(audience).outgoing} />,
    copy: () => void copyTable(make(audience)),
    print: start,
    isPrinting: printed !== undefined,
    view: printed === undefined ? null : <PrintedTable table={printed} />,
  };
};
