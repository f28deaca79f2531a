import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { pressAt } from '#tests/support/keyboard.ts';
import { handoverOf } from '#tests/support/pages/handover.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

test('Who leaves sees what is missing, goes to each by one click, and sees it done', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  const [shell, handover] = [shellOf(page), handoverOf(page)];
  await shell.go('引継ぎ');
  await expect(page.getByText('引き継ぐ案件はまだありません')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  await shell.go('ホーム');
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(page, '益城町');
  await shell.go('引継ぎ');
  // In the order of the municipalities' codes, as on ホーム.
  await expect(handover.cases.getByRole('rowheader')).toHaveText([
    '人吉市',
    '上天草市',
    '益城町',
    '氷川町',
    '五木村',
  ]);
  expect(await violationsOn(page)).toEqual([]);

  // One case, by keyboard, and its questions.
  await handover.case('益城町').focus();
  await page.keyboard.press('Enter');
  const before = await handover.case('益城町').innerText();
  await page.getByRole('textbox', { name: '言ってはいけないこと' }).fill('前の計画のこと');
  await expect(handover.aspect('書かれていない知識')).toContainText('1 / 4');
  await expect(handover.case('益城町')).not.toHaveText(before);
  await expect(handover.aspect('書かれていない知識')).not.toContainText('言ってはいけない');
  expect(await violationsOn(page)).toEqual([]);

  // From a gap to its place, and back to where it is filled.
  await handover.aspect('受援体制').getByRole('button', { name: /開く$/ }).click();
  await seeHeading(page, '益城町');
  await expect(page.getByRole('textbox', { name: '言ってはいけないこと' })).toHaveValue(
    '前の計画のこと',
  );
  await page.getByRole('textbox', { name: '受援体制' }).fill('課長と係長が進める');
  await shell.go('引継ぎ');
  await handover.case('益城町').click();
  await expect(handover.aspect('受援体制')).toContainText('そろっています');

  // Several cases together.
  await page.getByRole('button', { name: 'すべての案件を見る' }).click();
  await handover.choose(handover.case('氷川町'));
  await handover.choose(handover.case('五木村'));
  await expect(handover.progress).toHaveAccessibleName('選んだ2案件の準備');
});

test('Promises of who leaves are given to others and closed, several at once', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const [shell, handover] = [shellOf(page), handoverOf(page)];
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(page, '益城町');
  await shell.go('引継ぎ');
  await handover.tab('約束');
  await expect(page.getByRole('button', { name: '済にする' })).toBeDisabled();
  for (const text of ['対象者像の共有', '成果の横展開']) {
    await handover.choose(handover.promise(text));
  }
  await handover.reassign('佐藤 太郎');
  await expect(handover.promise('対象者像の共有')).toContainText('佐藤 太郎');
  await expect(handover.promise('成果の横展開')).toContainText('佐藤 太郎');
  await expect(handover.promise('試行実施要領の策定')).not.toContainText('佐藤');
  await shell.undo.click();
  await expect(handover.promise('成果の横展開')).not.toContainText('佐藤');
  await expect(handover.promise('対象者像の共有')).not.toContainText('佐藤');

  await handover.choose(handover.promise('事業所の選定'));
  await page.getByRole('button', { name: '済にする' }).click();
  await expect(handover.promise('事業所の選定')).toHaveCount(0);
  expect(await violationsOn(page)).toEqual([]);
});

test('A 引継書 is drafted, written over in place, asked about when its records change, and printed', async ({
  pc,
}) => {
  await pc.settle();
  const { page, quit } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  const [shell, handover] = [shellOf(page), handoverOf(page)];
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(page, '益城町');
  await shell.go('引継ぎ');
  await handover.tab('引継書');
  await expect(handover.section('案件のいま')).toContainText('益城町（令和4年度・国の伴走支援）');
  expect(await violationsOn(page)).toEqual([]);
  // From a case to its 引継書, among those of its year, and back.
  await handover.openBook('益城町');
  await page.getByRole('button', { name: '案件を開く' }).click();
  await seeHeading(page, '益城町');
  await page.getByRole('button', { name: '引継書', exact: true }).click();
  const actions = handover.section('残っている対応事項');
  // By keyboard: the focus is where one writes.
  await actions.getByRole('button', { name: /書き直す$/ }).press('Enter');
  const words = actions.getByRole('textbox', { name: '残っている対応事項の本文' });
  await expect(words).toBeFocused();
  await expect(words).toHaveValue(/対象者像の共有/);
  await words.fill('4月に町と優先順位を決める');
  await page.getByRole('textbox', { name: '前任' }).fill('山田 花子');
  await page.getByRole('textbox', { name: '引き継いだ日' }).fill('R5.4.3');
  await page.keyboard.press('Tab');
  expect(await violationsOn(page)).toEqual([]);

  await handover.tab('約束');
  await handover.choose(handover.promise('対象者像の共有'));
  await page.getByRole('button', { name: '済にする' }).click();
  await handover.tab('引継書');
  await expect(handover.book('益城町')).toHaveText('益城町要確認 1');
  await expect(handover.book('人吉市')).toHaveText('人吉市');
  await handover.openBook('益城町');
  await expect(page.getByText('要確認 1件')).toBeVisible();
  await expect(actions).toContainText('対象者像の共有');
  await expect(words).toHaveValue('4月に町と優先順位を決める');
  expect(await violationsOn(page)).toEqual([]);
  await actions.getByRole('button', { name: /確かめた$/ }).press('Enter');
  await expect(page.getByText(/^要確認/)).toHaveCount(0);
  await expect(words).toBeFocused();

  await handover.showPaper();
  await expect(handover.paper).toContainText('4月に町と優先順位を決める');
  await expect(handover.paper).toContainText('山田 花子');
  await expect(handover.paper).toContainText('令和5年4月3日');
  await page.getByRole('radio', { name: '市町村用' }).locator('xpath=ancestor::label').click();
  await expect(handover.paper).not.toContainText('4月に町と優先順位を決める');
  await expect(page.getByRole('status').filter({ hasText: '市町村用：' })).toContainText(
    '引継書の本文 1件',
  );
  expect(await violationsOn(page)).toEqual([]);
  await shell.saved();
  await quit();

  // The next morning, by keyboard alone.
  const again = await pc.start();
  const place = again.page.getByRole('navigation', { name: 'メイン' });
  await pressAt(again.page, place.getByRole('link', { name: '引継ぎ' }));
  const tabs = again.page.getByRole('navigation', { name: '引継ぎのページ' });
  await pressAt(again.page, tabs.getByRole('link', { name: '引継書', exact: true }));
  await pressAt(again.page, handoverOf(again.page).book('益城町'));
  await expect(again.page.getByRole('textbox', { name: '残っている対応事項の本文' })).toHaveValue(
    '4月に町と優先順位を決める',
  );
});
