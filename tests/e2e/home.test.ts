import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { dayFromToday } from '#tests/support/cases.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { homeOf } from '#tests/support/pages/home.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

const newCase = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
};

test('A record that is owed leads to its page, and is settled by writing it', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await newCase(page);
  await flowOf(page).add('ミーティング', { date: dayFromToday(-5) });
  await shellOf(page).go('ホーム');
  const home = homeOf(page);
  const owed = home.concern(/宇土市 0\.5次ミーティング（\d+\/\d+）の記録がまだです/);
  await expect(owed).toContainText('5日前の会合');
  await expect(home.count).toHaveAccessibleName('気になること 1件');
  expect(await violationsOn(page)).toEqual([]);

  await home.settle('0.5次ミーティング');
  await seeHeading(page, '0.5次ミーティング');
  await recordOf(page).note.click();
  await page.keyboard.type('方針を示した');
  await shellOf(page).saved();
  await shellOf(page).go('ホーム');
  await expect(home.card('気になること')).toContainText('いまはありません');
  await expect(home.count).toHaveCount(0);
});

test('A case that was silent for 30 days is settled by writing down a contact', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await newCase(page);
  await flowOf(page).add('ミーティング', { date: dayFromToday(-41) });
  await shellOf(page).go('ホーム');
  const home = homeOf(page);
  await expect(home.concern('宇土市と41日 連絡がありません')).toContainText('0.5次ミーティング');
  await expect(home.count).toHaveAccessibleName('気になること 2件');

  await home.settle('連絡がありません');
  const flow = flowOf(page);
  await expect(flow.dialog).toBeVisible();
  await flow.field('名称').fill('会議の開催方法の相談');
  await flow.submit.click();
  await expect(flow.dialog).toHaveCount(0);
  await expect(flow.card('会議の開催方法の相談')).toBeVisible();
  // Away from ホーム the number follows by itself.
  await expect(home.count).toHaveAccessibleName('気になること 1件');
  // The way back does not ask again.
  await page.goBack();
  await expect(flow.peek).toHaveCount(0);
  await page.goBack();
  await expect(home.card('気になること')).toBeVisible();
  await page.goForward();
  await expect(flow.ladder).toBeVisible();
  await expect(flow.dialog).toHaveCount(0);
});

test('The next two weeks show what is planned and whether it is prepared', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await newCase(page);
  const flow = flowOf(page);
  await flow.add('ミーティング', { date: dayFromToday(3) });
  await flow.add('第N回支援', { date: dayFromToday(20) });
  await shellOf(page).go('ホーム');
  const home = homeOf(page);
  await expect(home.coming).toHaveCount(1);
  await expect(home.coming).toContainText('宇土市 0.5次ミーティング');
  await expect(home.coming).toContainText('次第なし');

  await home.coming.getByRole('button').click();
  await seeHeading(page, '0.5次ミーティング');
  await recordOf(page).addItem('13:30 市説明');
  await shellOf(page).go('ホーム');
  await expect(home.coming).toContainText('次第あり');
});

test('A contradiction leads to the field that says it', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await newCase(page);
  const flow = flowOf(page);
  await flow.add('ミーティング', { date: dayFromToday(-2) });
  await flow.openRecord('0.5次ミーティング');
  const record = recordOf(page);
  await record.addGroup('民生委員 49人');
  await record.total.fill('46');
  await record.total.press('Enter');
  await record.field('備考').fill('R4.8.24(木)に打合せ');
  await record.note.click();
  await page.keyboard.type('方針');
  await shellOf(page).saved();
  await shellOf(page).go('ホーム');
  const home = homeOf(page);
  await expect(home.concern('計46人と入力されていますが、内訳は49人です')).toBeVisible();
  await home.settle('「R4.8.24(木)」とありますが、暦では令和4年8月24日(水)です');
  await expect(record.field('備考')).toHaveValue('R4.8.24(木)に打合せ');
});

test('A year that is over presses nobody: its records are one line', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(page, '益城町');
  await shellOf(page).go('ホーム');
  const home = homeOf(page);
  await expect(home.concern(/益城町（令和4年度） 記録がまだの会合が\d+件あります/)).toHaveCount(1);
  await expect(home.concern('連絡がありません')).toHaveCount(0);
  await home.settle('記録がまだの会合');
  await expect(flowOf(page).peek).toContainText('0.5次ミーティング');
});
