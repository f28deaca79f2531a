import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openNewRecord } from '#tests/support/cases.ts';
import { peopleOf } from '#tests/support/pages/people.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

test('Somebody typed into the list of who came has body and post, and a page that tells all of them', async ({
  pc,
}) => {
  test.setTimeout(120_000);
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const record = recordOf(page);

  // By keyboard alone: typed, looked at, taken.
  await record.attendee.focus();
  await page.keyboard.insertText('見本 花子（いきいき長寿課・係長）');
  await expect(
    page.getByRole('option', { name: /いきいき長寿課（新しい機関・宇土市）/ }),
  ).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(record.attendance.getByText('係長', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await record.addGroup('福祉課');

  // The kind of a body that nobody knows is asked, and said with two keys.
  await record.attendance.getByRole('button', { name: '福祉課の種別を選ぶ' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '県（本庁）' }).press('Enter');
  await expect(record.attendance.getByRole('button', { name: /の種別を選ぶ$/ })).toHaveCount(0);
  await shellOf(page).saved();

  await record.attendance.getByRole('button', { name: '見本 花子の操作' }).click();
  await page.getByRole('menuitem', { name: 'この人のページを開く' }).click();
  await seeHeading(page, '見本 花子');
  const people = peopleOf(page);
  await expect(people.card('会合').getByRole('listitem')).toHaveText([/いきいき長寿課 係長/]);
  await people.field('よみ').fill('みほん はなこ');
  await people.card('経歴').getByRole('textbox', { name: 'いきいき長寿課への着任' }).fill('R8.4');
  await page.keyboard.press('Tab');
  await shellOf(page).saved();
  expect(await violationsOn(page)).toEqual([]);

  await people.card('経歴').getByRole('button', { name: 'いきいき長寿課の操作' }).click();
  await page.getByRole('menuitem', { name: '機関のページを開く' }).click();
  await seeHeading(page, 'いきいき長寿課');
  await expect(people.card('所属する人').getByRole('listitem')).toHaveText([/見本 花子係長/]);
  await expect(people.card('会合').getByRole('listitem')).toHaveText([/見本 花子/]);
  expect(await violationsOn(page)).toEqual([]);
});

test('People and bodies are listed, found by a part of what they are, added, removed and brought back', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const people = peopleOf(page);
  await shellOf(page).go('人・機関');
  await expect(page.getByText('機関はまだありません')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await people.add('宇土市社会福祉協議会');
  await people.add('九州厚生局');
  await expect(people.row('機関', '九州厚生局')).toContainText('地方厚生局');
  await people.kind.click();
  await page.getByRole('option', { name: /社協/ }).click();
  await expect(people.row('機関', '九州厚生局')).toHaveCount(0);
  await expect(people.row('機関', '宇土市社会福祉協議会')).toBeVisible();

  await people.show('人');
  await expect(page.getByText('人はまだいません')).toBeVisible();
  await people.add('髙橋 花子（宇土市社会福祉協議会・事務局長）');
  await people.add('見本 太郎');
  await people.search.fill('高橋花子');
  await expect(people.row('人', '見本 太郎')).toHaveCount(0);
  await expect(people.row('人', '髙橋 花子')).toContainText('宇土市社会福祉協議会 事務局長');
  expect(await violationsOn(page)).toEqual([]);

  await people.table('人').getByRole('button', { name: '髙橋 花子の操作' }).click();
  await page.getByRole('menuitem', { name: '削除' }).click();
  await expect(page.getByText('あてはまるものがありません')).toBeVisible();
  await page.keyboard.press('Control+z');
  await people.row('人', '髙橋 花子').press('Enter');
  await seeHeading(page, '髙橋 花子');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'さがす' }).fill('社会福祉協議会');
  await page
    .getByRole('option', { name: /^宇土市社会福祉協議会/ })
    .first()
    .click();
  await seeHeading(page, '宇土市社会福祉協議会');
});

test('Two records of one person are found, looked at, merged and parted again', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const people = peopleOf(page);
  await shellOf(page).go('人・機関');
  await people.show('人');
  await people.add('髙橋 花子（宇土市社会福祉協議会・事務局長）');
  await people.add('高橋花子');
  const doubles = people.card('同じ人かもしれません');
  await expect(doubles).toContainText('名前が同じ');
  await expect(doubles).toContainText('宇土市社会福祉協議会 事務局長');
  expect(await violationsOn(page)).toEqual([]);

  await doubles.getByRole('button', { name: /をまとめる$/ }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '2人の記録を1つにまとめる' });
  await dialog.getByText('高橋花子', { exact: true }).first().click();
  await expect(dialog.getByRole('heading', { name: '「高橋花子」に変わる記録' })).toBeVisible();
  await expect(dialog.getByText('所属・役職 1件')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /髙橋 花子 以前の名前に残します/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'まとめる', exact: true }).click();
  await expect(people.row('人', '髙橋 花子')).toHaveCount(0);
  await expect(people.row('人', '高橋花子')).toContainText('宇土市社会福祉協議会 事務局長');
  await expect(doubles).toHaveCount(0);

  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await expect(people.row('人', '髙橋 花子')).toContainText('宇土市社会福祉協議会 事務局長');
  await doubles.getByRole('button', { name: /は別の人$/ }).click();
  await expect(doubles).toHaveCount(0);
  await expect(people.row('人', '高橋花子')).toBeVisible();
});

test('Two records that no rule proposes are merged from a page, after the same preview', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const people = peopleOf(page);
  await shellOf(page).go('人・機関');
  await people.add('宇土市社協');
  await people.add('社会福祉法人宇土市社会福祉協議会');
  await people.row('機関', '宇土市社協').click();
  await page.getByRole('button', { name: 'ほかの記録とまとめる…' }).press('Enter');
  const choice = page.getByRole('dialog', { name: '「宇土市社協」とまとめる機関' });
  await expect(choice.getByRole('combobox', { name: 'まとめる機関' })).toBeFocused();
  await page.keyboard.type('福祉法人');
  await page.getByRole('option', { name: /社会福祉法人/ }).click();
  expect(await violationsOn(page)).toEqual([]);
  await choice.getByRole('button', { name: '次へ' }).click();
  const dialog = page.getByRole('dialog', { name: '2つの機関を1つにまとめる' });
  await dialog.getByText('社会福祉法人宇土市社会福祉協議会', { exact: true }).first().click();
  await dialog.getByRole('button', { name: 'まとめる', exact: true }).click();
  await seeHeading(page, '社会福祉法人宇土市社会福祉協議会');
  await page.getByRole('button', { name: '元に戻す' }).last().click();
  await shellOf(page).go('人・機関');
  await expect(people.row('機関', '宇土市社協')).toHaveCount(1);
});
