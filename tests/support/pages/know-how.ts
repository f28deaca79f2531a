import type { Locator, Page } from '@playwright/test';

/** ノウハウ: the list of lessons, the panel of one, and the way from a finding to it. */
export const knowHowOf = (page: Page) => {
  const table = page.getByRole('grid', { name: 'ノウハウ' });
  const panel = page.getByRole('complementary');
  return {
    table,
    rows: table.getByRole('row').filter({ has: page.getByRole('rowheader') }),
    row: (words: string): Locator => table.getByRole('row').filter({ hasText: words }),
    panel,
    field: (name: string): Locator => panel.getByRole('textbox', { name, exact: true }),
    /** The control itself lies hidden under its label. */
    pick: (words: string): Promise<void> =>
      panel.locator('label').filter({ hasText: words }).first().click(),
    add: async (title: string): Promise<void> => {
      const line = page.getByRole('textbox', { name: 'ノウハウを加える' });
      await line.fill(title);
      await line.press('Enter');
      await panel.getByRole('heading', { name: title }).waitFor();
    },
    /** From a list of findings. */
    keep: async (finding: string, how: 'ノウハウにする' | 'まとめてノウハウにする…') => {
      await page
        .getByRole('button', { name: new RegExp(`${finding}.*の操作$`) })
        .first()
        .click();
      await page.getByRole('menuitem', { name: how, exact: true }).click();
    },
    makeBooklet: page.getByRole('button', { name: '冊子にする' }),
    booklet: page.getByRole('region', { name: /^紙面の見本/ }),
    said: page.getByRole('region', { name: '載せるものと載せないもの' }),
    /** A setting of the booklet or of the matrix. */
    set: (words: string): Promise<void> =>
      page
        .getByRole('region', { name: /の設定$/ })
        .locator('label')
        .filter({ hasText: words })
        .first()
        .click(),
    savePdf: page.getByRole('button', { name: 'PDFに保存' }),
  };
};
