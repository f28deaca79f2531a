import { bar, button, card, closeDialog, heading, place, tab } from './parts.mjs';

/** From the first start through all pages of a case. @type {readonly import('./parts.mjs').Step[]} */
export const caseScreens = [
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
];
