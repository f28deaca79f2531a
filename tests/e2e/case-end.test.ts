import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { addPromise, dayFromToday } from '#tests/support/cases.ts';
import { caseEndOf } from '#tests/support/pages/case-end.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { casesOf } from '#tests/support/pages/cases.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { homeOf } from '#tests/support/pages/home.ts';
import { promisesOf } from '#tests/support/pages/promises.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

const OWED = '0.5次ミーティング';
const PLANNED = '0.75次ミーティング';

/** A case with a meeting whose record is owed, one that is to come, and two promises. */
const makeCase = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  await flowOf(page).add('ミーティング', { date: dayFromToday(-3) });
  await flowOf(page).add('ミーティング', { date: dayFromToday(5) });
  await caseHeadOf(page).openTab('課題と対応');
  await addPromise(page, '動画をつくる', '市', '2020/9/1');
  await addPromise(page, 'SCの講師をさがす', '県', '');
};

test('Promises of all cases stand in one list, are filtered, settled there, and lead to their place', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const shell = shellOf(page);
  const promises = promisesOf(page);
  await shell.go('予定');
  await expect(page.getByText('未の対応事項はありません')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  await makeCase(page);
  await shell.go('ホーム');
  await page.getByRole('button', { name: '対応事項（全案件）' }).click();
  await seeHeading(page, '予定');
  await expect(promises.rows).toHaveText([
    /期限切れ.*動画をつくる.*市.*宇土市/,
    /^未SCの講師をさがす/,
  ]);
  expect(await violationsOn(page)).toEqual([]);
  await promises.filter('期限切れ');
  await expect(promises.rows).toHaveCount(1);

  await promises.settle('動画をつくる', '済にする');
  await expect(page.getByText('期限切れのものはありません')).toBeVisible();
  await shell.toast('済にしました').getByRole('button', { name: '元に戻す' }).click();
  await expect(promises.row('動画をつくる')).toBeVisible();
  await promises.filter('未・進行中');

  // By keyboard: to the last row and into its place.
  await promises.rows.first().focus();
  await page.keyboard.press('End');
  await expect(promises.row('SCの講師をさがす')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: '「SCの講師をさがす」の操作' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  await expect(promises.row('動画をつくる')).toBeFocused();
  await page.keyboard.press('S');
  await expect(promises.row('SCの講師をさがす')).toBeFocused();
  await page.keyboard.press('Enter');
  await seeHeading(page, '宇土市');
  await expect(page.getByRole('region', { name: '対応事項' })).toBeVisible();
});

test('A case is ended with a date, asks what becomes of what is open, and can be undone and reopened', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const shell = shellOf(page);
  const home = homeOf(page);
  const end = caseEndOf(page);
  await makeCase(page);
  await shell.go('ホーム');
  await expect(home.concern(OWED)).toBeVisible();
  await expect(home.coming).toHaveText([new RegExp(PLANNED)]);
  await expect(home.concern('対応事項1件が期限を過ぎました')).toBeVisible();

  await casesOf(page).open('宇土市');
  await end.begin.click();
  await expect(end.dialog).toContainText('動画をつくる');
  await expect(end.dialog).toContainText(PLANNED);
  expect(await violationsOn(page)).toEqual([]);
  await end.date.fill('いつか');
  await end.end.click();
  await expect(end.dialog).toContainText('読み取れません');
  await end.date.fill('R3.3.31');
  await end.choose('「SCの講師をさがす」をどうするか', '中止');
  await end.choose(`「${PLANNED}」をどうするか`, '中止');
  await end.choose('記録がまだの会合が1件あります', 'もう書かない（「気になること」に出さない）');
  await end.end.click();
  await expect(end.dialog).toHaveCount(0);
  await expect(end.mark('終了 R3.3.31')).toBeVisible();
  await shell.saved();

  // What was handed on stays on the desk; what was settled does not.
  await shell.go('ホーム');
  await expect(home.concern('対応事項1件が期限を過ぎました')).toBeVisible();
  await expect(home.concerns).toHaveCount(1);
  await expect(home.coming).toHaveCount(0);
  await shell.go('案件');
  await expect(casesOf(page).row('宇土市')).toContainText('終了');
  await shell.go('予定');
  await expect(promisesOf(page).rows).toHaveText([/動画をつくる.*終了/]);

  await casesOf(page).open('宇土市');
  await end.reopen.click();
  await expect(end.begin).toBeVisible();
  await shell.undo.click();
  await expect(end.mark('終了 R3.3.31')).toBeVisible();
  await shell.undo.click();
  await expect(end.begin).toBeVisible();
  await shell.go('予定');
  await expect(promisesOf(page).rows).toHaveCount(2);
});

test('Half a year after its end a case asks what became of it, and what was found is kept', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const shell = shellOf(page);
  const home = homeOf(page);
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  await caseHeadOf(page).openTab('概要');
  const card = page.getByRole('region', { name: 'その後の確認' });
  await expect(page.getByRole('region', { name: '年間のまとめ' })).toBeVisible();
  await expect(card).toHaveCount(0);

  await caseEndOf(page).begin.click();
  await caseEndOf(page).date.fill(dayFromToday(-200));
  await caseEndOf(page).end.click();
  const first = card.getByRole('listitem', { name: '6か月後の確認' });
  await expect(first).toContainText('確認の時期です');
  await expect(card.getByText('確認の時期です')).toHaveCount(1);

  await shell.go('予定');
  await expect(promisesOf(page).rows).toHaveText([/確認の時期.*その後の確認（6か月後）.*宇土市/]);
  await shell.go('ホーム');
  await home.concern('終わってから6か月後の確認の時期です').getByRole('button').click();
  await seeHeading(page, '宇土市');

  await first.getByRole('button', { name: '6か月後：確認した' }).click();
  await first.getByRole('textbox', { name: '6か月後に分かったこと' }).fill('町だけで続いている');
  expect(await violationsOn(page)).toEqual([]);
  await shell.saved();
  await shell.go('ホーム');
  await expect(home.concerns).toHaveCount(0);
  await casesOf(page).open('宇土市');
  await caseHeadOf(page).openTab('概要');
  await expect(first.getByRole('textbox', { name: '6か月後に分かったこと' })).toHaveValue(
    '町だけで続いている',
  );
  await first.getByRole('button', { name: '6か月後：まだに戻す' }).click();
  await expect(first).toContainText('確認の時期です');
  await shell.undo.click();
  await expect(first).toContainText('確認した');
  await card.getByRole('button', { name: '12か月後：見送る' }).click();
  await card.getByRole('textbox', { name: '12か月後を見送る理由' }).fill('次の事業で続くため');
  await shell.saved();
});
