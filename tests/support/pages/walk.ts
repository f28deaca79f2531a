import type { Locator, Page } from '@playwright/test';

/** 案件の歩き方 */
export const walkOf = (page: Page) => {
  const stops = page.getByRole('navigation', { name: '見どころ' });
  return {
    stops,
    stop: (name: string): Locator => stops.getByRole('button', { name }),
    card: (name: string): Locator => page.getByRole('region', { name, exact: true }),
    next: page.getByRole('button', { name: /^次へ：/ }),
    end: page.getByRole('button', { name: '歩き終える' }),
    changes: page.getByRole('button', { name: '前任からの変更点' }),
  };
};
