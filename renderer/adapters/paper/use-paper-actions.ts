import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { audienceNote } from '#adapters/audience/audience-choice.tsx';
import { showProblem } from '#adapters/store/store.tsx';
import { copyTable } from '#adapters/table-out/copy-table.ts';
import type { Orientation, Paper } from '#shared/domain/tables/material.ts';
import type { Result } from '#shared/result.ts';
import { showToast } from '#ui/toast-queue.ts';
import { picturesReady } from './pictures-loaded.ts';
import { fileNameOf } from './sheet.ts';
import type { Pages } from './use-pages.ts';

export type PaperChoice = { readonly size: Paper; readonly landscape: boolean };

type Outcome = Promise<Result<'done' | 'cancelled'>>;

/** What the world outside does with a page that shows its print view. */
export type PaperPort = {
  readonly print: (paper: PaperChoice) => Outcome;
  readonly savePdf: (paper: PaperChoice, name: string) => Outcome;
};

type Job = 'print' | 'pdf';

export type PaperActions = {
  /** What is under way; the print view must be in the document meanwhile. */
  readonly job: Job | undefined;
  readonly copy: () => void;
  readonly print: () => void;
  readonly savePdf: () => void;
};

const choiceOf = (size: Paper, orientation: Orientation): PaperChoice => ({
  size,
  landscape: orientation === 'landscape',
});

/** Copying, printing and saving of what the preview shows. */
export const usePaperActions = (pages: Pages | undefined, port: PaperPort): PaperActions => {
  const [job, setJob] = useState<Job>();
  const run = useCallback(async (kind: Job, send: () => Outcome, done: string): Promise<void> => {
    // The print view is in the document before anybody prints it.
    flushSync(() => setJob(kind));
    try {
      await document.fonts.ready;
      await picturesReady();
      const result = await send();
      if (!result.ok) showProblem(result.error);
      else if (result.value === 'done') showToast(done);
    } finally {
      setJob(undefined);
    }
  }, []);
  if (pages === undefined) {
    return { job, copy: () => undefined, print: () => undefined, savePdf: () => undefined };
  }
  const { table, sheet } = pages;
  const note = audienceNote(table.outgoing);
  const paper = choiceOf(sheet.size, sheet.orientation);
  return {
    job,
    copy: () => void copyTable(table),
    print: () => void run('print', () => port.print(paper), `印刷に送りました。${note}`),
    savePdf: () =>
      void run('pdf', () => port.savePdf(paper, fileNameOf(table)), `PDFに保存しました。${note}`),
  };
};
