import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openAddress, openNewRecord } from '#tests/support/cases.ts';
import { confirmationOf } from '#tests/support/pages/confirmation.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { shellOf } from '#tests/support/pages/shell.ts';

test('A confirmed record stays open to edits, and tells what they changed', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const { page } = run;
  const address = await openNewRecord(page);
  const record = recordOf(page);
  const confirmation = confirmationOf(page);

  await record.place.fill('宇土市役所');
  await record.place.press('Enter');
  await record.note.click();
  await page.keyboard.type('方針を示した');
  await confirmation.confirm.click();
  await expect(confirmation.mark).toHaveText(/^確定 R\d+\.\d+\.\d+ 山田 花子$/);
  await expect(confirmation.open).toHaveText('確定の内容');

  await record.place.fill('保健センター');
  await record.place.press('Enter');
  await expect(confirmation.open).toHaveText('確定後の変更 1件');
  await record.addItem('13:30 市説明');
  await record.note.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('追って確認する');
  await expect(confirmation.open).toHaveText('確定後の変更 3件');
  await confirmation.open.click();
  const when = expect.stringMatching(/^R\d+\.\d+\.\d+ \d+:\d\d 山田 花子$/);
  await expect.poll(confirmation.changes).toEqual([
    ['場所', '宇土市役所', '保健センター', when],
    ['記録の本文', '（なし）', '追って確認する', when],
    ['次第', '（なし）', '13:30 市説明', when],
  ]);
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await record.back();
  const flow = flowOf(page);
  await expect(flow.card('0.5次ミーティング')).toContainText('確定・変更あり');
  await flow.showTable();
  await expect(flow.table).toContainText('確定・変更あり');

  await shellOf(page).saved();
  await run.kill();
  const again = (await pc.start()).page;
  await openAddress(again, address);
  const after = confirmationOf(again);
  await expect(after.open).toHaveText('確定後の変更 3件');
  await after.open.click();
  await after.again.click();
  await expect(after.open).toHaveText('確定の内容');
  await recordOf(again).back();
  await expect(flowOf(again).card('0.5次ミーティング')).toContainText('確定');
  await expect(flowOf(again).card('0.5次ミーティング')).not.toContainText('変更あり');
});

test('A confirmation is given and taken back by keyboard, and undone', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const confirmation = confirmationOf(page);
  const { undo } = shellOf(page);

  await confirmation.confirm.focus();
  await page.keyboard.press('Enter');
  await expect(confirmation.open).toBeFocused();
  await expect(undo).toHaveAccessibleName('元に戻す（記録を確定）');
  await page.keyboard.press('Enter');
  await expect(confirmation.panel).toContainText('山田 花子さんが確定しました');
  await confirmation.reopen.focus();
  await page.keyboard.press('Enter');
  await expect(confirmation.confirm).toBeFocused();
  await expect(confirmation.mark).toHaveCount(0);
  await shellOf(page)
    .toast('記録の確定を取り消しました。')
    .getByRole('button', { name: '元に戻す' })
    .click();
  await expect(confirmation.mark).toBeVisible();

  // What is not held yet cannot be confirmed.
  await undo.click();
  await expect(confirmation.confirm).toBeVisible();
  await page.getByRole('button', { name: /状態/ }).click();
  await page.getByRole('option', { name: '予定' }).click();
  await expect(confirmation.confirm).toHaveCount(0);
});

test('A press that leaves a half-typed row meets what it was meant for', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const record = recordOf(page);
  await record.item.fill('13:30 市説明');
  await record.field('まとめ').click();
  await expect(record.field('まとめ')).toBeFocused();
  await expect(record.programme.getByRole('textbox', { name: '次第1の項目' })).toHaveValue(
    '市説明',
  );
});
