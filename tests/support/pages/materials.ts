import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** 資料: the tables as they will print, and how they are to look. */
export const materialsOf = (page: Page) => {
  const preview = page.getByRole('region', { name: /^紙面の見本/ });
  const settings = page.getByRole('region', { name: '表の設定' });
  return {
    preview,
    settings,
    sheets: preview.locator('[data-sheet]'),
    copy: page.getByRole('button', { name: '表をコピー' }),
    print: page.getByRole('button', { name: '印刷' }),
    savePdf: page.getByRole('button', { name: 'PDFに保存' }),
    open: async (): Promise<void> => {
      await page
        .getByRole('navigation', { name: '案件のページ' })
        .getByRole('link', { name: '資料' })
        .click();
      await preview.waitFor();
    },
    table: (name: string) => page.getByRole('radio', { name, exact: true }),
    choose: async (name: string): Promise<void> => {
      await page.getByRole('radio', { name, exact: true }).click();
      await expect(preview.getByRole('table').first()).toHaveAccessibleName(new RegExp(name));
    },
    /** The control itself lies hidden under its label. */
    pick: (words: string): Promise<void> =>
      settings.locator('label').filter({ hasText: words }).first().click(),
    /** The cells that can be seen, row by row. */
    cells: (): Promise<readonly (readonly string[])[]> =>
      preview
        .getByRole('table')
        .evaluateAll((tables) =>
          tables
            .flatMap((table) => [...(table as HTMLTableElement).rows])
            .map((row) =>
              [...row.cells].map((cell) => (cell.firstElementChild ?? cell).textContent ?? ''),
            ),
        ),
  };
};

/** Answers the next save dialogs as somebody would who picks a name, or who thinks better of it. */
export const answerSaving = async (
  app: ElectronApplication,
  filePath: string | undefined,
): Promise<void> => {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () =>
      path === undefined ? { canceled: true, filePath: '' } : { canceled: false, filePath: path };
  }, filePath);
};

/** What the clipboard of the PC holds, as a paste hands it out. */
export const clipboardOf = async (
  page: Page,
): Promise<{ readonly html: string; readonly text: string }> => {
  const pasted = await page.evaluateHandle(() => ({
    data: new Promise<{ html: string; text: string }>((resolve) => {
      const onPaste = (event: ClipboardEvent): void => {
        event.preventDefault();
        event.stopPropagation();
        const read = (type: string): string => event.clipboardData?.getData(type) ?? '';
        resolve({ html: read('text/html'), text: read('text/plain') });
      };
      window.addEventListener('paste', onPaste, { capture: true, once: true });
    }),
  }));
  await page.keyboard.press('Control+v');
  return pasted.evaluate(({ data }) => data);
};
