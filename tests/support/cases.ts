import { expect, type Page } from '@playwright/test';
import { caseFormOf } from './pages/case-form.ts';
import { flowOf } from './pages/flow.ts';
import { recordOf } from './pages/record.ts';

/** Makes a case of 宇土市 with a first pre-meeting, through the screens, and shows its ladder. */
export const planCase = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  await flowOf(page).add('ミーティング', { date: '8/3' });
};

/**
 * Makes such a case and opens the meeting's record.
 * @returns the record's address, for `openAddress` after a restart
 */
export const openNewRecord = async (page: Page): Promise<string> => {
  await planCase(page);
  await flowOf(page).openRecord('0.5次ミーティング');
  await recordOf(page).note.waitFor();
  return page.evaluate(() => location.hash);
};

/** Goes to an address inside the app, as a link of the app would. */
export const openAddress = (page: Page, address: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);

/** A day so far from today on this PC's clock, as staff type it. */
export const dayFromToday = (days: number): string => {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  return `${day.getFullYear()}/${day.getMonth() + 1}/${day.getDate()}`;
};

/** Adds a promise on 課題と対応. */
export const addPromise = async (
  page: Page,
  text: string,
  owner: string,
  due: string,
): Promise<void> => {
  const field = (name: string) =>
    page.getByRole('main').getByRole('textbox', { name, exact: true }).last();
  await field('対応事項').fill(text);
  await field('担当').fill(owner);
  await field('期限').fill(due);
  await page.getByRole('button', { name: '加える' }).last().click();
  await expect(field('対応事項')).toHaveValue('');
};
