import { expect, test } from '#tests/support/app.ts';
import { planCase } from '#tests/support/cases.ts';
import { tabTo } from '#tests/support/keyboard.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { shellOf } from '#tests/support/pages/shell.ts';

test('A round gets another number, but none that is taken', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  const flow = flowOf(page);
  await flow.add('第N回支援', { date: '8/24' });
  await flow.add('第N回支援', { date: '12/22' });
  await flow.card('第2回支援').click();
  await tabTo(page, flow.peek.getByRole('button', { name: '回の番号・日時・状態を変える' }));
  await page.keyboard.press('Enter');
  const number = flow.peek.getByRole('textbox', { name: '支援の回の番号' });
  await tabTo(page, number);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(flow.peek).toContainText('第1回支援はすでにあります。');
  await expect(flow.card('第2回支援')).toBeVisible();

  await page.keyboard.press('Control+a');
  await page.keyboard.type('第３回');
  await page.keyboard.press('Enter');
  await expect(flow.card('第3回支援')).toContainText('12/22');
  await expect(flow.card('第2回支援')).toHaveCount(0);
  await expect(number).toHaveValue('3');
  await expect(shellOf(page).undo).toHaveAccessibleName(/支援の回の番号を第3回に変更/);
  await shellOf(page).undo.click();
  await expect(flow.card('第2回支援')).toContainText('12/22');
});
