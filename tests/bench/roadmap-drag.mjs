import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quantile } from '../../scripts/bench/report.mjs';
import { openRoadmap, rest } from '../../scripts/bench/screens.mjs';
import { traceFrames } from '../../scripts/bench/trace.mjs';

const SIZE = 1000;
const MOVES = 240;
const STRIDE = 4;
const BETWEEN_MOVES = 12;
const SLOW = 25;

/**
 * Drags a bar to and fro over months and lanes, and gives up.
 * @param {import('@playwright/test').Page} page
 */
async function drag(page) {
  // One that others follow: what they would do is shown meanwhile.
  await page.locator('[data-roadmap-scroller]').evaluate((scroller) => {
    scroller.scrollLeft = 0;
  });
  const box = await page.locator('[data-roadmap-chart] .bar-wrapper .bar').first().boundingBox();
  if (box === null) throw new Error('There is no bar');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let index = 1; index <= MOVES; index += 1) {
    const along = Math.abs(((index + MOVES / 4) % (MOVES / 2)) - MOVES / 4) - MOVES / 4;
    await page.mouse.move(from.x - along * STRIDE, from.y + (index % 60));
    await page.waitForTimeout(BETWEEN_MOVES);
  }
  if ((await page.locator('.is-dragged').count()) !== 1) throw new Error('Nothing was dragged');
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

/** Takes the time between frames while something is done. @param {import('@playwright/test').Page} page */
async function frameTimes(page, act) {
  await page.evaluate(() => {
    globalThis.benchFrames = [];
    let last = performance.now();
    const tick = (now) => {
      globalThis.benchFrames?.push(now - last);
      last = now;
      if (globalThis.benchFrames) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  return page.evaluate(() => {
    const frames = globalThis.benchFrames.slice(2);
    globalThis.benchFrames = undefined;
    return frames;
  });
}

async function run(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const dataDir = await context.roadmapCopy();
  const roadmaps = JSON.parse(readFileSync(join(dataDir, 'roadmaps.json'), 'utf8'));
  const { app, page } = await context.openApp({ dataDir });
  try {
    await openRoadmap(page, roadmaps[SIZE].caseId);
    await rest(page);
    await drag(page);
    await rest(page);
    const frames = await frameTimes(page, () => drag(page));
    await rest(page);
    const work = await traceFrames(app, () => drag(page));
    console.log(
      `  ${work.length} frames, work: median ${quantile(work, 0.5).toFixed(1)} ms, most ${Math.max(...work).toFixed(1)} ms`,
    );
    return {
      'roadmap-drag': quantile(work, 0.95),
      'roadmap-drag-median': quantile(work, 0.5),
      'roadmap-drag-frames': (frames.filter((time) => time > SLOW).length / frames.length) * 100,
    };
  } finally {
    await app.close();
  }
}

export const rows = [
  {
    id: 'roadmap-drag',
    what: `dragging a bar among ${SIZE}: main-thread work for each frame, p95`,
    unit: 'ms',
    goal: 8,
    run,
  },
  {
    id: 'roadmap-drag-frames',
    what: `the same: share of frames that take longer than ${SLOW} ms`,
    unit: '%',
    goal: 1,
    run,
  },
  { id: 'roadmap-drag-median', what: 'roadmap-drag, median', unit: 'ms', run },
];
