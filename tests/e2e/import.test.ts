import { writeFile } from 'node:fs/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import Encoding from 'encoding-japanese';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { pack } from '#tests/support/pack.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { importOf } from '#tests/support/pages/import.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import { paste } from '#tests/support/paste.ts';
import { sheetXml, workbook } from '#tests/support/workbook.ts';

const DETAILS = [
  ['時期', '内容', '支援者', '備考'],
  ['8月', '0.5次ミーティング(8/3)', 'AD、県', '現地・オンライン'],
  ['', '1回目支援(8/24)', '〃', '現地'],
  ['', '2次ミーティング', '県', ''],
  ['10月', '意見交換会(10/14)', '県AD、九州厚生局、県', '〃'],
] as const;

/** As Excel copies it: the month stands once for its rows. */
const HTML = `<html><body><table><tr><td>時期</td><td>内容</td><td>支援者</td><td>備考</td></tr>
<tr><td rowspan=3>8月</td><td>0.5次ミーティング<br>\n  (8/3)</td><td>AD、県</td><td>現地・オンライン</td></tr>
<tr><td>1回目支援(8/24)</td><td>〃</td><td>現地</td></tr>
<tr><td>=SUM(A1)&amp;&lt;b&gt;</td><td>県</td><td>オンライン</td></tr></table></body></html>`;

/** A case of 宇土市 in this fiscal year, its ladder open. */
const openEmptyCase = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  await flowOf(page).addButton.waitFor();
};

/** Copies and pastes at once: the tests of one machine share its clipboard. */
const pasteText = (app: ElectronApplication, text: string): Promise<void> =>
  app.evaluate(({ clipboard, BrowserWindow }, given) => {
    clipboard.writeText(given);
    BrowserWindow.getAllWindows()[0]?.webContents.paste();
  }, text);

test('A table pasted on the ladder is looked at, taken in, and goes with one undo', async ({
  pc,
}) => {
  await pc.settle();
  const { app, page } = await pc.start();
  await openEmptyCase(page);
  const importing = importOf(page);
  const flow = flowOf(page);
  await pasteText(app, DETAILS.map((row) => row.join('\t')).join('\r\n'));

  await expect(importing.rows).toHaveCount(4);
  await expect(importing.row('1回目支援').or(importing.row('第1回支援'))).toContainText(
    'AD、熊本県',
  );
  await expect(importing.row('2次ミーティング')).toContainText('整数');
  await expect(importing.row('2次ミーティング')).toContainText('取り込めない');
  await importing.filter(/^取り込めない/).click();
  await expect(importing.rows).toHaveCount(1);
  expect(await violationsOn(page)).toEqual([]);
  await expect(importing.take).toHaveAccessibleName('3件を取り込む');
  await importing.take.click();

  await expect(flow.cards).toHaveCount(3);
  await expect(flow.card('第1回支援')).toContainText('8/24');
  await shellOf(page)
    .toast('3件を取り込みました')
    .getByRole('button', { name: '元に戻す' })
    .click();
  await expect(flow.cards).toHaveCount(0);
});

test('Copied HTML keeps merged cells, and what looks like a formula or a tag is text', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openEmptyCase(page);
  const importing = importOf(page);
  await importing.open();
  await paste(importing.pasteArea, { 'text/html': HTML, 'text/plain': 'ほかの文' });
  await expect(importing.rows).toHaveCount(3);
  await expect(importing.row('0.5次ミーティング')).toContainText('8月3日');
  await expect(importing.row('=SUM(A1)&<b>')).toContainText('要確認');
  await importing.take.click();
  await expect(flowOf(page).card('=SUM(A1)&<b>')).toHaveCount(1);
});

test('What is there already is known, and fills only what is empty', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openEmptyCase(page);
  const importing = importOf(page);
  await paste(page.locator('body'), {
    'text/plain': '日にち\t内容\n8/3\t0.5次ミーティング\n8/24\t1回目支援',
  });
  await importing.take.click();
  await expect(flowOf(page).cards).toHaveCount(2);
  await paste(page.locator('body'), {
    'text/plain': DETAILS.map((row) => row.join('\t')).join('\n'),
  });
  await expect(importing.filter(/^重複/)).toHaveAccessibleName('重複 2');
  await expect(importing.take).toHaveAccessibleName('1件を取り込む');
  await importing.choice(2).selectOption('空いている欄だけ埋める');
  await importing.take.click();
  await expect(flowOf(page).cards).toHaveCount(3);
  await expect(flowOf(page).card('0.5次ミーティング')).toContainText('AD');
});

