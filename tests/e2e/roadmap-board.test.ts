import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { roadmapOf } from '#tests/support/pages/roadmap.ts';
import type { Pc } from '#tests/support/pc.ts';
import { PLAIN_FILE, type PlainRoadmap, roadmapFiles } from '../bench/roadmap-set/roadmap-set.ts';

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
    .poll(async () => (await centre('国の伴走支援 1-1')).y)
    .toBeGreaterThan((await centre('「基本的あり方」 1-3')).y);

  await page.getByRole('button', { name: '令和4年度を1列にたたむ' }).click();
  const folded = page.getByRole('button', { name: '令和4年度を月ごとに開く' });
  await expect(folded).toBeVisible();
  await folded.click();
  await expect(page.getByRole('button', { name: '令和4年度を1列にたたむ' })).toBeVisible();
});
