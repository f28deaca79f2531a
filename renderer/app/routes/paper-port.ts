import { invoke } from '#adapters/host/host.ts';
import type { PrintPaper } from '#shared/ipc/contract.ts';

/** How the window's print view leaves the window. */
export const PAPER_PORT = {
  print: (paper: PrintPaper) => invoke('printPage', paper),
  savePdf: (paper: PrintPaper, name: string) => invoke('savePdf', { paper, name }),
} as const;
