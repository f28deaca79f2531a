import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { roadmapOf } from '#tests/support/pages/roadmap.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import type { Pc } from '#tests/support/pc.ts';
import { PLAIN_FILE, type PlainRoadmap, roadmapFiles } from '../bench/roadmap-set/roadmap-set.ts';

/** A case of 宇土市 with the six groups on its roadmap. */
const beginRoadmap = async (page: Page) => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  const roadmap = roadmapOf(page);
  await roadmap.open();
  await roadmap.begin.click();
  await expect(roadmap.laneName('総合事業')).toBeVisible();
  return roadmap;
};

/** A case whose roadmap has a thousand bars in two hundred lanes, its chart on the screen. */
const openLargeRoadmap = async (pc: Pc): Promise<Page> => {
  let caseId = '';
  for (const { path, bytes } of roadmapFiles('e2e')) {
    const file = join(pc.data, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    if (path !== PLAIN_FILE) continue;
    const plain = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, PlainRoadmap>;
    caseId = plain[1000]?.caseId ?? '';
  }
  const { page } = await pc.start();
  await page.evaluate((id) => {
    location.hash = `/cases/${id}/roadmap`;
  }, caseId);
  await expect(roadmapOf(page).bars.first()).toBeVisible();
  await page.locator('[data-roadmap-scroller]').evaluate((scroller) => {
    scroller.scrollLeft = 0;
  });
  return page;
};

test('Of a thousand bars those in view are drawn, and scrolling brings the others', async ({
  pc,
}) => {
  const page = await openLargeRoadmap(pc);
  const { bars, laneName } = roadmapOf(page);
  await expect(laneName('国の伴走支援 1-1')).toBeVisible();
  expect(await bars.count()).toBeLessThan(250);

  await page.locator('[data-roadmap-scroller]').evaluate((scroller) => {
    scroller.scrollTop = scroller.scrollHeight;
  });
  await expect(laneName('通所型サービスC 20-10')).toBeVisible();
  await expect(laneName('国の伴走支援 1-1')).toHaveCount(0);
  expect(await bars.count()).toBeLessThan(250);
});

test('The name of a long bar stays in sight when its beginning is scrolled away', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  await roadmap.draw('試行', '総合事業', ['4月', '12月']);
  const leftOf = async (inner: string): Promise<number> =>
    (await roadmap.bar('試行').locator(inner).boundingBox())?.x ?? Number.NaN;
  const scroller = page.locator('[data-roadmap-scroller]');
  const scrollTo = (left: number) =>
    scroller.evaluate((element, to) => {
      element.scrollLeft = to;
    }, left);
  await scrollTo(0);
  const edge = await leftOf('.bar');
  await expect.poll(() => leftOf('.bar-label')).toBeGreaterThan(edge);
  const gap = (await leftOf('.bar-label')) - edge;

  await scrollTo(120);
  await expect.poll(() => leftOf('.bar')).toBeCloseTo(edge - 120, -1);
  await expect.poll(() => leftOf('.bar-label')).toBeCloseTo(edge + gap, -1);
  await scrollTo(0);
  await expect.poll(() => leftOf('.bar-label')).toBeCloseTo(edge + gap, -1);
});

test('Moving one bar leaves all others on the chart as they were drawn', async ({ pc }) => {
  const page = await openLargeRoadmap(pc);
  const { bars, cursor } = roadmapOf(page);
  // The lanes ahead of the scroll come a moment later.
  await expect.poll(() => bars.count()).toBeGreaterThan(100);
  const before = await bars.evaluateAll((groups) => {
    for (const group of groups) group.firstElementChild?.setAttribute('data-drawn', '');
    return groups.length;
  });

  const shape = await bars.first().locator('.bar').boundingBox();
  if (shape === null) throw new Error('there is no bar');
  const [x, y] = [shape.x + shape.width / 2, shape.y + shape.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y, { steps: 3 });
  await page.mouse.move(x + 34, y, { steps: 3 });
  await page.mouse.up();

  await expect(page.getByRole('button', { name: /^元に戻す（帯を/ })).toBeVisible();
  await expect(cursor).toBeFocused();
  const drawn = page.locator('[data-roadmap-chart] [data-drawn]');
  await expect(drawn).toHaveCount(before - 1);
  await expect(bars).toHaveCount(before);
});

test('Lanes and groups change places by their names, and a year folds into one column', async ({
  pc,
}) => {
  const page = await openLargeRoadmap(pc);
  const { laneName } = roadmapOf(page);
  const centre = async (name: string) => {
    const box = await laneName(name).boundingBox();
    if (box === null) throw new Error(`${name} is not on the screen`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const drag = async (name: string, to: { readonly x: number; readonly y: number }) => {
    const from = await centre(name);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, (from.y + to.y) / 2, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
  };

  const third = await centre('「基本的あり方」 1-3');
  await drag('国の伴走支援 1-1', { x: third.x, y: third.y + 12 });
  await expect
    .poll(
      async () => (await centre('国の伴走支援 1-1')).y - (await centre('「基本的あり方」 1-3')).y,
    )
    .toBeGreaterThan(0);

  await page.getByRole('button', { name: '令和4年度を1列にたたむ' }).click();
  const folded = page.getByRole('button', { name: '令和4年度を月ごとに開く' });
  await expect(folded).toBeVisible();
  await folded.click();
  await expect(page.getByRole('button', { name: '令和4年度を1列にたたむ' })).toBeVisible();
});

test('A milestone goes to another month and row with the pointer, and Esc leaves it where it was', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  await page.keyboard.press('ArrowDown');
  await roadmap.add('節目を追加');
  await expect(roadmap.field('名前')).toBeFocused();
  await page.keyboard.type('議会');
  await page.keyboard.press('Enter');
  await roadmap.field('日付').fill('5/31');
  await roadmap.field('日付').press('Enter');
  await expect(roadmap.field('日付')).toHaveValue(/5月31日/);
  await roadmap.field('日付').press('Escape');
  await expect(roadmap.cursor).toHaveAccessibleName(/^節目「議会」、令和\d+年5月31日/);

  const diamond = roadmap.mark('議会').locator('.mark');
  const hold = async (columns: number, lane: string): Promise<void> => {
    const from = await diamond.boundingBox();
    if (from === null) throw new Error('the milestone is not on the screen');
    const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
    const [may, june] = [await roadmap.cellAt(lane, '5月'), await roadmap.cellAt(lane, '6月')];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + columns * (june.x - may.x), june.y, { steps: 8 });
  };

  await hold(1, '総合事業');
  await expect(roadmap.chart).toContainText(/令和\d+年6月30日/);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(roadmap.cursor).toHaveAccessibleName(/^節目「議会」、令和\d+年5月31日/);

  await hold(1, '総合事業');
  await page.mouse.up();
  await expect(roadmap.cursor).toBeFocused();
  await expect(roadmap.cursor).toHaveAccessibleName(/^節目「議会」、令和\d+年6月30日.*、総合事業/);
  await expect(roadmap.said).toContainText(/総合事業.*の行へ、令和\d+年6月30日.*に動かしました/);
  await expect(shellOf(page).undo).toHaveAccessibleName('元に戻す（節目を変更）');
  await page.keyboard.press('Control+z');
  await expect(roadmap.cursor).toHaveAccessibleName(/^節目「議会」、令和\d+年5月31日/);
});
