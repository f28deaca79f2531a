import type { Page } from '@playwright/test';

/** ごみ箱: what was deleted, and its ways back. */
export const binOf = (page: Page) => {
  const table = page.getByRole('grid', { name: 'ごみ箱' });
  return {
    table,
    row: (name: string | RegExp) => table.getByRole('row').filter({ hasText: name }),
    panel: page.getByRole('complementary'),
    restoreChosen: page.getByRole('button', { name: '選んだものを元に戻す' }),
    empty: page.getByRole('button', { name: 'ごみ箱から消す…' }),
    filter: page.getByRole('searchbox', { name: 'ごみ箱を絞り込む' }),
  };
};
