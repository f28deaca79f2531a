import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openNewRecord } from '#tests/support/cases.ts';
import { binOf } from '#tests/support/pages/bin.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

const FINDINGS = ['担い手が足りない', '移動手段がない', '広報が届かない'];

test('What was deleted waits in the bin with what it said, survives a restart, and comes back', async ({
  pc,
}) => {
  await pc.settle();
  const run = await pc.start();
  const { page } = run;
  await openNewRecord(page);
  const record = recordOf(page);
  await record.note.click();
  await page.keyboard.type('資料は後日');
  const line = page.getByRole('textbox', { name: '課題を加える' });
  for (const text of FINDINGS) {
    await line.fill(text);
    await line.press('Enter');
    await expect(line).toHaveValue('');
  }
  await page.getByRole('button', { name: '課題：移動手段がないの操作' }).click();
  await page.getByRole('menuitem', { name: '削除' }).click();
  await shellOf(page).saved();
  await record.back();
  const flow = flowOf(page);
  await flow.card('0.5次ミーティング').click();
  await flow.remove.click();
  await expect(flow.card('0.5次ミーティング')).toHaveCount(0);
  await shellOf(page).saved();
  await run.quit();

  const again = await pc.start();
  const desk = again.page;
  await shellOf(desk).go('ごみ箱');
  await seeHeading(desk, 'ごみ箱');
  const bin = binOf(desk);
  await expect(bin.table.getByRole('row')).toHaveCount(3);
  expect(await violationsOn(desk)).toEqual([]);
  // By keyboard: the meeting's own words, and what comes back with it.
  await bin.row('0.5次ミーティング').focus();
  await desk.keyboard.press('Enter');
  await expect(bin.panel).toContainText('資料は後日');
  await expect(bin.panel).toContainText('課題・気づき 2件');
  await expect(bin.panel).toContainText('宇土市');
  expect(await violationsOn(desk)).toEqual([]);
  await desk.keyboard.press('Escape');

  await bin.filter.fill('いどう');
  await expect(bin.table.getByRole('rowheader')).toHaveCount(0);
  await bin.filter.fill('移動');
  await expect(bin.row('移動手段がない')).toBeVisible();
  await bin.filter.fill('');
  // From here it could be erased for good as well.
  await bin.row('移動手段がない').getByRole('checkbox').check({ force: true });
  await desk.getByRole('button', { name: '完全に消す…' }).click();
  await expect(desk.getByRole('list', { name: '消す記録' })).toContainText('移動手段がない');
  await shellOf(desk).go('ごみ箱');
  // The finding takes along the meeting that it stands in.
  await bin.row('移動手段がない').getByRole('checkbox').check({ force: true });
  await bin.restoreChosen.click();
  await expect(desk.getByText('ごみ箱は空です')).toBeVisible();
  await desk.keyboard.press('Control+2');
  await desk.getByRole('rowheader', { name: '宇土市' }).click();
  await flowOf(desk).openRecord('0.5次ミーティング');
  await expect(recordOf(desk).note).toHaveText('資料は後日');
  const texts = desk.getByRole('textbox', { name: '課題', exact: true });
  await expect(texts).toHaveCount(3);
});

test('Emptying the bin asks, says what goes, and can be taken back at once', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const line = page.getByRole('textbox', { name: '課題を加える' });
  await line.fill('担い手が足りない');
  await line.press('Enter');
  await page.getByRole('button', { name: '課題：担い手が足りないの操作' }).click();
  await page.getByRole('menuitem', { name: '削除' }).click();
  await shellOf(page).go('ごみ箱');
  const bin = binOf(page);
  await bin.row('担い手が足りない').focus();
  await page.keyboard.press('Space');
  await bin.empty.click();
  const question = page.getByRole('alertdialog', { name: '1件をごみ箱から消しますか' });
  await expect(question).toContainText('「担い手が足りない」');
  await question.getByRole('button', { name: 'やめる' }).click();
  await expect(bin.row('担い手が足りない')).toBeVisible();
  await bin.empty.click();
  await question.getByRole('button', { name: 'ごみ箱から消す' }).click();
  await expect(page.getByText('ごみ箱は空です')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(bin.row('担い手が足りない')).toBeVisible();
});
