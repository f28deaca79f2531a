import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle } from '../../scripts/bench/bundle.mjs';
import { ensureScaleSet } from '../../scripts/bench/scale-set.mjs';
import { openCase, openRecord, rest, showCases } from '../../scripts/bench/screens.mjs';
import { cacheHolds } from '../../scripts/bench/warm.mjs';

/** @typedef {import('../../scripts/bench/context.mjs').Context} Context */
/** @typedef {import('@playwright/test').Page} Page */

const YEAR = 2025;
const MEETINGS = 30;

/** Runs in the page: backs up by hand, and looks how long frames take meanwhile. */
const backUp = async () => {
  let [last, worst] = [performance.now(), 0];
  let isOver = false;
  const look = (/** @type {number} */ now) => {
    worst = Math.max(worst, now - last);
    last = now;
    if (!isOver) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const begun = performance.now();
  const answer = await window.banso?.invoke('backUpNow', undefined);
  isOver = true;
  return { answer, time: (performance.now() - begun) / 1000, worst };
};

/** @param {Page} page */
async function timeBackup(page) {
  const { answer, time, worst } = await page.evaluate(backUp);
  if (!(/** @type {{ ok: boolean }} */ (answer).ok)) throw new Error(JSON.stringify(answer));
  return { time, worst };
}

async function run(/** @type {Context} */ context) {
  const dataDir = await context.scaleCopy();
  const server = join(dirname(dataDir), 'server');
  mkdirSync(server);
  const documents = readdirSync(join(dataDir, 'records', 'logs')).length;
  const { app, page } = await context.openApp({ dataDir });
  await app.evaluate(({ dialog, app: running }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    running.relaunch = () => undefined;
  }, server);
  await rest(page);
  await page.evaluate(() =>
    window.banso?.invoke('chooseBackupTarget', { place: 'first', passphrase: '' }),
  );
  const first = await timeBackup(page);

  const names = await showCases(page, YEAR);
  await openCase(page, names.nth(0), MEETINGS);
  await openRecord(page, 0);
  await page.getByRole('group', { name: '形式' }).getByText('電話').click();
  await rest(page);
  const daily = await timeBackup(page);

  const begun = Date.now();
  const prepared = await page.evaluate(async () => {
    const source = /** @type {const} */ ('first');
    const listed = /** @type {any} */ (await window.banso?.invoke('listGenerations', { source }));
    const generation = listed.value.generations.at(-1).name;
    return window.banso?.invoke('prepareRestore', { source, generation });
  });
  if (!(/** @type {{ ok: boolean }} */ (prepared).ok)) throw new Error(JSON.stringify(prepared));
  const closed = app.waitForEvent('close');
  await page.evaluate(() => void window.banso?.invoke('restartApp', undefined));
  await closed;
  const again = await context.openApp({ dataDir, ready: '#root > *' });
  try {
    await cacheHolds(again.page, documents);
    return {
      'backup-first': first.time,
      'backup-daily': daily.time,
      'backup-first-frame': first.worst,
      'backup-daily-frame': daily.worst,
      restore: (Date.now() - begun) / 1000,
    };
  } finally {
    await again.app.close();
  }
}

/** Plain Node, on the app's own engine: a month of backups. */
async function size() {
  const program = await bundle('backup-figures', 'measure');
  const scaleSet = await ensureScaleSet();
  const { stdout, status, stderr } = spawnSync(process.execPath, [program, scaleSet], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
}

export const rows = [
  {
    id: 'backup-first',
    what: 'the first backup of the scale set into an empty folder, while the app is open',
    unit: 's',
    goal: 30,
    run,
  },
  {
    id: 'backup-daily',
    what: 'a backup by hand after one edit, beside the first',
    unit: 's',
    goal: 3,
    run,
  },
  {
    id: 'backup-first-frame',
    what: 'the longest frame during the first backup',
    unit: 'ms',
    goal: 50,
    run,
  },
  {
    id: 'backup-daily-frame',
    what: 'the longest frame during the daily one',
    unit: 'ms',
    goal: 50,
    run,
  },
  {
    id: 'restore',
    what: 'all restored from a backup: from the press until the cache holds every document again',
    unit: 's',
    goal: 60,
    run,
  },
  {
    id: 'backup-size',
    what: 'a folder after 30 daily backups with ten documents written to each day, against one backup',
    unit: '×',
    goal: 1.5,
    run: size,
  },
];
