import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { casesOf } from '#tests/support/pages/cases.ts';
import { findingsOf } from '#tests/support/pages/findings.ts';
import { clipboardOf } from '#tests/support/pages/materials.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

test('What goes to a municipality leaves out what is the office’s own, says so, and is chosen once', async ({
  pc,
}) => {
  await pc.settle();
  const { page, quit } = await pc.start();
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(page, '益城町');
  await caseHeadOf(page).openTab('課題と対応');
  const chain = findingsOf(page);

  // For the office nothing is left out, and nothing is said of it.
  const said = page.getByRole('status').filter({ hasText: '市町村用：' });
  await expect(said).toHaveCount(0);
  await chain.copy.click();
  await expect(shellOf(page).toast('表をコピーしました')).toBeVisible();
  expect((await clipboardOf(page)).text).toContain('心掛け\t');

  await page.getByRole('button', { name: 'だれに渡すか' }).click();
  await page.getByRole('option', { name: '市町村用' }).click();
  await expect(said).toHaveText(/^市町村用：内部の項目 \d+件を省きました（.*心掛け \d+件.*）。$/);
  expect(await violationsOn(page)).toEqual([]);
  await chain.copy.click();
  await expect(shellOf(page).toast('市町村用。内部の項目')).toBeVisible();
  const { text, html } = await clipboardOf(page);
  for (const copied of [text, html]) {
    expect(copied).toContain('課題');
    expect(copied).not.toMatch(/心掛け|反省/);
  }

  // The roadmap is for the office until somebody chooses otherwise.
  await caseHeadOf(page).openTab('ロードマップ');
  await expect(page.getByRole('button', { name: 'だれに渡すか' })).toContainText('内部用');

  await quit();
  const again = await pc.start();
  await casesOf(again.page).open('益城町');
  await caseHeadOf(again.page).openTab('課題と対応');
  await expect(again.page.getByRole('button', { name: 'だれに渡すか' })).toContainText('市町村用');
});
