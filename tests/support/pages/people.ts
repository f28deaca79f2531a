import { expect, type Locator, type Page } from '@playwright/test';

/** 人・機関: the list of bodies or people, and their pages. */
export const peopleOf = (page: Page) => {
  const main = page.getByRole('main');
  const table = (view: '機関' | '人'): Locator =>
    page.getByRole('grid', { name: view, exact: true });
  return {
    table,
    row: (view: '機関' | '人', words: string): Locator =>
      table(view).getByRole('row').filter({ hasText: words }),
    show: (view: '機関' | '人'): Promise<void> =>
      page.getByRole('radio', { name: view, exact: true }).click(),
    search: page.getByRole('searchbox', { name: '人・機関を絞り込む' }),
    kind: page.getByRole('button', { name: /種別で絞り込む/ }),
    add: async (words: string): Promise<void> => {
      const line = main.getByRole('textbox', { name: /^(?:機関|人)を加える$/ });
      await line.fill(words);
      await line.press('Enter');
      await expect(line).toHaveValue('');
    },
    field: (name: string): Locator => main.getByRole('textbox', { name, exact: true }),
    card: (name: string): Locator => page.getByRole('region', { name, exact: true }),
  };
};
