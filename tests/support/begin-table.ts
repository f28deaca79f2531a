import type { Page } from '@playwright/test';
import { caseFormOf } from './pages/case-form.ts';
import { flowOf } from './pages/flow.ts';
import { roadmapTableOf } from './pages/roadmap-table.ts';

/** A case of 宇土市 in this fiscal year with a roadmap of six groups, shown as a table. */
export const beginTable = async (page: Page) => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  await flowOf(page).addButton.waitFor();
  const table = roadmapTableOf(page);
  await table.begin();
  return table;
};
