import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { openNewRecord, planCase } from '#tests/support/cases.ts';
import { bansoFileOf, chooseFile } from '#tests/support/pages/banso-file.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { findingsOf } from '#tests/support/pages/findings.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { paletteOf } from '#tests/support/pages/palette.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { roadmapOf } from '#tests/support/pages/roadmap.ts';
import { shellOf } from '#tests/support/pages/shell.ts';

/**
 * React keeps with an element what it was last drawn with, made anew whenever what holds it is.
 * @returns whether an element is as it was drawn when this was called
 */
const drawingOf = async (element: Locator): Promise<() => Promise<boolean>> => {
  const drawn = await element.evaluateHandle((node) => {
    const key = Object.keys(node).find((name) => name.startsWith('__reactProps$')) ?? '';
    const propsNow = (): unknown => Reflect.get(node, key);
    const first = propsNow();
    return { isKnown: first !== undefined, isSame: () => propsNow() === first };
  });
  expect(await drawn.evaluate(({ isKnown }) => isKnown)).toBe(true);
  return () => drawn.evaluate(({ isSame }) => isSame());
};

test('While a hand-over file is made, the list of cases is neither drawn nor measured anew', async ({
  pc,
}) => {
  const stick = join(dirname(pc.data), 'stick');
  await mkdir(stick, { recursive: true });
  await pc.settle();
  const { app, page } = await pc.start();
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  await shellOf(page).saved();
  const desk = bansoFileOf(page);
  await desk.open();
  const list = page.getByRole('grid', { name: '引き継ぐ案件' });
  await expect(list.getByRole('rowheader', { name: '宇土市' })).toBeVisible();
  const isAsDrawn = await drawingOf(list);

  await chooseFile(app, join(stick, '1.banso'));
  await desk.make();
  expect(await isAsDrawn()).toBe(true);
  // What moves around it leaves hundreds of rows as they are.
  expect(
    await list.evaluate(({ parentElement: box }) => box && getComputedStyle(box).contain),
  ).toBe('content');

  // A choice does draw it.
  await list.getByRole('row').filter({ hasText: '宇土市' }).focus();
  await page.keyboard.press('Space');
  await expect.poll(isAsDrawn).toBe(false);
});

test('The style of the roadmap’s chart says nothing of the page around it, which it would have styled anew', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  const roadmap = roadmapOf(page);
  await roadmap.open();
  await roadmap.begin.click();
  const colourOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).getPropertyValue('--g-row-color'));
  await expect.poll(() => colourOf('.gantt-container')).not.toBe('');
  expect(await colourOf('html')).toBe('');
});

test('On the way to another page the one before is not built once more, and the head of a case stays between its tabs', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  const head = caseHeadOf(page);
  await head.openTab('支援の流れ');
  const flow = flowOf(page);
  await expect(flow.ladder).toBeVisible();
  const built = await page.evaluateHandle(() => {
    const names: string[] = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          if (node.querySelector('[data-rung]')) names.push('ladder');
          if (node.querySelector('nav[aria-label="案件のページ"]')) names.push('head');
        }
      }
    }).observe(document.body, { subtree: true, childList: true });
    return names;
  });
  await head.openTab('概要');
  await expect(flow.ladder).toHaveCount(0);
  expect(await built.jsonValue()).toEqual([]);
  await head.openTab('支援の流れ');
  await expect(flow.ladder).toBeVisible();
  expect(await built.jsonValue()).toEqual(['ladder']);
});

test('A letter in one finding draws no other line anew, and a far one that somebody comes for is brought into sight', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  await caseHeadOf(page).openTab('課題と対応');
  const findings = findingsOf(page);
  for (let n = 1; n <= 40; n += 1) await findings.add(`気づいたこと${n}`);
  const far = findings.finding('気づいたこと40');
  await expect(far).toBeVisible();

  const isAsDrawn = await drawingOf(findings.finding('気づいたこと1'));
  await findings.finding('気づいたこと2').getByRole('textbox').fill('気づいたこと二');
  await expect(findings.finding('気づいたこと二')).toBeVisible();
  expect(await isAsDrawn()).toBe(true);

  // It stands behind those that are drawn first.
  await caseHeadOf(page).openTab('概要');
  const palette = paletteOf(page);
  await palette.open();
  await palette.input.fill('気づいたこと40');
  await expect(palette.options.first()).toContainText('気づいたこと40');
  await page.keyboard.press('Enter');
  await expect(far).toBeInViewport();
  await expect(far.getByRole('textbox', { name: '課題' })).toBeFocused();

  // A filter takes its line away and brings it back: whoever types there keeps the focus.
  const filter = page.getByPlaceholder('言葉で絞り込む');
  await filter.fill('気づいたこと3');
  await expect(far).toHaveCount(0);
  await filter.fill('気づいたこと4');
  await expect(far).toBeVisible();
  await expect(filter).toBeFocused();
});

test('A letter in a field of a meeting’s record draws neither who came, nor what was on, nor what came of it', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const record = recordOf(page);
  await record.addGroup('民生委員 49人');
  await record.addItem('13:30 町説明');
  const side = page.getByRole('complementary', { name: '会合から生まれたこと' });
  await side.getByRole('textbox', { name: '対応事項を加える' }).fill('町に資料を送る');
  await page.keyboard.press('Enter');
  await expect(side.getByRole('textbox', { name: '対応事項', exact: true })).toBeVisible();
  await shellOf(page).saved();

  const drawings = await Promise.all(
    [
      record.attendance.getByRole('list').first(),
      record.programme,
      side.getByRole('list').first(),
      side.getByRole('textbox', { name: '課題を加える' }),
      side.getByText('前後の会合はまだありません'),
    ].map(drawingOf),
  );
  const asDrawn = () => Promise.all(drawings.map((isAsDrawn) => isAsDrawn()));
  await record.place.pressSequentially('県庁');
  await shellOf(page).saved();
  expect(await asDrawn()).toEqual([true, true, true, true, true]);

  // Each of them is drawn when its own words change.
  await record.addItem('14:00 意見交換');
  await expect(record.programme).toContainText('意見交換');
  expect(await asDrawn()).toEqual([true, false, true, true, true]);
});

test('A letter in one text of 概要 draws neither the others, nor who supports, nor the figures', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  await caseHeadOf(page).openTab('概要');
  const main = page.getByRole('main');
  const text = (name: string): Locator => main.getByRole('textbox', { name, exact: true });
  await expect(text('現状')).toBeVisible();
  const drawings = await Promise.all(
    [
      text('課題'),
      main.getByText('まだ決まっていません。AD'),
      main.getByText('まだありません。人口や認定率'),
      text('言ってはいけないこと'),
    ].map(drawingOf),
  );
  const own = await drawingOf(text('現状'));
  await text('現状').pressSequentially('人口');
  await shellOf(page).saved();
  expect(await Promise.all(drawings.map((isAsDrawn) => isAsDrawn()))).toEqual([
    ...[true, true, true, true],
  ]);
  expect(await own()).toBe(false);
});
