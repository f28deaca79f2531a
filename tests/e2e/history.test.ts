import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openNewRecord } from '#tests/support/cases.ts';
import { historyOf } from '#tests/support/pages/history.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

test('A record shows who changed what, and a field goes back to what it said', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const record = recordOf(page);
  await record.place.fill('町役場');
  await record.place.press('Enter');
  await shellOf(page).saved();
  await record.aim.fill('住民の声を聞く');
  await shellOf(page).saved();
  await record.place.fill('公民館');
  await record.place.press('Enter');
  await shellOf(page).saved();

  const history = historyOf(page);
  await history.openOfRecord.click();
  await seeHeading(page, '0.5次ミーティングの変更履歴');
  await expect(history.row('町役場 → 公民館')).toBeVisible();
  await expect(history.row('0.5次ミーティングのねらい：住民の声を聞く')).toBeVisible();
  await expect(history.row('0.5次ミーティングを追加')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  // By keyboard: the latest, what it says, the way back, and back to the list.
  await history.row('町役場 → 公民館').focus();
  await page.keyboard.press('Enter');
  await expect(history.panel).toContainText('公民館');
  expect(await violationsOn(page)).toEqual([]);
  await history.panel.getByRole('button', { name: '場所をこれに戻す：町役場' }).click();
  await expect(history.row('公民館 → 町役場')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(history.row('町役場 → 公民館')).toBeFocused();

  // It is an edit like any other: it is undone, which is told as well.
  await page.keyboard.press('Control+z');
  await expect(history.row(/元に戻す：場所を/)).toBeVisible();
  await history.filter.fill('じゅうみんのこえ');
  await expect(history.rows).toHaveCount(0);
  await history.filter.fill('住民の声');
  await expect(history.row('ねらい')).toBeVisible();
});

test('An older note is read beside today’s, and comes back as it was', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const record = recordOf(page);
  await record.note.click();
  await page.keyboard.type('住民の声を聞く');
  await shellOf(page).saved();
  await record.place.fill('町役場');
  await record.place.press('Enter');
  await shellOf(page).saved();
  await record.note.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('市民の声を集める');
  await shellOf(page).saved();

  const history = historyOf(page);
  await history.openOfRecord.click();
  await history.row('本文：住民の声を聞く').click();
  await history.panel.getByRole('button', { name: /並べて見る/ }).click();
  const dialog = history.notes;
  await expect(dialog.getByRole('region', { name: 'いまの本文' })).toContainText(
    '市民の声を集める',
  );
  await expect(dialog.locator('del').first()).toHaveText('住民');
  await expect(dialog.locator('ins').first()).toHaveText('市民');
  expect(await violationsOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'この時点の本文に戻す' }).click();
  await expect(history.row('を書きかえ').first()).toBeVisible();
  await page.goBack();
  await expect(record.note).toHaveText('住民の声を聞く');
});

test('記録ファイル says of each file how it stands, and reads all of them when asked', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  await shellOf(page).saved();
  await shellOf(page).go('設定');
  await page.getByRole('button', { name: '記録ファイル' }).click();
  await seeHeading(page, '記録ファイル');
  const table = page.getByRole('grid', { name: '記録ファイル' });
  await page.getByRole('button', { name: 'すべて調べる' }).click();
  await expect(table.getByText('未確認')).toHaveCount(0);
  await expect(table.getByRole('row').filter({ hasText: '宇土市' })).toContainText('異常なし');
  await table.getByRole('row').filter({ hasText: '宇土市' }).click();
  await expect(page.getByRole('complementary')).toContainText('調べた結果');
  expect(await violationsOn(page)).toEqual([]);
});
