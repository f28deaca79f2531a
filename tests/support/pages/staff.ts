import type { Locator, Page } from '@playwright/test';

/** 課の職員 in 設定, 担当替え, and 担当の履歴 on 概要. */
export const staffOf = (page: Page) => {
  const card = page.getByRole('region', { name: '課の職員' });
  const dialog = page.getByRole('dialog', { name: '担当替え' });
  const begin = page.getByRole('main').getByRole('button', { name: '担当替え' });
  const successor = dialog.getByRole('combobox', { name: '後任' });
  const from = dialog.getByRole('textbox', { name: 'いつから' });
  return {
    card,
    dialog,
    begin,
    successor,
    from,
    add: card.getByRole('textbox', { name: '職員を加える' }),
    lines: card.getByRole('listitem'),
    history: page.getByRole('region', { name: '担当の履歴' }),
    chosen: (name: string | RegExp): Locator => dialog.getByRole('checkbox', { name }),
    save: dialog.getByRole('button', { name: /案件の担当を替える$/ }),
    pickLeaver: async (name: string | RegExp): Promise<void> => {
      await dialog.getByRole('button', { name: /前任$/ }).click();
      await page.getByRole('option', { name }).click();
    },
    /** Hands all that is listed to somebody from a day on. */
    handOn: async (to: string, day: string): Promise<void> => {
      await successor.fill(to);
      await successor.press('Tab');
      await from.fill(day);
      await dialog.getByRole('button', { name: /案件の担当を替える$/ }).click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
};
