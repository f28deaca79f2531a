import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openNewRecord } from '#tests/support/cases.ts';
import { besideOf } from '#tests/support/pages/beside.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { knowHowOf } from '#tests/support/pages/know-how.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

test('What a meeting left to be done stands beside the next one, and is closed or taken up by one key', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  await openNewRecord(page);
  const { keyboard } = page;
  const record = recordOf(page);
  const beside = besideOf(page);
  await expect(beside.carried).toHaveCount(0);
  const add = beside.side.getByRole('textbox', { name: '対応事項を加える' });
  for (const words of ['方針案を用意する', '資料を送る', '対象者像をまとめる', '名簿をつくる']) {
    await add.fill(words);
    await keyboard.press('Enter');
    await expect(add).toHaveValue('');
  }
  await record.back();
  await flowOf(page).add('ミーティング', { ordinal: '0.75', date: '8/10' });
  await flowOf(page).openRecord('0.75次ミーティング');
  await record.note.waitFor();

  // Of many the first few, so that what comes of the meeting stays in sight.
  await expect(beside.carried.getByRole('listitem')).toHaveCount(3);
  await expect(beside.line('方針案を用意する')).toContainText('0.5次 8/3');
  await expect(beside.side.getByRole('textbox', { name: '課題を加える' })).toBeInViewport();
  await expect(add).toBeInViewport();
  await beside.side.getByRole('button', { name: 'ほかの1件も見る' }).press('Enter');
  await expect(beside.carried.getByRole('listitem')).toHaveCount(4);

  // Closed by the space bar; it stays in sight, and one step brings it back.
  await beside.tick('資料を送る').focus();
  await keyboard.press('Space');
  await expect(beside.tick('資料を送る')).toBeChecked();
  await keyboard.press('Control+z');
  await expect(beside.tick('資料を送る')).not.toBeChecked();
  await keyboard.press('Space');
  await expect(beside.tick('資料を送る')).toBeChecked();

  // Into the programme by Enter, once, and by the menu.
  await beside.tick('対象者像をまとめる').focus();
  await keyboard.press('Enter');
  const item = record.programme.getByRole('textbox', { name: '次第1の項目' });
  await expect(item).toHaveValue('対象者像をまとめる');
  await expect(beside.line('対象者像をまとめる')).toContainText('次第に入れました');
  await expect(beside.tick('対象者像をまとめる')).toBeFocused();
  expect(await violationsOn(page)).toEqual([]);
  await keyboard.press('Enter');
  await keyboard.press('Control+z');
  await expect(item).toHaveCount(0);
  await beside.line('方針案を用意する').getByRole('button').focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'この会合の次第に入れる' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(item).toHaveValue('方針案を用意する');
  await shellOf(page).saved();

  // What was closed is gone when the page is opened the next time.
  await record.back();
  await flowOf(page).openRecord('0.75次ミーティング');
  await expect(beside.line('対象者像をまとめる')).toBeVisible();
  await expect(beside.line('資料を送る')).toHaveCount(0);
});

test('A card that is folded away stays so on this PC', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  await openNewRecord(page);
  const beside = besideOf(page);
  const fold = beside.fold('この会合のつながり');
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await fold.press('Enter');
  await expect(beside.card('この会合のつながり')).toContainText('前後の会合はまだありません');
  await page.reload();
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  expect(await violationsOn(page)).toEqual([]);
});

test('What the prefecture minds, lessons of the theme and similar municipalities stand beside a meeting', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(page, '益城町');
  await flowOf(page).openRecord('第1回支援');
  const beside = besideOf(page);
  const { side } = beside;
  const care = beside.card('県として心掛けること');
  // What an account of the case names was promised in no meeting, let alone an earlier one.
  await expect(beside.fold('県として心掛けること')).toBeVisible();
  await expect(beside.carried).toHaveCount(0);

  // Folded away in a low window, and opened by one key.
  await expect(beside.fold('県として心掛けること')).toHaveAttribute('aria-expanded', 'false');
  await beside.fold('県として心掛けること').press('Enter');
  await expect(care.getByRole('listitem')).toHaveCount(3);
  await care.getByRole('button', { name: 'ほかの5件も見る' }).press('Enter');
  await expect(care.getByRole('listitem')).toHaveCount(8);
  await expect(care).not.toContainText('同じテーマのノウハウ');

  // A lesson that is made here stands here at once, with the way to it and to all of its theme.
  await knowHowOf(page).keep('つなげるための実績不足', 'ノウハウにする');
  await expect(care.getByRole('list', { name: 'ノウハウ' })).toContainText(
    'つなげるための実績不足',
  );
  expect(await violationsOn(page)).toEqual([]);
  await care.getByRole('button', { name: '「通所型サービスC」のノウハウ1件' }).press('Enter');
  await seeHeading(page, 'ノウハウ');
  await expect(page.getByRole('button', { name: /テーマで絞り込む/ })).toContainText(
    '通所型サービスC',
  );
  await expect(knowHowOf(page).rows).toHaveCount(1);
  await page.goBack();
  await care
    .getByRole('button', { name: '町の考えを否定せず県の考えを押し付けない' })
    .press('Enter');
  await seeHeading(page, '益城町');

  // Who took up the same is found from 概要, too, and a press leads to its case.
  await shellOf(page).go('案件');
  await page.getByRole('grid', { name: '案件' }).getByText('人吉市').first().click();
  await seeHeading(page, '人吉市');
  await caseHeadOf(page).openTab('概要');
  const similar = page.getByRole('region', { name: '似た取組の市町村' });
  await expect(similar.getByRole('listitem')).toHaveText([/五木村.*介護予防/]);
  expect(await violationsOn(page)).toEqual([]);
  await similar.getByRole('button', { name: /五木村/ }).press('Enter');
  await seeHeading(page, '五木村');

  // Beside a meeting of its own, the same.
  await caseHeadOf(page).openTab('支援の流れ');
  await flowOf(page).add('ミーティング', { date: '8/3' });
  await flowOf(page).openRecord('0.5次ミーティング');
  await beside.fold('似た取組の市町村').press('Enter');
  await expect(beside.card('似た取組の市町村').getByRole('listitem')).toHaveText([
    /人吉市/,
    /氷川町.*生活支援/,
  ]);
  expect(await violationsOn(page)).toEqual([]);
  await side.getByRole('button', { name: /人吉市/ }).press('Enter');
  await seeHeading(page, '人吉市');
});
