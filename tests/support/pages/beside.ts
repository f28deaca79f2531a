import type { Locator, Page } from '@playwright/test';

/** The cards beside the note of a meeting. */
export const besideOf = (page: Page) => {
  const side = page.getByRole('complementary', { name: '会合から生まれたこと' });
  const carried = side.getByRole('region', { name: '持ち越し' });
  return {
    side,
    carried,
    /** The line of a promise that was carried over. */
    line: (words: string): Locator => carried.getByRole('listitem').filter({ hasText: words }),
    tick: (words: string): Locator =>
      carried.getByRole('checkbox', { name: `持ち越しを済みにする：${words}` }),
    fold: (title: string): Locator => side.getByRole('button', { name: title, exact: true }),
    card: (title: string): Locator => side.getByRole('region', { name: title }),
  };
};
