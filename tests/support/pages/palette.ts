import type { Page } from '@playwright/test';

/** さがす: opened by Ctrl+K from every screen. */
export const paletteOf = (page: Page) => {
  const input = page.getByRole('combobox', { name: 'さがす' });
  return {
    input,
    options: page.getByRole('listbox', { name: 'さがす' }).getByRole('option'),
    open: async (): Promise<void> => {
      await page.keyboard.press('Control+k');
      await input.waitFor();
    },
  };
};
