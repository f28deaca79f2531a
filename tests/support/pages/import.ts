import type { Locator, Page } from '@playwright/test';

/** 表から取り込む: a table comes in, is looked at, and is taken in. */
export const importOf = (page: Page) => {
  const table = page.getByRole('table', { name: '取り込む会合' });
  const rows = table.locator('tbody tr');
  return {
    table,
    rows,
    row: (words: string | RegExp): Locator => rows.filter({ hasText: words }),
    open: (): Promise<void> => page.getByRole('button', { name: '表から取り込む' }).click(),
    pasteArea: page.getByRole('textbox', { name: 'ExcelやWordの表を貼り付ける' }),
    file: page.getByLabel('取り込むファイル'),
    take: page.getByRole('button', { name: /件を取り込む$/ }),
    filter: (words: string | RegExp): Locator => page.getByRole('radio', { name: words }),
    // Where the tests themselves lie in a temporary folder, the app warns of that, too.
    problem: page.getByRole('alert').filter({ hasNotText: '記録の保存先が' }),
    choice: (line: number): Locator =>
      page.getByRole('combobox', { name: new RegExp(`^${line}行目`) }),
  };
};
