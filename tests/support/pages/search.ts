import type { Page } from '@playwright/test';

/** 検索 */
export const searchPageOf = (page: Page) => {
  const filter = (name: string) =>
    page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`${name}$`) })
      .first();
  return {
    field: page.getByRole('searchbox', { name: 'さがすことば' }),
    hits: page.getByRole('list', { name: '見つかったもの' }).getByRole('button'),
    more: page.getByRole('button', { name: 'さらに表示' }),
    chips: page.getByRole('grid', { name: '絞り込み' }),
    filter,
    choose: async (name: string, option: RegExp | string): Promise<void> => {
      await filter(name).click();
      await page.getByRole('option', { name: option }).click();
    },
  };
};
