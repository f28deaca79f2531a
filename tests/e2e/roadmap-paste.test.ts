import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { beginTable } from '#tests/support/begin-table.ts';
import { bookBytes } from '#tests/support/import-corpus/books.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import { paste } from '#tests/support/paste.ts';

const ROWS = [
  '分野\t取組み\t名前\t開始\t終了\t種類',
  '支援体制の整備\t相談対応の見直し\t見直し\tR5.3\tR5.9\t検討',
  '〃\t〃\t<img src=x onerror=alert(1)>\t令和5年10月上旬\t2027/3\t',
  '地域連携\t医師会\t連絡会\tR5.13\tR5.4\t実施',
  '関係機関\t社協\t受け皿づくり\tR6.4\tR5.4\t実施',
  '新しい分野\t動画\t=SUM(A1)\tR5.4\tR6.3\t実施',
].join('\r\n');

test('Rows from Excel are looked at, the good ones taken in, and go with one undo', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const table = await beginTable(page);
  const before = await table.rows.count();
  await table.rows.first().locator('[data-column=label]').click();
  await paste(table.cursor, { 'text/plain': ROWS });

  await expect(table.preview.getByRole('row')).toHaveCount(6);
  const line = (words: string) => table.preview.getByRole('row').filter({ hasText: words });
  await expect(line('連絡会')).toContainText('13月はありません');
  await expect(line('受け皿づくり')).toContainText('より前です');
  await expect(line('<img')).toContainText('R5.10上旬～R9.3');
  await expect(table.dialog).toContainText('2行は読み取れない');
  await expect(table.dialog).toContainText('分野「新しい分野」');
  await expect(table.take).toHaveAccessibleName('3本の帯を取り込む');
  expect(await violationsOn(page)).toEqual([]);
  await table.take.click();

  await expect(table.row('見直し').first()).toContainText('検討・準備');
  await expect(table.cell('<img src=x onerror=alert(1)>', '取組み')).toHaveText('相談対応の見直し');
  await expect(table.row('=SUM(A1)')).toContainText('新しい分野');
  await shellOf(page)
    .toast('3本の帯を取り込みました')
    .getByRole('button', { name: '元に戻す' })
    .click();
  await expect(table.rows).toHaveCount(before);

  await test.step('one copied cell goes into the cell', async () => {
    await table.addRow.click();
    await table.type('支援', '県の伴走支援', '試行', 'R5.4', 'R5.9');
    await table.cell('試行', '担当').click();
    await paste(table.cursor, { 'text/plain': '地域包括支援センター\r\n' });
    await expect(table.cell('試行', '担当')).toHaveText('地域包括支援センター');
  });

  await test.step('a table can be pasted into the window too', async () => {
    await table.openPaste.click();
    await expect(table.pasteArea).toBeFocused();
    expect(await violationsOn(page)).toEqual([]);
    await paste(table.pasteArea, { 'text/plain': '支援\t県の伴走支援\t研修\tR5.6\tR5.6' });
    // Nothing but their order says what the columns are: staff see it, and may say otherwise.
    await expect(table.preview).toContainText('列の並びから読み取りました');
    await page.getByRole('button', { name: /3列目$/ }).click();
    await page.getByRole('option', { name: '備考', exact: true }).click();
    await expect(table.preview).not.toContainText('並びから');
    await page.getByRole('button', { name: /2列目$/ }).click();
    expect(await violationsOn(page)).toEqual([]);
    await page.screenshot({ path: 'out/test/roadmap-paste.png' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /3列目$/ }).click();
    await page.getByRole('option', { name: '名前', exact: true }).click();
    await table.take.click();
    await expect(table.row('研修')).toContainText('R5.6');
    await paste(page.locator('body'), { 'text/plain': '支援\t県の伴走支援\t会議\tR5.7\tR5.7' });
    await expect(table.preview).toContainText('会議');
    await table.save('やめる');
    await expect(table.row('会議')).toHaveCount(0);
  });

  await test.step('a file can be chosen there, and of its sheets the one with bars is read', async () => {
    await table.openPaste.click();
    await table.file.setInputFiles({
      name: '計画.xlsx',
      mimeType: '',
      buffer: Buffer.from(
        bookBytes({
          dialect: 'excel',
          sheets: [
            { name: '表紙', rows: [['令和5年度の計画']] },
            {
              name: '計画',
              rows: [
                ['分野', '取組み', '名前', '期間', '予算'],
                ['支援', '県の伴走支援', '研修会', 'R5.8～R5.9', '0'],
              ],
            },
          ],
        }),
      ),
    });
    await expect(table.preview).toContainText('研修会');
    await expect(table.dialog).toContainText('「計画.xlsx」');
    await expect(table.dialog).toContainText('「予算」の列は取り込みません');
    await expect(page.getByRole('button', { name: /シート$/ })).toContainText('計画');
    await page.screenshot({ path: 'out/test/roadmap-file.png' });
    await page.getByRole('button', { name: '別の表にする' }).click();
    expect(await violationsOn(page)).toEqual([]);
    await page.screenshot({ path: 'out/test/roadmap-source.png' });
    await table.file.setInputFiles({
      name: '研修.csv',
      mimeType: '',
      buffer: Buffer.from('分野,取組み,名前,開始,終了\r\n支援,県の伴走支援,研修会,R5.8,R5.9'),
    });
    await table.take.click();
    await expect(table.row('研修会')).toContainText('R5.8');
  });
});

test('A plan with months for columns is pasted: marks and words that go on become bars', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  const table = await beginTable(page);
  const blank = Array<string>(11).fill('');
  const months = ['4', '5', '6', '7', '8', '9', '10', '11', '12', '1', '2', '3'].map(
    (n) => `${n}月`,
  );
  const plan = [
    ['', '', '令和6年度', ...blank, '令和7年度', ...blank],
    ['分野', '取組み', ...months, ...months, '担当'],
    ['支援', '通所C', '検討', '→', '→', ...blank.slice(3), '○', '○', '○', ...blank.slice(1), '町'],
    ['〃', '周知', ...blank, ...blank, '', '', '町'],
  ];
  await table.openPaste.click();
  await paste(table.pasteArea, { 'text/plain': plan.map((row) => row.join('\t')).join('\r\n') });
  const line = (words: string) => table.preview.getByRole('row').filter({ hasText: words });
  await expect(line('検討')).toContainText('R6.4～R6.6');
  await expect(line('R7.3')).toContainText('R7.3～R7.5');
  await expect(line('周知')).toContainText('月の欄に印や言葉がありません。');
  // All of it is a guess, and none of it is said to be well.
  await expect(table.preview.getByRole('img', { name: '確認' })).toHaveCount(2);
  await expect(table.preview).not.toContainText('問題なし');
  await expect(table.dialog).toContainText('色や図形だけの欄は読み取れません');
  expect(await violationsOn(page)).toEqual([]);
  await page.screenshot({ path: 'out/test/roadmap-months.png' });
  await expect(table.take).toHaveAccessibleName('2本の帯を取り込む');
  await table.take.click();
  await expect(table.row('検討')).toContainText('R6.4R6.6検討・準備予定');
  await expect(table.row('R7.3')).toContainText('町');
});
