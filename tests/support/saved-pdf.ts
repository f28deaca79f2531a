import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { expect } from '@playwright/test';
import { answerSaving } from './pages/materials.ts';
import type { Run } from './pc.ts';
import { type PdfPage, readPdf } from './pdf.ts';

/** Saves what the screen shows on paper as a PDF, as staff do, and reads it back; the file must not be there yet. */
export const savedPdf = async (
  { page, app }: Pick<Run, 'page' | 'app'>,
  file: string,
): Promise<readonly PdfPage[]> => {
  await answerSaving(app, file);
  const button = page.getByRole('button', { name: 'PDFに保存' });
  await button.click();
  await expect.poll(() => readdir(dirname(file))).toContain(basename(file));
  await expect(button).toBeEnabled();
  return readPdf(await readFile(file));
};

/** What stands on pages, without spaces: a PDF has none where a line ends. */
export const printedOn = (pages: readonly PdfPage[]): string =>
  withoutSpaces(pages.map(({ text }) => text).join(''));

export const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');
