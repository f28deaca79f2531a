import type { BrowserWindow } from 'electron';
import type { PrintOutcome, PrintPaper } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Handle } from '../../ipc/handle.ts';
import { appLog } from '../app-log/app-log.ts';
import { saveFile } from '../files/save-file.ts';
import { NO_PRINT, PAGE_FAILED } from './problems.ts';

type Dependencies = {
  readonly handle: Handle;
  readonly window: () => BrowserWindow | undefined;
};

const SIZES = { a4: 'A4', a3: 'A3' } as const;
/** The window's print view brings margins, page numbers and repeated headings with it. */
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 } as const;

/** Answers `printPage` and `savePdf`: prints what the window shows to paper (its print style). */
export const setupPrint = ({ handle, window }: Dependencies): void => {
  handle('printPage', async (paper) => {
    const open = window();
    return open === undefined ? fail(PAGE_FAILED) : print(open, paper);
  });

  handle('savePdf', async ({ paper, name }) => {
    const open = window();
    if (open === undefined) return fail(PAGE_FAILED);
    // Made first: the view may go while somebody thinks about a place.
    const pdf = await makePdf(open, paper);
    if (!pdf.ok) return pdf;
    return saveFile(open, { name, kind: 'pdf', bytes: pdf.value });
  });
};

const makePdf = async (open: BrowserWindow, paper: PrintPaper): Promise<Result<Uint8Array>> => {
  try {
    return ok(
      await open.webContents.printToPDF({
        pageSize: SIZES[paper.size],
        landscape: paper.landscape,
        preferCSSPageSize: true,
        printBackground: true,
        margins: NO_MARGINS,
        generateTaggedPDF: true,
      }),
    );
  } catch (error) {
    appLog.fault('print.pdf', error);
    return fail(PAGE_FAILED);
  }
};

const print = (open: BrowserWindow, paper: PrintPaper): Promise<Result<PrintOutcome>> =>
  new Promise((resolve) => {
    try {
      open.webContents.print(
        {
          pageSize: SIZES[paper.size],
          landscape: paper.landscape,
          printBackground: true,
          margins: { marginType: 'none' },
        },
        (isDone, reason) => {
          if (isDone) resolve(ok('done'));
          // Chromium's own word: net_error "Print job canceled".
          else if (/cancel/i.test(reason)) resolve(ok('cancelled'));
          else {
            appLog.warn('print.failed', { reason });
            resolve(fail(NO_PRINT));
          }
        },
      );
    } catch (error) {
      appLog.fault('print', error);
      resolve(fail(NO_PRINT));
    }
  });
