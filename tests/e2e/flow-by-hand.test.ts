import type { Locator } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { planCase } from '#tests/support/cases.ts';
import { cutTexts } from '#tests/support/cut-texts.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { shellOf } from '#tests/support/pages/shell.ts';

/* What a new user meets who enters a year that is over, on an office notebook. */

const NOTEBOOK = { width: 1366, height: 768 };

test('Steps are written towards any round, also of a year that is over', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize(NOTEBOOK);
  await planCase(page);
  const flow = flowOf(page);
  for (const date of ['5/24', '6/22', '7/10']) await flow.add('第N回支援', { date });
  for (let day = 11; day < 20; day += 1) {
    await flow.add('意見交換会', { title: `意見交換会${day}`, date: `7/${day}` });
  }
  const block = flow.ladder.getByRole('region', { name: '第2回支援に向けて' });
  const line = block.getByRole('textbox', { name: /の取組みを加える$/ });
  await flow.prepare(2);
  await expect(line).toBeFocused();
  await page.keyboard.type('対象者の選定');
  await page.keyboard.press('Enter');
  await expect(block.getByRole('listitem')).toHaveCount(1);
  // Between the rungs of the two rounds.
  await expect(flow.ladder.getByRole('listitem').filter({ hasText: /回支援/ })).toContainText([
    '第1回支援',
    '第2回支援に向けて',
    '第2回支援',
  ]);
  // What stands there already is brought into view, and can be written on.
  await flow.card('意見交換会19').click();
  await expect(line).not.toBeInViewport();
  await flow.prepare(2);
  await expect(line).toBeFocused();
  await expect(line).toBeInViewport();
});

test('What can be done with the chosen meetings stays in sight in a long table', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize(NOTEBOOK);
  await planCase(page);
  const flow = flowOf(page);
  for (let day = 1; day < 16; day += 1) {
    await flow.add('意見交換会', { title: `意見交換会${day}`, date: `7/${day}` });
  }
  await flow.showTable();
  const last = flow.table.getByRole('row', { name: /意見交換会15/ });
  await last.locator('label').first().click();
  const act = page.getByRole('button', { name: '選んだ会合の状態を変える' });
  await expect(act).toBeInViewport();
  await act.click({ trial: true });
});

test('The panel says what is not known, and a move that cannot be is told', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize(NOTEBOOK);
  await planCase(page);
  const flow = flowOf(page);
  await flow.add('第N回支援', { date: '6/22' });
  const fact = (name: string) =>
    flow.peek.getByRole('term').filter({ hasText: name }).locator('..').getByRole('definition');
  for (const name of ['名称', '形式', '対象']) await expect(fact(name)).toContainText('—');
  await flow.card('第1回支援').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(shellOf(page).toast('第1回支援は、これより上へは動かせません。')).toBeVisible();
});

test('Day and hours of a meeting are read whole on an office notebook', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize(NOTEBOOK);
  await planCase(page);
  const flow = flowOf(page);
  await flow.add('意見交換会', { title: '第1回 意見交換会', date: '12/22' });
  await flow.openRecord('意見交換会');
  const record = recordOf(page);
  await record.times.fill('13:30-16:00');
  await record.times.press('Enter');
  await expect(record.times).toHaveValue('13:30～16:00');
  for (const width of [1366, 1280, 1093]) {
    await page.setViewportSize({ width, height: 768 });
    await page.waitForFunction((wanted) => innerWidth === wanted, width);
    expect(await cutTexts(page)).toEqual([]);
  }
});

test('A narrow window breaks no name of a municipality, and no word of a choice', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  await page.setViewportSize({ width: 910, height: 640 });
  const lines = (words: Locator) =>
    words.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
  await expect.poll(() => lines(shellOf(page).heading)).toBe(1);
  await caseHeadOf(page).openTab('資料');
  const kinds = page.getByRole('radiogroup', { name: '表の種類' });
  await kinds.waitFor();
  const words = kinds.locator('button, label');
  expect(await words.count()).toBe(5);
  for (const each of await words.all()) expect(await lines(each)).toBe(1);
  const box = await kinds.boundingBox();
  const copy = await page.getByRole('button', { name: '表をコピー' }).boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(copy?.y ?? 0);
});
