import type { Locator } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import type { Pc, Run } from '#tests/support/pc.ts';

const openRecord = async (pc: Pc): Promise<Run> => {
  await pc.settle();
  const run = await pc.start();
  await run.page.setViewportSize({ width: 1366, height: 768 });
  await run.page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(run.page, '益城町');
  await flowOf(run.page).openRecord('第2回支援');
  await recordOf(run.page).note.waitFor();
  return run;
};

test('The columns beside a note are made wider by keyboard and by mouse, and this PC remembers it', async ({
  pc,
}) => {
  const first = await openRecord(pc);
  const widthOf = async (page: Run['page']): Promise<number> =>
    (await recordOf(page).form.boundingBox())?.width ?? 0;
  const usual = await widthOf(first.page);
  const line = first.page.getByRole('separator', { name: /会合の内容/ });
  await line.focus();
  await first.page.keyboard.press('ArrowRight');
  await first.page.keyboard.press('ArrowRight');
  expect(await widthOf(first.page)).toBeGreaterThan(usual + 40);
  await expect(line).toHaveAttribute(
    'aria-valuenow',
    String(Math.round(await widthOf(first.page))),
  );
  expect(await violationsOn(first.page)).toEqual([]);

  const other = first.page.getByRole('separator', { name: /課題と対応/ });
  const box = await other.boundingBox();
  if (box === null) throw new Error('there is no line to draw');
  const side = first.page.getByRole('complementary').first();
  const before = (await side.boundingBox())?.width ?? 0;
  await first.page.mouse.move(box.x + 5, box.y + 100);
  await first.page.mouse.down();
  await first.page.mouse.move(box.x - 55, box.y + 100, { steps: 4 });
  await first.page.mouse.up();
  expect((await side.boundingBox())?.width ?? 0).toBeGreaterThan(before + 40);
  const left = await widthOf(first.page);
  await first.quit();

  const { page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page
    .getByRole('navigation', { name: 'メイン' })
    .getByRole('link', { name: '案件' })
    .click();
  await page.getByRole('grid', { name: '案件' }).getByText('益城町').first().click();
  await seeHeading(page, '益城町');
  await flowOf(page).openRecord('第2回支援');
  await expect.poll(() => widthOf(page)).toBe(left);
  await page.getByRole('separator', { name: /会合の内容/ }).dblclick();
  await expect.poll(() => widthOf(page)).toBe(usual);
});

test('A table in a note is left by keyboard, and the tools stay in one row', async ({ pc }) => {
  const { page } = await openRecord(pc);
  const { note } = recordOf(page);
  const tools = page.getByRole('toolbar', { name: '記録の書式' });
  for (const width of [1920, 1600, 1440, 1366, 1093, 910]) {
    await page.setViewportSize({ width, height: 768 });
    const tops = await tools
      .getByRole('button')
      .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top)));
    expect(new Set(tops).size).toBe(1);
    const pressed = await tools
      .getByRole('button')
      .evaluateAll((all) =>
        all
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((each) => `${each.ariaLabel} at ${innerWidth}`),
      );
    expect(pressed).toEqual([]);
    // Columns lie beside or below each other, never over one another.
    const columns = [
      recordOf(page).form,
      page.getByRole('complementary').first(),
      recordOf(page).note,
    ];
    const boxes = await Promise.all(columns.map((each) => each.boundingBox()));
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (one === null || other === null) throw new Error(`a column is gone at ${width} px`);
        const isBeside = one.x + one.width <= other.x + 1 || other.x + other.width <= one.x + 1;
        const isBelow = one.y + one.height <= other.y + 1 || other.y + other.height <= one.y + 1;
        expect(isBeside || isBelow, `at ${width} px`).toBe(true);
      }
    }
    const bar = await tools.boundingBox();
    const last = await tools.getByRole('button').last().boundingBox();
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(
      (bar?.x ?? 0) + (bar?.width ?? 0),
    );
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await note.click();
  await page.keyboard.press('Control+End');
  // Out of the list first, where Tab makes a step.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await tools.getByRole('button', { name: '表' }).click();
  await page.getByRole('menuitem', { name: /表を入れる/ }).click();
  await expect(note.getByRole('table')).toBeVisible();
  await note.getByRole('columnheader').first().click();
  await page.keyboard.type('町');
  await tools.getByRole('button', { name: '表' }).click();
  await expect(page.getByRole('menuitem', { name: '表の下へ出る' })).toContainText('Ctrl');
  await page.keyboard.press('Escape');
  await note.getByRole('columnheader').first().click();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('表の下の文');
  await expect(note.getByRole('paragraph').filter({ hasText: '表の下の文' })).toBeVisible();
  await expect(note.getByRole('table')).not.toContainText('表の下の文');
  // From a line of text Tab leaves the note.
  await page.keyboard.press('Tab');
  await expect(note).not.toBeFocused();
});

