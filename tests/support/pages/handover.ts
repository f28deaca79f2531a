import type { Locator, Page } from '@playwright/test';

/** 引継ぎ: what is missing, what was promised, and the 引継書. */
export const handoverOf = (page: Page) => {
  const main = page.getByRole('main');
  const cases = page.getByRole('grid', { name: '引き継ぐ案件' });
  const promises = page.getByRole('grid', { name: '残っている対応事項' });
  const rowOf = (table: Locator, words: string): Locator =>
    table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: words, exact: true }) });
  const book = (name: string): Locator =>
    page
      .getByRole('navigation', { name: '引継書', exact: true })
      .getByRole('button', { name: new RegExp(`^${name}(?: ?要確認|$)`) });
  return {
    tab: (name: '準備' | '約束' | '引継書'): Promise<void> =>
      page
        .getByRole('navigation', { name: '引継ぎのページ' })
        .getByRole('link', { name, exact: true })
        .click(),
    cases,
    case: (name: string): Locator => rowOf(cases, name),
    progress: page.getByRole('progressbar'),
    /** What is looked at of one kind. */
    aspect: (name: string): Locator => main.getByRole('region', { name, exact: true }),
    promises,
    promise: (text: string): Locator => rowOf(promises, text),
    /** The control itself lies hidden under its label. */
    choose: (row: Locator): Promise<void> => row.locator('label').first().click(),
    reassign: async (owner: string): Promise<void> => {
      await page.getByRole('button', { name: '担当を付け替える' }).click();
      await page.getByRole('dialog').getByRole('textbox', { name: '新しい担当' }).fill(owner);
      await page.getByRole('dialog').getByRole('button', { name: '付け替える' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
    /** A 引継書 in their list; behind its name may stand how much of it has to be looked at. */
    book,
    openBook: (name: string): Promise<void> => book(name).click(),
    /** A section of the 引継書. */
    section: (name: string): Locator => main.getByRole('region', { name, exact: true }),
    showPaper: (): Promise<void> => page.getByRole('radio', { name: '紙面', exact: true }).click(),
    paper: page.getByRole('region', { name: /^紙面の見本/ }),
  };
};
