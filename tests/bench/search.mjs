import { quantile } from '../../scripts/bench/report.mjs';
import { rest } from '../../scripts/bench/screens.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** As staff look for things: names, words of notes, two words, one letter, what nobody has written. */
const QUERIES = [
  '移動支援',
  '益城町 通所',
  'ロードマップ',
  'サービスC',
  '支',
  '令和4年度 担い手',
  'の',
  'ぬるぬる',
];
const PATIENCE = 30_000;

/** Resolves when all can be found. @param {Page} page */
const ready = (page) =>
  page.waitForFunction(() => performance.getEntriesByName('search-ready').length > 0, undefined, {
    timeout: PATIENCE,
  });

/**
 * Types and takes the time from each key until its finds are painted.
 * @param {Page} page with the caret in the palette's input
 * @param {string} text
 * @returns {Promise<number[]>} milliseconds, key by key
 */
async function typeAndTime(page, text) {
  const times = [];
  for (const letter of text) {
    await page.evaluate(watchFinds);
    await page.keyboard.insertText(letter);
    times.push(await page.evaluate(() => globalThis.benchFinds));
    await page.waitForTimeout(60);
  }
  return times;
}

/** Runs in the page: from the next input until its finds are painted. */
const watchFinds = () => {
  globalThis.benchFinds = new Promise((resolve, reject) => {
    setTimeout(reject, 10_000, new Error('No finds were shown'));
    addEventListener(
      'input',
      ({ timeStamp, target }) => {
        const typed = target.value;
        const look = () => {
          if (document.querySelector('[data-found-for]')?.dataset.foundFor !== typed) return false;
          observer.disconnect();
          requestAnimationFrame(() => {
            // A message from within a frame is delivered behind that frame's paint.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - timeStamp);
            port2.postMessage(null);
          });
          return true;
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        look();
      },
      { capture: true, once: true },
    );
  });
};

async function run(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const { app, page } = await context.openApp({ dataDir: await context.scaleCopy() });
  try {
    await ready(page);
    await rest(page);
    await page.keyboard.press('Control+k');
    const input = page.getByRole('combobox', { name: 'さがす' });
    await input.waitFor();
    const times = [];
    // The first round warms up, as the first seconds of a day do.
    for (let round = 0; round < 3; round += 1) {
      for (const text of QUERIES) {
        await input.fill('');
        await rest(page);
        const own = await typeAndTime(page, text);
        if (round > 0) times.push(...own);
        if (round === 2)
          console.log(`  ${text}: ${own.map((time) => time.toFixed(0)).join(' ')} ms`);
      }
    }
    return { search: quantile(times, 0.95), 'search-median': quantile(times, 0.5) };
  } finally {
    await app.close();
  }
}

async function runReady(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const dataDir = await context.scaleCopy();
  const runs = [];
  for (let pair = 0; pair <= context.pairs; pair += 1) {
    const { app, page } = await context.openApp({ dataDir });
    try {
      await ready(page);
      const figures = await page.evaluate(async () => {
        const [shown] = performance.getEntriesByName('shown');
        const [done] = performance.getEntriesByName('search-ready');
        const frames = await new Promise((resolve) => {
          const observer = new PerformanceObserver((list) => {
            observer.disconnect();
            resolve(list.getEntries());
          });
          observer.observe({ type: 'long-animation-frame', buffered: true });
          setTimeout(resolve, 500, []);
        });
        const during = frames.filter(
          ({ startTime }) => startTime > shown.startTime && startTime < done.startTime,
        );
        return {
          time: (done.startTime - shown.startTime) / 1000,
          longest: Math.max(0, ...during.map(({ duration }) => duration)),
          frames: during.map(
            ({ startTime, duration }) =>
              `${(startTime - shown.startTime).toFixed(0)}+${duration.toFixed(0)}`,
          ),
        };
      });
      console.log(
        `  ${figures.time.toFixed(2)} s; frames over 50 ms: ${figures.frames.join(' ') || 'none'}`,
      );
      // The first warms the disk cache.
      if (pair > 0) runs.push(figures);
    } finally {
      await app.close();
    }
  }
  return {
    'search-ready': quantile(
      runs.map(({ time }) => time),
      0.5,
    ),
    'search-ready-frame': quantile(
      runs.map(({ longest }) => longest),
      0.5,
    ),
  };
}

export const rows = [
  {
    id: 'search',
    what: '13,500 meetings and all else: a key in the palette until its finds are painted, p95',
    unit: 'ms',
    goal: 30,
    run,
  },
  { id: 'search-median', what: 'the same, median', unit: 'ms', run },
  {
    id: 'search-ready',
    what: 'from the first screen until everything can be found, median',
    unit: 's',
    goal: 3,
    run: runReady,
  },
  {
    id: 'search-ready-frame',
    what: 'the longest frame meanwhile that took over 50 ms (0: none), median',
    unit: 'ms',
    goal: 50,
    run: runReady,
  },
];
