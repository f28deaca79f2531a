import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { caseHeadOf } from './case-head.ts';

/** The columns of the table, by their headings. */
const COLUMNS = {
  分野: 'group',
  取組み: 'lane',
  名前: 'label',
  開始: 'start',
  終了: 'end',
  種類: 'kind',
  状態: 'state',
  進み: 'progress',
  担当: 'owner',
  実績開始: 'actualStart',
  実績終了: 'actualEnd',
  備考: 'note',
} as const;
type ColumnName = keyof typeof COLUMNS;

/** ロードマップ as a table, its versions, and the menus of groups and lanes. */
export const roadmapTableOf = (page: Page) => {
  const grid = page.getByRole('grid', { name: 'ロードマップ（表）' });
  const rows = grid.locator('[data-row]');
  const row = (words: string | RegExp): Locator => rows.filter({ hasText: words }).first();
  const dialog = page.getByRole('dialog');
  const pick = async (button: Locator, item: string | RegExp): Promise<void> => {
    await button.click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const show = (name: '図' | '表'): Promise<void> =>
    page.getByRole('radio', { name, exact: true }).click();
  const versionButton = page.getByRole('button', { name: /^版: / });
  const compareButton = page.getByRole('button', { name: /^くらべる/ });

  return {
    grid,
    rows,
    row,
    show,
    dialog,
    /** A cell by the words of its row and its heading. */
    cell: (words: string | RegExp, column: ColumnName): Locator =>
      row(words).locator(`[data-column=${COLUMNS[column]}]`),
    /** A cell of the first row with a bar in it. */
    barCell: (column: ColumnName): Locator =>
      grid.locator(`[data-row]:not([data-row*=":"]) [data-column=${COLUMNS[column]}]`).first(),
    /** What has the keys: the cursor's cell. */
    cursor: grid.locator('input'),
    status: grid.page().locator('[role=status]'),
    /** Begins with the six groups of 益城町's form, and shows the table. */
    begin: async (): Promise<void> => {
      await caseHeadOf(page).openTab('ロードマップ');
      await page.getByRole('button', { name: '6つの分野ではじめる' }).click();
      await show('表');
      await expect(grid).toBeVisible();
    },
    /** Types a row, as into Excel: Tab between the cells, Enter at the end. */
    type: async (...texts: readonly string[]): Promise<void> => {
      for (const [index, text] of texts.entries()) {
        if (text !== '') await page.keyboard.insertText(text);
        await page.keyboard.press(index < texts.length - 1 ? 'Tab' : 'Enter');
      }
    },
    addRow: page.getByRole('button', { name: '行を追加', exact: true }),
    openPaste: page.getByRole('button', { name: '表を取り込む' }),
    pasteArea: page.getByRole('textbox', { name: 'ExcelやWordの表を貼り付ける' }),
    file: page.getByLabel('取り込むファイル'),
    preview: page.getByRole('table', { name: '取り込む帯' }),
    take: page.getByRole('button', { name: /本の帯を取り込む$/ }),
    /** The menu of a 取組み or a 分野 on the chart. */
    menu: (of: '取組み' | '分野', name: string, item: string | RegExp): Promise<void> =>
      pick(page.getByRole('button', { name: `${of}「${name}」の操作` }), item),
    save: (label: string): Promise<void> => dialog.getByRole('button', { name: label }).click(),
    versionButton,
    compareButton,
    version: (item: string | RegExp): Promise<void> => pick(versionButton, item),
    compare: (item: string | RegExp): Promise<void> => pick(compareButton, item),
    nameVersion: async (name: string, date: string, reason = ''): Promise<void> => {
      await pick(versionButton, /名前をつけて残す/);
      await dialog.getByRole('textbox', { name: '名前' }).fill(name);
      await dialog.getByRole('textbox', { name: '日付' }).fill(date);
      await dialog.getByRole('textbox', { name: '理由・メモ' }).fill(reason);
      await dialog.getByRole('button', { name: 'この名前で残す' }).click();
    },
    /** The card of changes, and its sentences. */
    changes: page.getByRole('region', { name: /変更 \d+件$/ }),
  };
};
