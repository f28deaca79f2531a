import type { Page } from '@playwright/test';

/** What leaves a roadmap: 「A3で印刷」 and the menu 「書き出す」. */
export const outOf = (page: Page) => {
  const button = page.getByRole('button', { name: '書き出す', exact: true });
  const menu = page.getByRole('menu', { name: '書き出す' });
  return {
    button,
    menu,
    printA3: page.getByRole('button', { name: 'A3で印刷' }),
    choose: async (words: string): Promise<void> => {
      await button.click();
      await menu.getByRole('menuitem', { name: words }).click();
    },
  };
};
