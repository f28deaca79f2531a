import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openAddress, openNewRecord } from '#tests/support/cases.ts';
import {
  answerDialogs,
  attachmentsOf,
  give,
  watchOpening,
} from '#tests/support/pages/attachments.ts';
import { binOf } from '#tests/support/pages/bin.ts';
import { answerSaving, materialsOf } from '#tests/support/pages/materials.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import { readPdf } from '#tests/support/pdf.ts';

/** One red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const sha = (bytes: readonly number[]): string =>
  createHash('sha256').update(Uint8Array.from(bytes)).digest('hex');
const widthOf = (picture: Locator): Promise<number> =>
  picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0));
const picture = { name: '会場.png', type: 'image/png', bytes: [...PIXEL] };

test('Files of a meeting are chosen, opened, described, copied out, taken off and put back', async ({
  pc,
}) => {
  await pc.settle();
  const { app, page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  const desk = join(dirname(pc.data), 'desk');
  await mkdir(desk, { recursive: true });
  await writeFile(join(desk, '次第.pdf'), '%PDF-1.7 次第');
  await writeFile(join(desk, '道具.exe'), 'MZ');
  const asked = await watchOpening(app);
  await openNewRecord(page);
  const files = attachmentsOf(page);

  await answerDialogs(app, {
    files: ['次第.pdf', '道具.exe', 'ない.pdf'].map((n) => join(desk, n)),
  });
  await files.attach.click();
  await expect(files.items).toHaveCount(2);
  await expect(page.getByText('「ない.pdf」を読み取れませんでした。')).toBeVisible();
  await expect(files.file('次第.pdf')).toContainText('15バイト');
  await expect(files.file('次第.pdf')).toContainText('山田 花子');
  expect(await violationsOn(page)).toEqual([]);

  // A document is opened as a copy that can only be read; what could run is only shown.
  await files
    .file('次第.pdf')
    .getByRole('button', { name: '次第.pdf', exact: true })
    .press('Enter');
  await files
    .file('道具.exe')
    .getByRole('button', { name: '道具.exe', exact: true })
    .press('Enter');
  await expect.poll(asked).toHaveLength(2);
  const [opened = '', shown = ''] = await asked();
  expect(basename(opened)).toBe('次第.pdf');
  expect(await readFile(opened.slice('open '.length), 'utf8')).toBe('%PDF-1.7 次第');
  expect(shown).toMatch(/^show .*道具\.exe$/);

  await files.act('次第.pdf', '説明を書く');
  const remark = files.file('次第.pdf').getByRole('textbox', { name: '次第.pdfの説明' });
  await remark.fill('当日の配布資料');
  await remark.press('Enter');
  await answerDialogs(app, { place: join(desk, '写し') });
  await files.act('次第.pdf', '取り出す…');
  await expect.poll(() => readdir(desk)).toContain('写し.pdf');
  expect(await readFile(join(desk, '写し.pdf'), 'utf8')).toBe('%PDF-1.7 次第');

  await files.act('道具.exe', '添付から外す');
  await expect(files.items).toHaveCount(1);
  await shellOf(page).saved();
  await shellOf(page).go('ごみ箱');
  await binOf(page).row('道具.exe').waitFor();
});

test('A picture is dropped or pasted, put into the note, printed, kept over a restart, and told when it is gone', async ({
  pc,
}) => {
  await pc.settle();
  const first = await pc.start();
  const { page } = first;
  const address = await openNewRecord(page);
  const files = attachmentsOf(page);
  await give(files.card, 'drop', picture);
  await expect(files.items).toHaveCount(1);
  await give(files.attach, 'paste', { ...picture, name: 'image.png', bytes: [...PIXEL, 0] });
  await expect(files.items).toHaveCount(2);
  const small = files.file('会場.png').locator('img');
  await expect.poll(() => widthOf(small)).toBe(1);
  // Pasted into the note it is the file that is attached already; another one is attached in the same step.
  const record = recordOf(page);
  const inNote = (name: string) => record.note.getByRole('img', { name });
  await record.note.click();
  await page.keyboard.type('会場の様子');
  await give(record.note, 'paste', picture);
  await expect.poll(() => widthOf(inNote('会場.png'))).toBe(1);
  await expect(files.items).toHaveCount(2);
  await give(record.note, 'paste', { ...picture, name: '図.png', bytes: [...PIXEL, 0, 0] });
  await expect(inNote('図.png')).toBeVisible();
  await expect(files.items).toHaveCount(3);
  await page.keyboard.press('Control+Z');
  await expect(inNote('図.png')).toHaveCount(0);
  await expect(files.items).toHaveCount(2);
  // So it is where one is dropped on the note, or chosen by its button.
  await give(record.note, 'drop', { ...picture, name: '地図.png', bytes: [...PIXEL, 0, 0, 0] });
  await expect(inNote('地図.png')).toBeVisible();
  await expect(files.items).toHaveCount(3);
  await page.keyboard.press('Control+Z');
  await expect(files.items).toHaveCount(2);
  const chosen = join(dirname(pc.data), '配置図.png');
  await writeFile(chosen, Uint8Array.from([...PIXEL, 0, 0, 0, 0]));
  await answerDialogs(first.app, { files: [chosen] });
  await page.getByRole('button', { name: '写真・図', exact: true }).click();
  await expect.poll(() => widthOf(inNote('配置図.png'))).toBe(1);
  await expect(files.items).toHaveCount(3);
  await page.keyboard.press('Control+Z');
  await expect(inNote('配置図.png')).toHaveCount(0);
  await expect(files.items).toHaveCount(2);
  await files.act('image.png', '本文に入れる');
  await expect(inNote('image.png')).toBeVisible();
  // The first Backspace selects it, the second one takes it out of the note alone.
  await record.note.press('Control+End');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(inNote('image.png')).toHaveCount(0);
  await expect(files.items).toHaveCount(2);
  // What is internal is not shown on the projector.
  await files.act('会場.png', '内部の印を付ける');
  await page.getByRole('button', { name: '会議モード' }).press('Enter');
  await expect(record.note).toContainText('県の写真・図（会議モードでは表示しません）');
  await expect(record.note.getByRole('img')).toHaveCount(0);
  await page.getByRole('button', { name: '会議モードを終わる' }).press('Enter');
  await expect.poll(() => widthOf(inNote('会場.png'))).toBe(1);
  await shellOf(page).saved();
  await page.keyboard.press('Control+P');
  const materials = materialsOf(page);
  await expect.poll(() => widthOf(materials.preview.locator('td img'))).toBe(1);
  const paper = join(dirname(pc.data), '記録.pdf');
  await answerSaving(first.app, paper);
  await materials.savePdf.click();
  await expect(shellOf(page).toast('PDFに保存しました')).toBeVisible();
  const printed = await readFile(paper);
  expect(printed.toString('latin1')).toContain('/Subtype /Image');
  expect(readPdf(printed)[0]?.text).toContain('［図：会場.png］');
  await first.quit();

  const folder = join(pc.data, 'records', 'attachments');
  await rm(join(folder, sha(picture.bytes)));
  await writeFile(join(folder, sha([...PIXEL, 0])), 'something else');
  const second = await pc.start();
  const again = attachmentsOf(second.page);
  await openAddress(second.page, address);
  await expect(again.items).toHaveCount(2);
  await expect(again.card).toContainText('見つかりません');
  await expect(again.card).toContainText('中身が変わっています');
  const { note } = recordOf(second.page);
  await expect(note).toContainText('写真が見つかりません：会場.png');
  await expect(note).toContainText('会場の様子');
});

test('Where attached files cannot be looked through, their list says so and can be used', async ({
  pc,
}) => {
  await pc.settle();
  const { app, page } = await pc.start();
  await openNewRecord(page);
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('proveFiles');
    ipcMain.handle('proveFiles', () => {
      throw new Error('nobody answers');
    });
  });
  const desk = join(dirname(pc.data), 'desk');
  await mkdir(desk, { recursive: true });
  await writeFile(join(desk, '次第.pdf'), '%PDF-1.7 次第');
  await answerDialogs(app, { files: [join(desk, '次第.pdf')] });
  const files = attachmentsOf(page);
  await files.attach.click();
  await expect(page.getByText('添付ファイルの中身を読み込めませんでした。')).toBeVisible();
  await expect(files.file('次第.pdf')).toBeVisible();
});
