import { expect, test } from '#tests/support/app.ts';
import { openNewRecord, planCase } from '#tests/support/cases.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { paletteOf } from '#tests/support/pages/palette.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

test('Undo and redo walk back and forth over fields and note in the order of the edits', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const record = recordOf(page);
  const shell = shellOf(page);

  await record.place.fill('宇土市役所');
  await record.place.press('Enter');
  await expect(shell.undo).toHaveAccessibleName('元に戻す（場所を変更）');
  await record.note.click();
  await page.keyboard.type('前向きな発言');
  await expect(shell.undo).toHaveAccessibleName('元に戻す（記録の本文を入力）');
  await record.addItem('13:30 市説明');
  await expect(shell.undo).toHaveAccessibleName(/次第/);

  await shell.undo.click();
  await expect(record.programme.getByRole('textbox', { name: /の項目$/ })).toHaveCount(0);
  await expect(record.note).toContainText('前向きな発言');
  await shell.undo.click();
  await expect(record.note).not.toContainText('前向きな発言');
  await expect(record.place).toHaveValue('宇土市役所');
  await shell.undo.click();
  await expect(record.place).toHaveValue('');

  await shell.redo.click();
  await expect(record.place).toHaveValue('宇土市役所');
  await shell.redo.click();
  await expect(record.note).toContainText('前向きな発言');
  // By keys, from inside the note, as the hand does it.
  await record.note.click();
  await page.keyboard.press('Control+y');
  await expect(record.programme.getByRole('textbox', { name: /の項目$/ })).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(record.note).not.toContainText('前向きな発言');
});

test('A removed meeting comes back by the toast, and a shifted one by Ctrl+Z', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  const flow = flowOf(page);
  const card = flow.card('0.5次ミーティング');
  await card.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(card).toContainText('8/4');
  await page.keyboard.press('Control+z');
  await expect(card).toContainText('8/3');

  await flow.remove.click();
  await expect(card).toHaveCount(0);
  await shellOf(page).toast(/削除/).getByRole('button', { name: '元に戻す' }).click();
  await expect(card).toHaveCount(1);
});

test('The search finds a meeting by its name and by the words of its note, and opens it', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  await recordOf(page).note.click();
  await page.keyboard.type('地域のサロンで体操をひろめる');
  await shellOf(page).saved();
  await shellOf(page).go('ホーム');
  const palette = paletteOf(page);

  await palette.open();
  await palette.input.fill('０．５次');
  await expect(palette.options.first()).toContainText('0.5次ミーティング');
  await palette.input.press('Enter');
  await seeHeading(page, '0.5次ミーティング');

  await shellOf(page).go('ホーム');
  // The note's text is projected once typing has paused.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await palette.open();
    await palette.input.fill('サロン 体操');
    await expect(palette.options.first()).toContainText('サロンで体操', { timeout: 1000 });
  }).toPass();
  await palette.input.press('Enter');
  await expect(recordOf(page).note).toContainText('地域のサロン');
});
