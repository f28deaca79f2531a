import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The head above a case's pages, and its dialog. The section is the quickest edit there is. */
export const caseHeadOf = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: '案件の情報を編集' });
  const edit = page.getByRole('button', { name: '案件の情報を編集', exact: true });
  const head = page.getByRole('main');
  return {
    dialog,
    edit,
    setSection: async (section: string): Promise<void> => {
      await edit.click();
      await dialog.getByRole('textbox', { name: '担当' }).fill(section);
      await dialog.getByRole('button', { name: '保存する' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    seeSection: (section: string): Promise<void> =>
      expect(head.getByText(`担当 ${section}`, { exact: true })).toBeVisible(),
    openTab: (tab: '概要' | '支援の流れ' | 'ロードマップ' | '課題と対応' | '資料'): Promise<void> =>
      page
        .getByRole('navigation', { name: '案件のページ' })
        .getByRole('link', { name: tab })
        .click(),
  };
};
