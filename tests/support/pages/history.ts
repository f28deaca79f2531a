import type { Page } from '@playwright/test';

/** 変更履歴: edits by day, and the one that is open beside them. */
export const historyOf = (page: Page) => {
  const main = page.getByRole('main');
  return {
    rows: main.locator('button[data-row]'),
    row: (words: string | RegExp) => main.locator('button[data-row]').filter({ hasText: words }),
    panel: page.getByRole('complementary'),
    filter: page.getByRole('searchbox', { name: '変更履歴を絞り込む' }),
    openOfRecord: page.getByRole('button', { name: 'この記録の変更履歴' }),
    openOfCase: page.getByRole('button', { name: '変更履歴', exact: true }),
    notes: page.getByRole('dialog'),
  };
};
