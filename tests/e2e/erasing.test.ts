import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openNewRecord } from '#tests/support/cases.ts';
import { filesWith } from '#tests/support/erased.ts';
import { peopleOf } from '#tests/support/pages/people.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { shellOf } from '#tests/support/pages/shell.ts';

const NAME = '佐渡権蔵';

test('A name that is erased is in no byte of the data folder, nor in any screen, after the app was opened again', async ({
  pc,
}) => {
  await pc.settle();
  const run = await pc.start();
  const { page } = run;
  await openNewRecord(page);
  const record = recordOf(page);
  await record.note.click();
  await page.keyboard.insertText(`相談は${NAME}さんから。`);
  const line = page.getByRole('textbox', { name: '課題を加える' });
  await line.fill(`${NAME}さんの見守り`);
  await line.press('Enter');
  await shellOf(page).saved();
  await expect.poll(() => filesWith(pc.data, NAME)).not.toEqual([]);

  // From the person's page: the record, and the name wherever it stands.
  await shellOf(page).go('人・機関');
  const people = peopleOf(page);
  await people.show('人');
  await people.add(NAME);
  await people.row('人', NAME).click();
  await page.getByRole('button', { name: '完全に消す…' }).click();
  await expect(page.getByRole('list', { name: '消す記録' })).toContainText(NAME);
  await expect(page.getByRole('textbox', { name: /さがす言葉/ })).toHaveValue(NAME);
  await page.getByRole('button', { name: 'すべての場所をさがす' }).click();
  const found = page.getByRole('grid', { name: '見つかった場所' });
  await expect(found).toContainText('いまの記録');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '完全に消す…' }).click();
  const question = page.getByRole('alertdialog');
  const confirm = question.getByRole('button', { name: '完全に消す' });
  await expect(confirm).toBeDisabled();
  await question.getByRole('textbox').fill('完全に消す');
  expect(await violationsOn(page)).toEqual([]);
  await confirm.click();
  await expect(page.getByRole('button', { name: 'アプリを開き直して仕上げる' })).toBeVisible();
  await run.quit();

  const again = await pc.start();
  await shellOf(again.page).go('案件');
  await expect(again.page.getByRole('main')).toBeVisible();
  await again.quit();
  expect(await filesWith(pc.data, NAME)).toEqual([]);
});
