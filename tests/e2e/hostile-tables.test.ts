import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import {
  endlessFormat,
  farCell,
  farCellInUnnumberedRow,
  longDate,
  longDateBook,
  mergesOverAll,
  mergesOverFew,
  sheetNamedOften,
} from '#tests/support/hostile-books.ts';
import { staysAlive } from '#tests/support/liveness.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { importOf } from '#tests/support/pages/import.ts';
import { paste, pasteLong } from '#tests/support/paste.ts';

const openImport = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  await flowOf(page).addButton.waitFor();
  await importOf(page).open();
  await importOf(page).pasteArea.waitFor();
};

/** Until staff know what has come of a workbook (ms): far less than what a reader is given before it is given up. */
const PATIENCE = 15_000;

test('Workbooks made to fill the memory or to freeze the window are refused or read at once', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openImport(page);
  const importing = importOf(page);
  const give = (name: string, buffer: Uint8Array): Promise<void> =>
    importing.file.setInputFiles({
      name: `${name}.xlsx`,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(buffer),
    });
  const attacks = {
    'a cell at XFD90000': farCell('XFD90000'),
    'a cell at XFD3000': farCell('XFD3000'),
    'a cell at A3000000 in a row without a number': farCellInUnnumberedRow(),
    '400 merged areas over A1:GR10000': mergesOverAll(400),
  };
  for (const [what, book] of Object.entries(attacks)) {
    await staysAlive(page, what, async () => {
      await give(what, book);
      await expect(importing.problem).toContainText(`「${what}.xlsx」は、広げると大きすぎる`, {
        timeout: PATIENCE,
      });
    });
  }
  await staysAlive(page, '400 merged areas over each other', async () => {
    await give('結合', mergesOverFew(400));
    await expect(page.getByText('2000行×20列')).toBeVisible({ timeout: PATIENCE });
  });
  await page.getByRole('button', { name: '別の表にする' }).click();
  await staysAlive(page, 'a number format without end', async () => {
    await give('書式', endlessFormat());
    await expect(page.getByText('1行×1列')).toBeVisible({ timeout: PATIENCE });
  });
  await page.getByRole('button', { name: '別の表にする' }).click();

  await staysAlive(page, 'a date cell of 32 KB', async () => {
    await give('長い日付', longDateBook());
    await expect(importing.rows).toHaveCount(2, { timeout: PATIENCE });
  });
  await expect(importing.row('8月3日')).toContainText('備考に残します');
  await importing.take.click();
  await expect(flowOf(page).cards).toHaveCount(1);
});

test('Pasted tables made to freeze the window are refused or read, and it goes on answering', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openImport(page);
  const importing = importOf(page);

  await staysAlive(page, '10,000 rows of rowspan 65534', async () => {
    const row = '<tr><td rowspan=65534>1<td rowspan=65534 colspan=1000>2</tr>';
    await pasteLong(importing.pasteArea, {
      'text/html': { begin: '<table>', part: row, times: 10_000, end: '</table>' },
    });
    await expect(importing.problem).toContainText('表が大きすぎます（行×列で500,000マスまで');
  });

  await staysAlive(page, '5 MB of cells in one row', async () => {
    await pasteLong(importing.pasteArea, {
      'text/html': { begin: '<table><tr>', part: '<td>', times: 1_250_000 },
    });
    await expect(importing.problem).toContainText('表に何も入っていません');
  });

  await staysAlive(page, '5 MB of line ends', async () => {
    await pasteLong(importing.pasteArea, { 'text/plain': { part: '\n', times: 5_000_000 } });
    await expect(importing.problem).toContainText('表に何も入っていません');
  });

  await staysAlive(page, '10,000 rows', async () => {
    const rows = Array.from(
      { length: 9999 },
      (_, index) => `${(index % 12) + 1}月\t打合せ その${index}\tAD、県\t現地`,
    );
    const text = ['時期\t内容\t支援者\t備考', ...rows].join('\n');
    await paste(importing.pasteArea, { 'text/plain': text });
    await expect(importing.take).toHaveAccessibleName('9,999件を取り込む', { timeout: 10_000 });
  });
  await page.getByRole('button', { name: '別の表にする' }).click();

  await staysAlive(page, 'a pasted date of 32 KB', async () => {
    await paste(importing.pasteArea, { 'text/plain': `日にち\t内容\n${longDate()}\t打合せ` });
    await expect(importing.row('8月3日')).toHaveCount(1);
  });
});

test('A file that keeps its reader busy is given up after a while, and the window stays free', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openImport(page);
  const importing = importOf(page);
  const buffer = Buffer.from(sheetNamedOften(200));
  await staysAlive(page, 'one long file that is 200 sheets', async () => {
    await importing.file.setInputFiles({ name: '遅い.xlsx', mimeType: '', buffer });
    await expect(page.getByText('「遅い.xlsx」を読み取っています')).toBeVisible();
    await expect(importing.problem).toContainText(
      '「遅い.xlsx」は読み取りに時間がかかりすぎるため、やめました。',
      { timeout: 40_000 },
    );
  });
  // And it can be stopped before.
  await importing.file.setInputFiles({ name: '遅い.xlsx', mimeType: '', buffer });
  await page.getByRole('button', { name: 'やめる' }).click();
  await paste(importing.pasteArea, { 'text/plain': '日にち\t内容\n8/3\t打合せ' });
  await expect(importing.row('打合せ')).toHaveCount(1);
});
