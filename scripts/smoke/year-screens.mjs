import { bar, button, closeDialog, heading, place, tab } from './parts.mjs';

/** What was, settings, and what follows a year: the end of a case, the staff, the year after, search. @type {readonly import('./parts.mjs').Step[]} */
export const yearScreens = [
  {
    name: 'history',
    go: async (page) => {
      await place(page, '案件');
      await page.getByRole('rowheader', { name: '益城町' }).first().click();
      await button(page, '変更履歴').click();
      await heading(page, '変更履歴');
      await page.locator('main button[data-row]').first().click();
      await page.getByRole('complementary').waitFor();
    },
  },
  {
    name: 'case-end',
    go: async (page) => {
      await place(page, '予定');
      await page
        .getByRole('grid', { name: '予定（対応事項）' })
        .getByRole('rowheader')
        .first()
        .click();
      await button(page, '案件を終える').click();
      await page.getByRole('dialog', { name: '案件を終える' }).waitFor();
    },
  },
  {
    name: 'cases',
    inDocs: true,
    go: async (page) => {
      await button(page, 'やめる').click();
      await place(page, '案件');
      await page.getByRole('grid', { name: '案件' }).waitFor();
    },
  },
  {
    name: 'case-remove',
    go: async (page) => {
      const table = page.getByRole('grid', { name: '案件' });
      await table
        .getByRole('button', { name: /の操作$/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: '削除' }).click();
      await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().waitFor();
    },
  },
  {
    name: 'settings',
    go: async (page) => {
      await button(page, 'やめる').click();
      await place(page, '設定');
      await heading(page, '設定');
    },
  },
  {
    name: 'backup',
    go: async (page) => {
      await button(page, 'バックアップを開く').click();
      await heading(page, 'バックアップ');
      await page.getByRole('region', { name: '一つ目のバックアップ先' }).waitFor();
    },
  },
  {
    name: 'hand-over-file',
    go: async (page) => {
      await place(page, '設定');
      await button(page, '引継ぎファイルをつくる・開く').click();
      await heading(page, '引継ぎファイル');
      await page.getByRole('grid', { name: '引き継ぐ案件' }).waitFor();
    },
  },
  {
    name: 'log-files',
    go: async (page) => {
      await place(page, '設定');
      await button(page, '記録ファイル').click();
      await page.getByRole('grid', { name: '記録ファイル' }).getByRole('rowheader').first().click();
      await page.getByRole('complementary').getByText('調べた結果').waitFor();
    },
  },
  {
    name: 'erase',
    go: async (page) => {
      await place(page, '設定');
      await button(page, 'さがして消す').click();
      await page.getByRole('textbox', { name: /さがす言葉/ }).fill('益城町');
      await button(page, 'すべての場所をさがす').click();
      await page.getByRole('grid', { name: '見つかった場所' }).waitFor();
    },
  },
  {
    name: 'staff-change',
    go: async (page) => {
      await place(page, '設定');
      const line = page.getByRole('textbox', { name: '職員を加える' });
      await line.fill('鈴木 一郎');
      await line.press('Enter');
      await page.getByRole('textbox', { name: '鈴木 一郎の分担' }).waitFor();
      await button(page, '担当替え').click();
      const dialog = page.getByRole('dialog', { name: '担当替え' });
      await dialog.getByRole('textbox', { name: 'いつから' }).fill('R4.4.1');
      await dialog.getByRole('combobox', { name: '後任' }).fill('鈴木 一郎');
      await page.keyboard.press('Tab');
      await dialog.getByRole('checkbox', { name: /^益城町/ }).waitFor();
    },
  },
  {
    name: 'staff',
    go: async (page) => {
      const dialog = page.getByRole('dialog', { name: '担当替え' });
      await button(page, '5案件の担当を替える').click();
      await dialog.waitFor({ state: 'detached' });
      await button(page, '担当替え').click();
      await dialog.getByRole('button', { name: /前任$/ }).click();
      await page.getByRole('option', { name: /^鈴木 一郎/ }).click();
      await dialog.getByRole('combobox', { name: '後任' }).fill('山田 花子');
      await page.keyboard.press('Tab');
      const now = new Date();
      const today = `${now.getFullYear()}/${now.getMonth() + 1}/${now.getDate()}`;
      await dialog.getByRole('textbox', { name: 'いつから' }).fill(today);
      await button(page, '5案件の担当を替える').click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('textbox', { name: '山田 花子の分担' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'home-first-weeks',
    go: async (page) => {
      await place(page, 'ホーム');
      await page.getByRole('region', { name: '最初にすること' }).waitFor();
    },
  },
  {
    name: 'walk',
    go: async (page) => {
      await page.getByRole('button', { name: '益城町の案件を一回り歩く：歩く' }).click();
      await heading(page, '案件の歩き方');
      await button(page, '次へ：これまでの流れ').click();
      await page.getByRole('region', { name: 'これまでの流れ' }).waitFor();
    },
  },
  {
    name: 'walk-changes',
    go: async (page) => {
      await button(page, '前任からの変更点').click();
      await heading(page, '変更履歴');
      await page.locator('button[data-row]').first().waitFor();
    },
  },
  {
    name: 'case-continue',
    go: async (page) => {
      await page.keyboard.press('Control+n');
      await heading(page, '案件をつくる');
      await page.getByRole('combobox', { name: '市町村' }).pressSequentially('ましき');
      await page.getByRole('option', { name: /益城町/ }).click();
      await page.getByRole('main').getByText('継続', { exact: true }).click();
      await page.getByRole('checkbox', { name: /^対応事項/ }).waitFor();
      await page.getByRole('radio', { name: 'そのまま残す' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'case-next-year',
    go: async (page) => {
      await page.getByRole('main').getByRole('button', { name: '案件をつくる' }).click();
      await heading(page, '益城町');
      await tab(page, '概要');
      await page.getByRole('region', { name: '年度のつながり' }).waitFor();
    },
  },
  {
    name: 'roadmap-next-year',
    go: async (page) => {
      await tab(page, 'ロードマップ');
      await bar(page, '試行の継続').waitFor();
    },
  },
  {
    name: 'search',
    go: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'さがす' }).fill('支援');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'search-page',
    go: async (page) => {
      await page.getByRole('option', { name: /^結果をすべて見る/ }).click();
      await page
        .getByRole('list', { name: '見つかったもの' })
        .getByRole('button')
        .first()
        .waitFor();
    },
  },
  {
    name: 'shortcuts',
    go: async (page) => {
      await closeDialog(page);
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
  },
];