test('The line that adds to a list stays in sight, and a word of what happened covers no card', async ({
  pc,
}) => {
  const { page } = await openRecord(pc);
  const line = page.getByRole('textbox', { name: /を加える$/ }).first();
  for (let index = 0; index < 12; index += 1) {
    await line.fill(`${index + 1}つ目の気づき`);
    await line.press('Enter');
    await expect(page.getByText(`${index + 1}つ目の気づき`, { exact: true })).toBeVisible();
  }
  await expect(line).toBeInViewport();
  await expect(line).toBeFocused();

  await recordOf(page).back();
  const flow = flowOf(page);
  await flow.card('第1回支援').first().click();
  await flow.peek.getByRole('button', { name: '削除' }).click();
  const toast = shellOf(page).toast(/削除/).first();
  await expect(toast).toBeVisible();
  const over = await toast.boundingBox();
  const main = await page.getByRole('main').boundingBox();
  expect((over?.x ?? 0) + (over?.width ?? 0)).toBeLessThanOrEqual(main?.x ?? 0);
});

test('Under what is to be done stand who does it and until when, or that nobody wrote it: no empty line', async ({
  pc,
}) => {
  const { page } = await openRecord(pc);
  const add = page.getByRole('textbox', { name: '対応事項を加える' });
  for (const text of ['名簿をつくる', '会場を決める']) {
    await add.fill(text);
    await add.press('Enter');
  }
  const owner = page.getByRole('textbox', { name: '名簿をつくるの担当' });
  const hint = (of: Locator): Promise<string> =>
    of.evaluate((input) => getComputedStyle(input, '::placeholder').color);
  const clear = 'rgba(0, 0, 0, 0)';
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(owner).toHaveAttribute('placeholder', '担当');
  expect(await hint(owner)).not.toBe(clear);
  await owner.fill('町');
  await owner.press('Enter');
  // The other of the two asks where somebody is, and is quiet elsewhere.
  const due = page.getByRole('textbox', { name: '名簿をつくるの期限' });
  await add.focus();
  await expect.poll(() => hint(due)).toBe(clear);
  await due.focus();
  await expect.poll(() => hint(due)).not.toBe(clear);
});

test('The tools of the flow stay in sight while its meetings scroll', async ({ pc }) => {
  const { page } = await openRecord(pc);
  await recordOf(page).back();
  const flow = flowOf(page);
  await flow.card('2.5次ミーティング').first().scrollIntoViewIfNeeded();
  await flow.card('2.5次ミーティング').first().hover();
  await page.mouse.wheel(0, 2000);
  const add = page.getByRole('button', { name: '会合を追加' });
  await expect(flow.card('0.5次ミーティング').first()).not.toBeInViewport();
  await expect(add).toBeInViewport();
  await flow.showTable();
  await page.setViewportSize({ width: 1366, height: 700 });
  await flow.table.getByRole('row').last().hover();
  await page.mouse.wheel(0, 2000);
  const head = await flow.table.getByRole('columnheader').first().boundingBox();
  const tools = await add.boundingBox();
  expect(head?.y ?? 0).toBeGreaterThanOrEqual((tools?.y ?? 0) + (tools?.height ?? 0));
  expect(head?.y ?? 0).toBeLessThan(400);
});

test('A choice is made by keyboard: Enter and the space bar open it with the focus in its list', async ({
  pc,
}) => {
  const { page } = await openRecord(pc);
  const state = page.getByRole('button', { name: /状態$/ }).first();
  for (const key of ['Enter', ' ']) {
    await state.focus();
    await page.keyboard.press(key);
    await expect(page.getByRole('option', { name: '実施' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(0);
  }
  await state.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: '実施' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(state).toContainText('延期');
});
