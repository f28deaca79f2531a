import { expect, test } from '#tests/support/app.ts';
import { openNewRecord } from '#tests/support/cases.ts';
import { inputMethodOf } from '#tests/support/input-method.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { paletteOf } from '#tests/support/pages/palette.ts';
import { noteText, recordOf } from '#tests/support/pages/record.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import { welcomeOf } from '#tests/support/pages/welcome.ts';

test('Enter that ends a conversion sends no form', async ({ pc }) => {
  const run = await pc.start();
  const { page } = run;
  const type = await inputMethodOf(page);
  const welcome = welcomeOf(page);
  await welcome.prefecture.fill('熊本県');
  await page.keyboard.press('Escape');
  await welcome.section.fill('地域ケア推進班');
  await welcome.userName.focus();
  await type.convert('やまだ', '山田');
  await expect(welcome.userName).toHaveValue('山田');
  await expect(welcome.next).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(welcome.newCase).toBeVisible();

  await welcome.newCase.click();
  const form = caseFormOf(page);
  await expect(form.municipality).toBeFocused();
  await type.convert('うとし', '宇土市');
  await expect(form.municipality).toHaveValue('宇土市');
  await expect(page.getByRole('option', { name: /宇土市/ })).toBeVisible();
  await expect(page.locator('h1')).toHaveText('案件をつくる');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.code).toHaveValue('432113');
  await form.create.click();

  const flow = flowOf(page);
  await flow.openAdd('意見交換会');
  await flow.field('名称').focus();
  await type.convert('いけんこうかん', '意見交換');
  await expect(flow.dialog).toBeVisible();
  await expect(flow.field('名称')).toHaveValue('意見交換');
  await page.keyboard.press('Enter');
  await expect(flow.card('意見交換')).toBeVisible();
});

test('Enter that ends a conversion adds no line to a record and breaks none in its note', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const type = await inputMethodOf(page);
  const record = recordOf(page);

  await record.place.focus();
  await type.convert('やくば', '役場');
  await expect(record.place).toHaveValue('役場');
  await expect(shellOf(page).undo).not.toHaveAccessibleName(/場所/);

  await record.item.focus();
  await type.convert('せつめい', '説明');
  await expect(record.item).toHaveValue('説明');
  await expect(record.programme.getByRole('textbox', { name: /の項目$/ })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(record.programme.getByRole('textbox', { name: '次第1の項目' })).toHaveValue('説明');

  await record.attendee.focus();
  await type.convert('みんせいいいん', '民生委員');
  await expect(record.attendee).toHaveValue('民生委員');
  await expect(record.attendance.getByRole('textbox', { name: /の名前$/ })).toHaveCount(0);
  // The first takes the list away, the second what was typed.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(record.attendee).toHaveValue('');

  await record.note.click();
  await type.convert('けんしょう', '検証');
  await type.convert('します', 'します');
  expect(await noteText(page)).toBe('検証します');
  await page.keyboard.press('Enter');
  await type.convert('つぎ', '次');
  await expect.poll(() => noteText(page)).toBe('検証します\n次');
  await shellOf(page).saved();

  // A conversion that is given up leaves the note as it was, and no step of undo behind.
  await type.giveUp('あああ');
  await expect.poll(() => noteText(page)).toBe('検証します\n次');
});

test('Enter that ends a conversion opens nothing from the search', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  await shellOf(page).go('ホーム');
  const type = await inputMethodOf(page);
  const palette = paletteOf(page);
  await palette.open();
  await type.convert('うとし', '宇土市');
  await expect(palette.input).toHaveValue('宇土市');
  await expect(palette.options.first()).toContainText('宇土市');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '宇土市' })).toBeVisible();
});
