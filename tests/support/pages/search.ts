import type { Page } from '@playwright/test';

/** 検索 */
export const searchPageOf = (page: Page) => ({
  field: page.getByRole('searchbox', { name: 'さがすことば' }),
  hits: page.getByRole('list', { name: '見つかったもの' }).getByRole('button'),
  more: page.getByRole('button', { name: 'さらに表示' }),
  chips: page.getByRole('grid', { name: '絞り込み' }),
  choose: async (filter: string, option: RegExp): Promise<void> => {
    await page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(filter) })
      .click();
    await page.getByRole('option', { name: option }).click();
  },
});