test('Files are read by what is in them: Shift_JIS, a workbook, and what is neither', async ({
  pc,
}, info) => {
  await pc.settle();
  const { page } = await pc.start();
  await openEmptyCase(page);
  const importing = importOf(page);
  const give = (name: string, buffer: Buffer) =>
    importing.file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await importing.open();

  const zip = pack([{ name: 'a.txt', bytes: new Uint8Array([1]) }]);
  await give('去年.xlsx', Buffer.from(zip));
  await expect(importing.problem).toContainText('名前を変えたzipファイル');
  // By its path: through the debugger's own port such a file takes half a minute.
  const big = info.outputPath('去年.xlsx');
  await writeFile(big, Buffer.alloc(50 * 1024 * 1024 - 1));
  await importing.file.setInputFiles(big);
  await expect(importing.problem).toContainText('「去年.xlsx」は50.0 MBあり、大きすぎます');

  const book = workbook(
    sheetXml(
      DETAILS.map((row) => [...row]),
      ['A2:A4'],
    ),
  );
  await give('去年.xlsx', Buffer.from(book));
  await expect(importing.rows).toHaveCount(4);
  await expect(importing.problem).toHaveCount(0);

  await page.getByRole('button', { name: '別の表にする' }).click();
  const csv = ['月日,件名,だれ', '8/3,打合せ,県', '9/1,視察,AD'].join('\r\n');
  const bytes = Encoding.convert(Encoding.stringToCode(csv), { to: 'SJIS', from: 'UNICODE' });
  await give('去年.csv', Buffer.from(bytes as number[]));
  await expect(importing.row('打合せ')).toContainText('8月3日');
  // The third column says nothing that is known: staff say what it is, and it is remembered.
  await page.getByRole('button', { name: /だれ/ }).click();
  await page.getByRole('option', { name: '支援者' }).click();
  await expect(importing.row('視察')).toContainText('AD');
  await importing.take.click();
  await expect(flowOf(page).cards).toHaveCount(2);
  await importing.open();
  await give('今年.csv', Buffer.from(bytes as number[]));
  await expect(importing.row('視察')).toContainText('AD');
});

/** Figures of a town, and the year's rounds beside each other, as a report has them on one page. */
const TWO_TABLES = `<table><tr><td>項目</td><td>値</td><td>時点</td></tr><tr><td>世帯数</td><td>14,145世帯</td><td>2023年1月末</td></tr></table>
<table><tr><td></td><td>1回目支援 (R4.8.24)</td></tr><tr><td>だれ</td><td>町職員</td></tr><tr><td>参加者</td><td>38人</td></tr></table>`;

test('Which table is read, in which form, and what its rows are can always be chosen', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openEmptyCase(page);
  const importing = importOf(page);
  const pick = async (label: string, option: string): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await importing.open();
  await paste(importing.pasteArea, { 'text/html': TWO_TABLES, 'text/plain': '' });
  await expect(page.getByText('表が2つあります')).toBeVisible();
  await expect(importing.row('第1回支援')).toContainText('38人');
  expect(await violationsOn(page)).toEqual([]);

  await pick('表', '1つめの表');
  await expect(importing.row('第1回支援')).toHaveCount(0);
  await pick('表', '2つめの表');
  await pick('表の形', '1行に1つの会合');
  await expect(page.getByRole('list', { name: '列の対応' })).toBeVisible();
  await pick('表の形', '1列に1回の支援');
  await pick('だれ', '支援者');
  await expect(importing.row('第1回支援')).toContainText('町職員');
  await page.getByRole('textbox', { name: '出典' }).fill('令和4年度の報告');
  await importing.take.click();
  await expect(flowOf(page).card('第1回支援')).toContainText('町職員');
});

test('An empty clipboard says so', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openEmptyCase(page);
  const importing = importOf(page);
  await importing.open();
  await paste(importing.pasteArea, { 'text/plain': ' \t \n' });
  await expect(importing.problem).toContainText('表に何も入っていません');
});
