import { median, quantile } from '../../scripts/bench/report.mjs';
import {
  clickUntilPainted,
  openCase,
  RUNG,
  readAhead,
  rest,
} from '../../scripts/bench/screens.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const MEETINGS = 30;
const AGAIN = 20;
const HOME = '[data-ready="home"]';
const HOME_CASES = `${HOME} tbody th[scope="row"]`;
const CASES = '[role="grid"][aria-label="案件"] th[scope="row"]';
const CASES_OF_A_YEAR = 45;

/** @param {Page} page @param {string} name */
const place = (page, name) =>
  page.getByRole('navigation', { name: 'メイン' }).getByRole('link', { name });
/** @param {Page} page @param {string} name */
const tab = (page, name) =>
  page.getByRole('navigation', { name: '案件のページ' }).getByRole('link', { name });
/** @param {Page} page @param {string} name */
const button = (page, name) => page.getByRole('button', { name, exact: true });

/**
 * Goes to each page for the first time in a run, by a click as staff do.
 * @param {Page} page
 * @returns {Promise<Record<string, number>>} milliseconds from the press until it is painted, by page
 */
async function visitAll(page) {
  /** @type {Record<string, number>} */
  const times = {};
  const visit = async (name, target, selector, count = 1) => {
    await target.waitFor();
    await rest(page);
    times[name] = await clickUntilPainted(page, target, selector, count);
  };
  await visit('cases', place(page, '案件'), CASES, CASES_OF_A_YEAR);
  const first = page.locator(CASES).first();
  await rest(page);
  times.case = await openCase(page, first, MEETINGS);
  await visit('overview', tab(page, '概要'), 'main [aria-label$="の役割"]');
  await visit('roadmap', tab(page, 'ロードマップ'), '[data-roadmap-said]');
  await visit('findings', tab(page, '課題と対応'), 'main textarea[aria-label="課題"]');
  await visit('materials', tab(page, '資料'), '[data-sheet] table');
  await tab(page, '支援の流れ').click();
  await page.locator(RUNG).first().click();
  await visit('record', button(page, '開いて書く'), '.ProseMirror[contenteditable="true"]');
  await visit('settings', place(page, '設定'), 'main [data-required="true"]');
  await place(page, '案件').click();
  await visit('new-case', button(page, '案件をつくる').first(), 'main [data-required="true"]');
  return times;
}

async function runFirst(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const dataDir = await context.scaleCopy();
  const runs = [];
  for (let run = 0; run <= context.pairs; run += 1) {
    const { app, page } = await context.openApp({ dataDir });
    try {
      await readAhead(page);
      const times = await visitAll(page);
      // The first warms the disk cache.
      if (run > 0) runs.push(times);
    } finally {
      await app.close();
    }
  }
  const pages = Object.keys(runs[0] ?? {}).map((name) => ({
    name,
    time: median(runs.map((times) => times[name] ?? Number.NaN)),
  }));
  console.log(`  ${pages.map(({ name, time }) => `${name} ${time.toFixed(0)}`).join(', ')} ms`);
  const times = pages.map(({ time }) => time);
  return {
    'page-first': quantile(times, 0.95),
    'page-first-median': median(times),
    'open-case-first': pages.find(({ name }) => name === 'case')?.time ?? Number.NaN,
  };
}

async function runAgain(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const { app, page } = await context.openApp({ dataDir: await context.scaleCopy() });
  try {
    await readAhead(page);
    const home = [];
    const seen = [];
    const cases = [];
    for (let index = 0; index <= AGAIN; index += 1) {
      const toCases = await clickUntilPainted(page, place(page, '案件'), CASES, CASES_OF_A_YEAR);
      await rest(page);
      const toHome = await clickUntilPainted(
        page,
        place(page, 'ホーム'),
        HOME_CASES,
        CASES_OF_A_YEAR,
      );
      await rest(page);
      await place(page, '案件').click();
      await rest(page);
      const toSeen = await clickUntilPainted(page, place(page, 'ホーム'), HOME);
      await rest(page);
      // First visits are a row of their own.
      if (index === 0) continue;
      cases.push(toCases);
      home.push(toHome);
      seen.push(toSeen);
    }
    const log = (times) => times.map((time) => time.toFixed(0)).join(' ');
    console.log(
      `  home: ${log(home)} ms\n  home, in sight: ${log(seen)} ms\n  cases: ${log(cases)} ms`,
    );
    return {
      'home-45': quantile(home, 0.95),
      'home-45-median': median(home),
      'home-45-seen': quantile(seen, 0.95),
      'cases-450': quantile(cases, 0.95),
      'cases-450-median': median(cases),
    };
  } finally {
    await app.close();
  }
}

export const rows = [
  {
    id: 'page-first',
    what: "the first visit of a page in a run, click to painted: each page's median, p95 of the pages",
    unit: 'ms',
    goal: 170,
    run: runFirst,
  },
  { id: 'page-first-median', what: 'the same, median of the pages', unit: 'ms', run: runFirst },
  {
    id: 'open-case-first',
    what: `the first case opened in a run, until its ladder of ${MEETINGS} meetings is painted, median`,
    unit: 'ms',
    goal: 150,
    run: runFirst,
  },
  {
    id: 'home-45',
    what: `a click on ホーム until all its ${CASES_OF_A_YEAR} cases are painted, p95 of ${AGAIN}`,
    unit: 'ms',
    goal: 80,
    run: runAgain,
  },
  { id: 'home-45-median', what: 'the same, median', unit: 'ms', run: runAgain },
  {
    id: 'home-45-seen',
    what: 'the same until those are painted that a window can show, p95',
    unit: 'ms',
    run: runAgain,
  },
  {
    id: 'cases-450',
    what: `a click on 案件, of an office of 450, until the year's table is painted, p95 of ${AGAIN}`,
    unit: 'ms',
    goal: 80,
    run: runAgain,
  },
  { id: 'cases-450-median', what: 'the same, median', unit: 'ms', run: runAgain },
];
