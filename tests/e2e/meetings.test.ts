import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { planCase } from '#tests/support/cases.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { shellOf } from '#tests/support/pages/shell.ts';

const choose = async (page: Page, within: Locator, field: string, option: string) => {
  await within.getByRole('button', { name: new RegExp(`${field}$`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
const openEdits = (page: Page): Promise<void> =>
  flowOf(page).peek.getByRole('button', { name: '種類・日時・状態を変える' }).click();

test('A meeting becomes another kind in the panel, in the table and on its page, each time with the rule', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  const flow = flowOf(page);
  await flow.add('意見交換会', { title: '第2回意見交換会', date: '10/14' });

  await flow.card('第2回意見交換会').click();
  await openEdits(page);
  await choose(page, flow.peek, '種類', '第N回支援（その部）');
  await expect(flow.card('第1回支援')).toContainText('第2回意見交換会');
  await flow.peek.getByRole('textbox', { name: '部の名前' }).fill('午後の部');
  await expect(flow.card('第1回支援 午後の部')).toBeVisible();

  await flow.showTable();
  await flow.table.getByRole('button', { name: '0.5次ミーティングの種類・回・部を変える' }).click();
  const place = page.getByRole('dialog', { name: '0.5次ミーティング' });
  await expect(place).toContainText('同じ番号は付けられません');
  await place.getByRole('textbox', { name: '番号' }).fill('0.75');
  await page.keyboard.press('Enter');
  await expect(flow.table).toContainText('0.75次ミーティング');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await flow.table.getByRole('row', { name: /0.75次/ }).click();
  await flow.peek.getByRole('button', { name: '開いて書く' }).click();
  const { form } = recordOf(page);
  await choose(page, form, '種類', '打合せ・ヒアリング');
  await form.getByText('独自開催').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('打合せ・ヒアリング');
  await recordOf(page).back();
  await expect(flow.card('打合せ・ヒアリング')).toContainText('独自開催');
  await shellOf(page).undo.click();
  await expect(flow.card('打合せ・ヒアリング')).not.toContainText('独自開催');
});

test('The first part gets its name when a second one is added', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  const flow = flowOf(page);
  await flow.add('第N回支援', { date: '2/13' });
  await flow.openAdd('支援の部を足す');
  await expect(flow.field('今ある部の名前')).toHaveValue('午前の部');
  await flow.submit.click();
  await flow.dialog.waitFor({ state: 'detached' });
  await expect(flow.cards.filter({ hasText: 'の部' })).toHaveText([/^午前の部/, /^午後の部/]);
});

test('Several meetings are said to be held in one step, and one undo takes that back', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  const flow = flowOf(page);
  await flow.add('情報提供', { title: '資料の検討' });
  await flow.add('情報提供', { title: '事例の紹介' });
  await flow.showTable();
  for (const name of [/資料の検討/, /事例の紹介/]) {
    const row = flow.table.getByRole('row', { name });
    await row.getByRole('checkbox').evaluate((box: HTMLInputElement) => box.click());
  }
  // The pre-meeting of August is over.
  const held = flow.table.getByRole('row').filter({ hasText: '実施' });
  await expect(held).toHaveCount(1);
  await page.getByRole('button', { name: '選んだ会合の状態を変える' }).click();
  await page.getByRole('menuitem', { name: '「実施」にする' }).click();
  await expect(held).toHaveCount(3);
  await shellOf(page).undo.click();
  await expect(held).toHaveCount(1);
});

test('A visit of two days stands with both, and with a place for each', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  const flow = flowOf(page);
  await flow.add('視察', { title: '先進地の視察', date: '12/26～27' });
  await expect(flow.card('先進地の視察')).toContainText('12/26～27');
  await flow.openRecord('先進地の視察');
  const record = recordOf(page);
  await expect(record.date).toHaveValue('令和8年12月26日(土)～27日(日)');
  await record.place.fill('東京');
  await record.field('12月27日(日)の場所').fill('横浜');
  await record.back();
  await flow.card('先進地の視察').click();
  await expect(flow.peek).toContainText('12/26 東京、12/27 横浜');
  await expect(flow.peek).toContainText('令和8年12月26日(土)～27日(日)');
});

test('What is done between two rounds stands between their rungs, and is no meeting', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  const flow = flowOf(page);
  await flow.add('第N回支援', { date: '8/24' });
  await flow.prepare(2);
  const steps = flow.ladder.getByRole('region', { name: /^第\d回支援に向けて$/ });
  const line = steps.getByRole('textbox', { name: /の取組みを加える$/ });
  await expect(line).toBeFocused();
  await page.keyboard.type('対象者の選定');
  await page.keyboard.press('Enter');
  await expect(steps.getByRole('textbox', { name: '取組み1' })).toHaveValue('対象者の選定');
  await expect(flow.cards).toHaveCount(2);
  await shellOf(page).undo.click();
  await expect(steps.getByRole('textbox', { name: '取組み1' })).toHaveCount(0);
});

test('Who speaks has a part, and becomes a person of the office', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  const flow = flowOf(page);
  await flow.openRecord('0.5次ミーティング');
  const record = recordOf(page);
  await record.addItem('13:30 アドバイザー講話');
  const { programme } = record;
  await programme.getByRole('textbox', { name: /で話す人$/ }).fill('山田');
  await programme.getByRole('button', { name: 'アドバイザー講話の役（役なし）' }).click();
  await page.getByRole('menuitem', { name: '講師' }).click();
  await expect(programme.getByRole('button', { name: /の役（講師）$/ })).toBeVisible();
  await programme.getByRole('button', { name: 'アドバイザー講話の操作' }).click();
  await page.getByRole('menuitem', { name: '「山田」を「人」に加える' }).click();
  await expect(programme.getByText('人', { exact: true })).toBeVisible();
  await record.back();
  await flow.card('0.5次ミーティング').click();
  await expect(flow.peek).toContainText('アドバイザー講話（講師 山田）');
});
