import type { Locator, Page } from '@playwright/test';

/** 約束・宿題（全案件）: whatever is promised and not kept yet. */
export const promisesOf = (page: Page) => {
  const table = page.getByRole('grid', { name: '約束・宿題' });
  return {
    table,
    rows: table.getByRole('row').filter({ has: page.getByRole('rowheader') }),
    row: (words: string): Locator => table.getByRole('row').filter({ hasText: words }),
    filter: (name: 'すべて' | '期限切れ'): Promise<void> =>
      page.getByRole('radio', { name, exact: true }).click(),
    settle: async (text: string, act: '済にする' | '取りやめる'): Promise<void> => {
      await table.getByRole('button', { name: `「${text}」の操作` }).click();
      await page.getByRole('menuitem', { name: act }).click();
    },
  };
};
