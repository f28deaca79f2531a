import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../ready/run.mjs';
import { ownData } from './own.mjs';

const LIMIT = 300_000;
const LOOK_EVERY = 100;

/** @typedef {(options: { dataDir: string, ready?: string }) => Promise<import('./context.mjs').Opened>} OpenApp */

const warmFolder = (/** @type {string} */ scaleSet) => `${scaleSet}-warm`;

/**
 * A first start on logs alone builds the cache; the folder is kept for the other rows.
 * @param {string} scaleSet the folder of the scale set
 * @param {OpenApp} openApp
 * @returns {Promise<number>} milliseconds from the process's start until the cache holds every document
 */
export async function rebuildCache(scaleSet, openApp) {
  const folder = warmFolder(scaleSet);
  const draft = `${folder}.part`;
  for (const old of [folder, draft]) rmSync(old, { recursive: true, force: true });
  cpSync(scaleSet, draft, { recursive: true });
  ownData(draft);
  const documents = readdirSync(join(draft, 'records', 'logs')).length;
  const begin = Date.now();
  const { app, page } = await openApp({ dataDir: draft, ready: '#root > *' });
  let time = 0;
  try {
    await cacheHolds(page, documents);
    time = Date.now() - begin;
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
  } finally {
    await app.close();
    rmSync(`${draft}.installations.json`, { force: true });
  }
  renameSync(draft, folder);
  return time;
}

/**
 * The folder of the scale set with a cache of the app's. One that an older build has made serves, too:
 * the app brings it up to date at its next start, as on anybody's PC.
 * @param {string} scaleSet
 * @param {OpenApp} openApp
 * @returns {Promise<string>}
 */
export async function ensureWarm(scaleSet, openApp) {
  const folder = warmFolder(scaleSet);
  if (!existsSync(folder)) {
    say('Building the cache of the scale set …');
    await rebuildCache(scaleSet, openApp);
  }
  return folder;
}

/**
 * Resolves when the cache holds so many documents whole.
 * @param {import('@playwright/test').Page} page
 * @param {number} documents
 */
export const cacheHolds = (page, documents) =>
  waitFor(async () => (await page.evaluate(countDocuments)) >= documents);

/** Runs in the page: how many documents the cache holds whole. */
const countDocuments = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('banso-note');
    opening.onerror = () => reject(opening.error);
    // Not made here: the app makes its own.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => {
      const counting = opening.result.transaction('snapshots').objectStore('snapshots').count();
      counting.onsuccess = () => resolve(counting.result);
      counting.onerror = () => reject(counting.error);
      opening.result.close();
    };
  });

/** @param {() => Promise<boolean>} isDone */
async function waitFor(isDone) {
  const end = Date.now() + LIMIT;
  while (!(await isDone())) {
    if (Date.now() > end) throw new Error('The cache was not built in time');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}
