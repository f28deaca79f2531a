/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ readonly name: string, readonly inDocs?: boolean, readonly go: (page: Page) => Promise<void> }} Step */

/** @param {Page} page @param {string} name */
export const button = (page, name) => page.getByRole('button', { name, exact: true }).first();

/** @param {Page} page @param {string | RegExp} name */
export const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

/** @param {Page} page @param {string} name */
export const tab = (page, name) =>
  page.getByRole('navigation', { name: '案件のページ' }).getByRole('link', { name }).click();

/** @param {Page} page @param {string} name */
export const place = (page, name) =>
  page.getByRole('navigation', { name: 'メイン' }).getByRole('link', { name }).click();

/** @param {Page} page @param {string} words */
export const card = (page, words) =>
  page.locator('[data-meeting]').filter({ hasText: words }).first();

/** A bar of the roadmap's chart. @param {Page} page @param {string} words */
export const bar = (page, words) =>
  page.locator('[data-roadmap-chart] .bar-wrapper').filter({ hasText: words }).first();

/** @param {Page} page */
export const closeDialog = async (page) => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
