import type { Locator, Page } from '@playwright/test';

/** 予定: what has to be done in all cases. */
export const promisesOf = (page: Page) => {
  const table = page.getByRole('grid', { name: '予定（対応事項）' });
  return {
    table,
    rows: table.getByRole('row').filter({ has: page.getByRole('rowheader') }),
    row: (words: string): Locator => table.getByRole('row').filter({ hasText: words }),
    filter: (name: '未・進行中' | '期限切れ' | '待ち' | '済・中止'): Promise<void> =>
      page.getByRole('radio', { name, exact: true }).click(),
    settle: async (
      text: string,
      act: '済にする' | '進行中にする' | '中止にする' | '未に戻す',
    ): Promise<void> => {
      await table.getByRole('button', { name: `「${text}」の操作` }).click();
      await page.getByRole('menuitem', { name: act }).click();
    },
  };
};
