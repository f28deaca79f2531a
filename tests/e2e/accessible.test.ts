import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openAddress } from '#tests/support/cases.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { paletteOf } from '#tests/support/pages/palette.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { welcomeOf } from '#tests/support/pages/welcome.ts';

test('Every screen can be read and used by everybody: axe finds nothing', async ({ pc }) => {
  test.setTimeout(180_000);
  const { page } = await pc.start();
  const found: Record<string, readonly string[]> = {};
  const look = async (screen: string): Promise<void> => {
    found[screen] = await violationsOn(page);
  };

  const welcome = welcomeOf(page);
  await expect(welcome.prefecture).toBeFocused();
  await page.keyboard.press('Escape');
  await look('welcome');
  await welcome.next.click();
  await look('welcome with errors');
  await welcome.introduce();
  await expect(welcome.openSample).toBeVisible();
  await look('where to begin');
  await welcome.skip.click();
  await expect(page.getByRole('button', { name: 'サンプルを開く' })).toBeVisible();
  await look('empty home');
  await shellOf(page).go('案件');
  await expect(page.getByText('案件はまだありません')).toBeVisible();
  await look('empty cases');

  await shellOf(page).go('ホーム');
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(page, '益城町');
  const flow = flowOf(page);
  await expect(flow.card('第2回支援').first()).toBeVisible();
  await look('flow');
  const address = await page.evaluate(() => location.hash);
  await flow.card('第1回支援').first().click();
  await expect(flow.peek).toBeVisible();
  await look('flow with peek');
  await flow.showTable();
  await expect(flow.table).toBeVisible();
  await look('flow as a table');
  for (const kind of ['ミーティング', '第N回支援', '支援の部', '意見交換会'] as const) {
    await flow.openAdd(kind);
    await look(`adding ${kind}`);
    await page.keyboard.press('Escape');
    await expect(flow.dialog).toHaveCount(0);
  }
  const head = caseHeadOf(page);
  await head.edit.click();
  await expect(head.dialog).toBeVisible();
  await look('editing the case');
  await page.keyboard.press('Escape');
  await head.openTab('概要');
  await expect(page.getByText('現状').first()).toBeVisible();
  await look('overview');
  await head.openTab('課題と対応');
  await expect(page.getByText('課題').nth(1)).toBeVisible();
  await look('findings');

  await openAddress(page, address);
  await flow.openRecord('第2回支援');
  await recordOf(page).note.waitFor();
  await look('record');
  await page.keyboard.press('Control+1');
  await expect(page.getByText('益城町').first()).toBeVisible();
  await look('home');
  await shellOf(page).go('案件');
  await expect(page.getByRole('grid', { name: '案件' })).toBeVisible();
  await look('cases');
  await page.keyboard.press('Control+n');
  await seeHeading(page, '案件をつくる');
  await look('new case');
  await shellOf(page).go('設定');
  await seeHeading(page, '設定');
  await look('settings');
  await paletteOf(page).open();
  await look('search');
  await paletteOf(page).input.fill('益城');
  await expect(paletteOf(page).options.first()).toBeVisible();
  await look('search with finds');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('keys');

  const broken = Object.entries(found).filter(([, violations]) => violations.length > 0);
  expect(Object.fromEntries(broken)).toEqual({});
});
