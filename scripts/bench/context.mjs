import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { inRoot } from '../ready/root.mjs';
import { launchOptions } from '../runtime/launch.mjs';
import { ownData } from './own.mjs';
import { ensureHistorySet, ensureRoadmapSet, ensureScaleSet } from './scale-set.mjs';
import { timeStart } from './time-start.mjs';
import { ensureWarm, rebuildCache } from './warm.mjs';

/**
 * @typedef {object} Row one figure
 * @property {string} id
 * @property {string} what
 * @property {string} unit
 * @property {number} [goal] the most that is good enough, in `unit`; without one the figure only explains
 * @property {(context: Context) => Promise<number | Record<string, number>>} run the value, or values by row id
 *
 * @typedef {object} Opened
 * @property {import('@playwright/test').ElectronApplication} app
 * @property {import('@playwright/test').Page} page
 *
 * @typedef {ReturnType<typeof createContext>} Context
 */

const BARE = inRoot('tests', 'bench', 'bare');
const BARE_READY = '[data-ready="bare"]';
const HOME_READY = '[data-ready="home"]';

/**
 * What the rows measure with.
 * @param {{ pairs: number }} options how many pairs count
 */
export function createContext({ pairs }) {
  const folders = [];
  const freshFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'banso-bench-'));
    folders.push(folder);
    return folder;
  };
  const copyOf = (/** @type {string} */ folder) => {
    const copy = join(freshFolder(), 'data');
    cpSync(folder, copy, { recursive: true });
    ownData(copy);
    return copy;
  };

  // Kept over the starts, as the app's is: making a new profile takes time.
  const bareFolder = freshFolder();

  return {
    pairs,
    freshFolder,
    /** @returns {Promise<number>} milliseconds in which a first start builds the cache from the logs */
    timeRebuild: async () => rebuildCache(await ensureScaleSet(), openApp),
    /** A copy of the scale set's data folder, cache built, that a row may write into. */
    scaleCopy: async () => copyOf(await ensureWarm(await ensureScaleSet(), openApp)),
    /** A data folder with roadmaps that a row may write into. The app builds its cache of it at its start. */
    roadmapCopy: async () => copyOf(await ensureRoadmapSet()),
    /** The same with a case of ten years. */
    historyCopy: async () => copyOf(await ensureHistorySet()),
    openApp,
    openBare: () => open({ dataDir: bareFolder, appPath: BARE }, BARE_READY),
    /** @param {{ dataDir: string }} options @returns {Promise<number>} milliseconds to a usable home screen */
    timeApp: ({ dataDir }) => timeStart({ dataDir, ready: HOME_READY }),
    /** @returns {Promise<number>} milliseconds until the bare window shows its page */
    timeBare: () => timeStart({ dataDir: bareFolder, appPath: BARE, ready: BARE_READY }),
    close: async () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** @param {{ dataDir: string, ready?: string }} options `ready` is a selector @returns {Promise<Opened>} */
const openApp = ({ dataDir, ready = HOME_READY }) => open({ dataDir }, ready);

/**
 * @param {{ dataDir: string, appPath?: string }} wishes
 * @param {string} ready
 * @returns {Promise<Opened>}
 */
async function open(wishes, ready) {
  const app = await _electron.launch(launchOptions({ ...wishes, unhindered: true }));
  const page = await app.firstWindow();
  await page.locator(ready).waitFor();
  return { app, page };
}
