import type { Page } from '@playwright/test';

/** 案件をつくる, and the dialog that edits a case: the same fields. */
export const caseFormOf = (page: Page) => {
  const municipality = page.getByRole('combobox', { name: '市町村' });
  const create = page.getByRole('main').getByRole('button', { name: '案件をつくる' });
  return {
    municipality,
    code: page.getByRole('textbox', { name: '団体コード' }),
    section: page.getByRole('textbox', { name: '担当' }),
    entryDate: page.getByRole('textbox', { name: 'きっかけの日付' }),
    themes: page.getByRole('combobox', { name: 'テーマ' }),
    create,
    /** Makes a case of a municipality that is found by how it is read. */
    createFor: async (kana: string, name: string): Promise<void> => {
      await municipality.pressSequentially(kana);
      await page.getByRole('option', { name: new RegExp(name) }).click();
      await create.click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    },
  };
};
