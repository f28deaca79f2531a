import type { Locator, Page } from '@playwright/test';
import { shellOf } from './shell.ts';

/** 案件: the table of a fiscal year. */
export const casesOf = (page: Page) => {
  const table = page.getByRole('grid', { name: '案件' });
  const row = (name: string): Locator => table.getByRole('row').filter({ hasText: name });
  return {
    table,
    row,
    open: async (name: string): Promise<void> => {
      await shellOf(page).go('案件');
      await row(name).first().click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    },
  };
};
