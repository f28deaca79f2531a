import type { Locator, Page } from '@playwright/test';

/** 案件を終える: the question of what becomes of what is open. */
export const caseEndOf = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: '案件を終える' });
  const begin = page.getByRole('button', { name: '案件を終える', exact: true });
  return {
    dialog,
    begin,
    date: dialog.getByRole('textbox', { name: '終了日' }),
    choose: (what: string, fate: string): Promise<void> =>
      dialog.getByRole('radiogroup', { name: what }).getByText(fate, { exact: true }).click(),
    end: dialog.getByRole('button', { name: '終了する' }),
    reopen: page.getByRole('button', { name: '案件を再開する' }),
    mark: (words: string): Locator => page.getByRole('main').getByText(words, { exact: true }),
  };
};
