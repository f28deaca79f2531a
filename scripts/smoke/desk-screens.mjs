import { button, card, heading, place } from './parts.mjs';

/** What lies over all cases: ホーム, promises, know-how, 引継ぎ, themes, the bin. @type {readonly import('./parts.mjs').Step[]} */
export const deskScreens = [
  {
    name: 'home',
    inDocs: true,
    go: async (page) => {
      await place(page, 'ホーム');
      await page.locator('[data-ready="home"]').waitFor();
      await page.getByText('益城町').first().waitFor();
    },
  },
  {
    name: 'promises',
    go: async (page) => {
      await place(page, '予定');
      await page.getByRole('grid', { name: '予定（対応事項）' }).waitFor();
    },
  },
  {
    name: 'know-how',
    inDocs: true,
    go: async (page) => {
      await place(page, 'ノウハウ');
      await page.getByRole('grid', { name: 'ノウハウ' }).getByRole('rowheader').first().click();
      await page.getByRole('complementary').waitFor();
    },
  },
  {
    name: 'booklet',
    go: async (page) => {
      await button(page, '冊子にする').click();
      await heading(page, 'ノウハウ集');
      await page.locator('[data-sheet] table').first().waitFor();
    },
  },
  {
    name: 'handover',
    go: async (page) => {
      await place(page, '引継ぎ');
      await page.getByRole('grid', { name: '引き継ぐ案件' }).getByText('益城町').click();
      await page.getByRole('region', { name: '益城町のこと' }).waitFor();
    },
  },
  {
    name: 'handover-promises',
    go: async (page) => {
      await page
        .getByRole('navigation', { name: '引継ぎのページ' })
        .getByRole('link', { name: '約束' })
        .click();
      await page.getByRole('grid', { name: '残っている対応事項' }).waitFor();
    },
  },
  {
    name: 'handover-book',
    go: async (page) => {
      await page
        .getByRole('navigation', { name: '引継ぎのページ' })
        .getByRole('link', { name: '引継書' })
        .click();
      const books = page.getByRole('navigation', { name: '引継書' });
      await page.getByRole('region', { name: '案件のいま' }).waitFor();
      await books.getByRole('button', { name: '益城町' }).click();
      await button(page, 'いまの状況を書き直す').click();
      await page.getByRole('textbox', { name: 'いまの状況の本文' }).waitFor();
    },
  },
  {
    name: 'handover-paper',
    go: async (page) => {
      await page.getByRole('radio', { name: '紙面', exact: true }).click();
      await page.locator('[data-sheet] table').first().waitFor();
    },
  },
  {
    name: 'themes',
    go: async (page) => {
      await place(page, 'テーマ');
      await page.getByRole('grid', { name: 'テーマ' }).getByRole('rowheader').first().waitFor();
    },
  },
  {
    name: 'theme',
    inDocs: true,
    go: async (page) => {
      await page.getByRole('grid', { name: 'テーマ' }).getByText('通所型サービスC').click();
      await heading(page, '通所型サービスC');
    },
  },
  {
    name: 'theme-matrix',
    go: async (page) => {
      await place(page, 'テーマ');
      await button(page, '市町村とテーマの表').click();
      await heading(page, '市町村とテーマの表');
      await page.locator('[data-sheet] table').first().waitFor();
    },
  },
  {
    name: 'bin',
    go: async (page) => {
      await place(page, '案件');
      await page.getByRole('rowheader', { name: '益城町' }).first().click();
      await card(page, '2.5次ミーティング').click();
      await button(page, '削除').click();
      await page
        .getByRole('region', { name: 'お知らせ' })
        .getByText(/削除しました/)
        .waitFor();
      await place(page, 'ごみ箱');
      await page.getByRole('grid', { name: 'ごみ箱' }).getByRole('rowheader').first().click();
      await page.getByRole('complementary').waitFor();
    },
  },
];
