/**
 * The walk through the screens: each step goes on from the one before and leaves its screen ready for
 * a picture. A picture that README.md or docs/guide.md shows has `inDocs`.
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ readonly name: string, readonly inDocs?: boolean, readonly go: (page: Page) => Promise<void> }} Step
 */

/** @param {Page} page @param {string} name */
const button = (page, name) => page.getByRole('button', { name, exact: true }).first();

/** @param {Page} page @param {string | RegExp} name */
const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

/** @param {Page} page @param {string} name */
const tab = (page, name) =>
  page.getByRole('navigation', { name: '案件のページ' }).getByRole('link', { name }).click();

/** @param {Page} page @param {string} name */
const place = (page, name) =>
  page.getByRole('navigation', { name: 'メイン' }).getByRole('link', { name }).click();

/** @param {Page} page @param {string} words */
const card = (page, words) => page.locator('[data-meeting]').filter({ hasText: words }).first();

/** A bar of the roadmap's chart. @param {Page} page @param {string} words */
const bar = (page, words) =>
  page.locator('[data-roadmap-chart] .bar-wrapper').filter({ hasText: words }).first();

/** @param {Page} page */
const closeDialog = async (page) => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

/** @type {readonly Step[]} */
export const tour = [
  {
    name: 'welcome',
    inDocs: true,
    go: async (page) => {
      await heading(page, '伴走ノートへようこそ');
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
    },
  },
  {
    name: 'where-to-begin',
    go: async (page) => {
      await page.getByRole('combobox', { name: '都道府県' }).fill('くまもと');
      await page.getByRole('option', { name: /熊本県/ }).click();
      await page.getByRole('textbox', { name: '課・班' }).fill('地域ケア推進班');
      await page.getByRole('textbox', { name: 'あなたの名前' }).fill('山田 花子');
      await button(page, '次へ').click();
      await page.getByRole('button', { name: /^サンプルを開く/ }).waitFor();
    },
  },
  {
    name: 'home-empty',
    go: async (page) => {
      await button(page, 'あとで決める').click();
      await button(page, 'サンプルを開く').waitFor();
    },
  },
  {
    name: 'case-new',
    go: async (page) => {
      await page.keyboard.press('Control+n');
      await heading(page, '案件をつくる');
      await page.getByRole('combobox', { name: '市町村' }).pressSequentially('うとし');
      await page.getByRole('option', { name: /宇土市/ }).waitFor();
    },
  },
  {
    name: 'flow',
    inDocs: true,
    go: async (page) => {
      await page.keyboard.press('Escape');
      // What was typed would stay as a draft, which closing the window asks about.
      await button(page, 'やめる').click();
      await place(page, 'ホーム');
      await button(page, 'サンプルを開く').click();
      await heading(page, '益城町');
      await card(page, '2.5次ミーティング').waitFor();
    },
  },
  {
    name: 'flow-peek',
    inDocs: true,
    go: async (page) => {
      await card(page, '第1回支援').click();
      await button(page, '開いて書く').waitFor();
    },
  },
  {
    name: 'flow-add',
    go: async (page) => {
      await button(page, '会合を追加').click();
      await page.getByRole('menuitem', { name: 'ミーティング' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'flow-table',
    go: async (page) => {
      await closeDialog(page);
      await page.getByRole('radio', { name: '表', exact: true }).click();
      await page.getByRole('grid', { name: '会合（表）' }).waitFor();
    },
  },
  {
    name: 'record',
    inDocs: true,
    go: async (page) => {
      await page.getByRole('radio', { name: 'はしご', exact: true }).click();
      await card(page, '第2回支援').dblclick();
      await heading(page, '第2回支援');
      await page.getByRole('textbox', { name: /の記録$/ }).waitFor();
    },
  },
  {
    name: 'record-files',
    go: async (page) => {
      const card = page.getByRole('region', { name: '添付ファイル' });
      await card.evaluate(async (element) => {
        const picture = new OffscreenCanvas(320, 240);
        const brush = picture.getContext('2d');
        brush?.fillRect(40, 60, 240, 120);
        const files = [
          new File([await picture.convertToBlob()], '会場の写真.png', { type: 'image/png' }),
          new File(['次第'], '第1回支援に向けた打合せの次第（町の修正を反映したもの）.pdf'),
        ];
        const data = new DataTransfer();
        for (const file of files) data.items.add(file);
        const drop = { bubbles: true, cancelable: true, dataTransfer: data };
        element.dispatchEvent(new DragEvent('drop', drop));
      });
      await card.getByRole('listitem').nth(1).waitFor();
      await card.locator('img').waitFor();
      await card.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'record-who',
    go: async (page) => {
      const who = page.getByRole('combobox', { name: '出席者を加える' });
      for (const name of ['見本 花子', '見本 太郎']) {
        await who.fill(`${name}（福祉課・主事）`);
        const found = page.getByRole('option', { name: /を加える: 福祉課/ });
        await found.first().click();
        await button(page, `${name}の操作`).waitFor();
      }
      await who.fill('見本 次郎（包括）');
      await page.getByRole('option', { name: /を加える: 包括/ }).waitFor();
    },
  },
  {
    name: 'people',
    go: async (page) => {
      const who = page.getByRole('combobox', { name: '出席者を加える' });
      await page.getByRole('option', { name: /を加える: 包括/ }).click();
      await button(page, '見本 次郎の操作').waitFor();
      await who.press('Escape');
      await place(page, '人・機関');
      await page.getByRole('grid', { name: '機関' }).waitFor();
    },
  },
  {
    name: 'organization',
    go: async (page) => {
      await page.getByRole('grid', { name: '機関' }).getByText('福祉課').first().click();
      await heading(page, '福祉課');
      await page.getByRole('region', { name: '会合' }).getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'person',
    go: async (page) => {
      await button(page, '見本 花子').click();
      await heading(page, '見本 花子');
      await page.getByRole('region', { name: '会合' }).getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'people-list',
    go: async (page) => {
      await button(page, '人・機関').click();
      await page.getByRole('grid', { name: '人' }).waitFor();
    },
  },
  {
    name: 'record-again',
    go: async (page) => {
      await page.getByRole('grid', { name: '人' }).getByText('見本 花子').first().click();
      await page.getByRole('region', { name: '会合' }).getByRole('button').first().click();
      await heading(page, '第2回支援');
      await page.getByRole('textbox', { name: /の記録$/ }).waitFor();
    },
  },
  {
    name: 'record-paper',
    go: async (page) => {
      await button(page, 'この記録を印刷').click();
      await page.getByRole('table', { name: /記録$/ }).first().waitFor();
    },
  },
  {
    name: 'room',
    go: async (page) => {
      await page.goBack();
      await page.getByRole('textbox', { name: /の記録$/ }).waitFor();
      await button(page, '会議モード').click();
      await button(page, '会議モードを終わる').waitFor();
      await page.getByRole('textbox', { name: /の記録$/ }).waitFor();
    },
  },
  {
    name: 'overview',
    inDocs: true,
    go: async (page) => {
      await button(page, '会議モードを終わる').click();
      await heading(page, '第2回支援');
      await page
        .getByRole('navigation', { name: '現在の場所' })
        .getByRole('button', { name: '支援の流れ' })
        .click();
      await heading(page, '益城町');
      await tab(page, '概要');
      await page.getByText('目指す姿').first().waitFor();
    },
  },
  {
    name: 'case-edit',
    go: async (page) => {
      await button(page, '案件の情報を編集').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'roadmap',
    inDocs: true,
    go: async (page) => {
      await closeDialog(page);
      await tab(page, 'ロードマップ');
      await bar(page, '試行の継続').waitFor();
    },
  },
  {
    name: 'roadmap-bar',
    go: async (page) => {
      await button(page, '版: いま').click();
      await page.getByRole('menuitem', { name: 'いまのロードマップに名前をつけて残す…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: '名前' }).fill('3月版');
      await dialog.getByRole('button', { name: 'この名前で残す' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page
        .getByRole('region', { name: 'お知らせ' })
        .getByRole('button', { name: '閉じる' })
        .click();
      await bar(page, '試行の継続').click();
      await page.getByRole('complementary').waitFor();
    },
  },
  {
    name: 'roadmap-compared',
    inDocs: true,
    go: async (page) => {
      const end = page.getByRole('complementary').getByRole('textbox', { name: '終了' }).first();
      await end.fill('R6.9');
      await end.press('Enter');
      // Until it is stored and written out, Escape takes back what was typed.
      await page.waitForFunction((field) => field?.value !== 'R6.9', await end.elementHandle());
      await page.keyboard.press('Escape');
      await page.getByRole('complementary').waitFor({ state: 'detached' });
      await button(page, 'くらべる').click();
      await page.getByRole('menuitem', { name: /3月版/ }).click();
      await page.getByRole('heading', { name: /「3月版」からの変更/ }).waitFor();
    },
  },
  {
    name: 'roadmap-table',
    inDocs: true,
    go: async (page) => {
      await button(page, 'くらべる: 3月版').click();
      await page.getByRole('menuitem', { name: 'くらべない' }).click();
      await page.getByRole('radio', { name: '表', exact: true }).click();
      await page.getByRole('grid').first().waitFor();
    },
  },
  {
    name: 'findings',
    inDocs: true,
    go: async (page) => {
      await tab(page, '課題と対応');
      await page.getByText('サービスの周知不足').first().waitFor();
    },
  },
  {
    name: 'know-how-gather',
    go: async (page) => {
      await page
        .getByRole('button', { name: /理念先行の考え方.*の操作$/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'まとめてノウハウにする…' }).click();
      await page.getByRole('dialog', { name: 'まとめてノウハウにする' }).waitFor();
    },
  },
  {
    name: 'materials',
    inDocs: true,
    go: async (page) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByText('対話・意見交換を重ねることが規範的統合につながる').click();
      await dialog.getByRole('button', { name: '2件を1つのノウハウにする' }).click();
      await dialog.waitFor({ state: 'detached' });
      await tab(page, '資料');
      await button(page, '表をコピー').waitFor();
      await page.getByText('関係者間での規範的統合').first().waitFor();
    },
  },
  {
    name: 'import',
    go: async (page) => {
      await tab(page, '支援の流れ');
      await button(page, '表から取り込む').click();
      await heading(page, /取り込/);
    },
  },
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
