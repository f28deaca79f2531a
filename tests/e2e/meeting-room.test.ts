import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openNewRecord } from '#tests/support/cases.ts';
import { inputMethodOf } from '#tests/support/input-method.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

test('A meeting is held on the projector: what is on, what comes of it, and nothing of the prefecture’s own', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const address = await openNewRecord(page);
  const record = recordOf(page);
  // The programme of a meeting that runs all of today.
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  await record.date.fill(today);
  await record.times.fill('0:00-23:59');
  await record.times.press('Enter');
  await record.addItem('0:00 市説明');
  await record.field('備考').fill('部長は慎重');
  const kinds = page.getByRole('button', { name: /加えるものの種類/ });
  await kinds.click();
  await page.getByRole('option', { name: '心掛け' }).click();
  const care = page.getByRole('textbox', { name: '心掛けを加える' });
  await care.fill('県の考えを押し付けない');
  await care.press('Enter');
  await expect(care).toHaveValue('');
  await record.note.click();
  await page.keyboard.type('宇土市の現状');
  await shellOf(page).saved();

  await page.getByRole('button', { name: '会議モード' }).press('Enter');
  const leave = page.getByRole('button', { name: '会議モードを終わる' });
  await expect(leave).toBeVisible();
  await seeHeading(page, '宇土市　0.5次ミーティング');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const running = page.locator('[aria-current=step]');
  await expect(running).toContainText('市説明');
  await expect(running).toContainText(/進行中　(あと\d+分|時間です)/);
  const body = page.locator('body');
  await expect(body).not.toContainText('部長は慎重');
  await expect(page.getByRole('textbox', { name: '心掛け' })).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(shellOf(page).toast('会議モードではさがせません')).toBeVisible();

  // One key for what somebody says, in Japanese, and who said it.
  await page.keyboard.press('Control+Alt+2');
  await expect(page.getByRole('textbox', { name: '気づきを加える' })).toBeFocused();
  const type = await inputMethodOf(page);
  await type.convert('りねんせんこう', '理念先行だった');
  await page.keyboard.press('Enter');
  const insight = page.getByRole('textbox', { name: '気づき', exact: true });
  await expect(insight).toHaveValue('理念先行だった');
  const saidBy = page.getByRole('textbox', { name: '理念先行だったの発言者' });
  await saidBy.fill('社協');
  await saidBy.press('Enter');
  await page.keyboard.press('Control+Alt+5');
  await page.getByRole('textbox', { name: '対応を加える' }).pressSequentially('資料を送る');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '対応事項', exact: true })).toHaveValue(
    '資料を送る',
  );
  await record.note.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('と課題');
  await shellOf(page).saved();
  expect(await violationsOn(page)).toEqual([]);

  await leave.click();
  await seeHeading(page, '0.5次ミーティング');
  expect(await page.evaluate(() => location.hash)).toBe(address);
  await expect(record.note).toHaveText('宇土市の現状と課題');
  await expect(page.getByRole('textbox', { name: '気づき', exact: true })).toHaveValue(
    '理念先行だった',
  );
  await expect(saidBy).toHaveValue('社協');
  await expect(page.getByRole('textbox', { name: '心掛け', exact: true })).toHaveValue(
    '県の考えを押し付けない',
  );
});

test('The programme goes on by hand, and back to the clock', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const record = recordOf(page);
  await record.date.fill(await page.evaluate(() => new Date().toLocaleDateString('sv')));
  await record.date.press('Enter');
  await record.addItem('0:00 市説明');
  await record.addItem('意見交換');
  await shellOf(page).saved();
  await page.getByRole('button', { name: '会議モード' }).click();
  const running = page.locator('[aria-current=step]');
  await expect(running).toContainText('市説明');
  await page.getByRole('button', { name: '次の項目' }).click();
  await expect(running).toContainText('意見交換');
  await expect(page.getByRole('button', { name: '次の項目' })).toBeDisabled();
  await page.getByRole('button', { name: '時計に合わせる' }).click();
  await expect(running).toContainText('市説明');
});
