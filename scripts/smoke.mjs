/**
 * `npm run smoke`: starts the app on a fresh data folder, walks through the screens of
 * smoke/tour.mjs, and writes a picture of each and result.json to out/smoke.
 * Fails on any console error. `-- --packaged` walks through the packaged app instead.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { inRoot } from './ready/root.mjs';
import { findRuntime, launchOptions, withDisplay } from './runtime/launch.mjs';
import { tour } from './smoke/tour.mjs';

const packaged = process.argv.includes('--packaged');
const folder = inRoot('out', 'smoke');
const size = { width: 1440, height: 900 };

/** @param {import('@playwright/test').ElectronApplication} app @param {string[]} errors */
function collectErrors(app, errors) {
  app.on('console', (message) => {
    if (message.type() === 'error') errors.push(`main: ${message.text()}`);
  });
  app.context().on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  app.context().on('weberror', (error) => errors.push(`page: ${error.error().message}`));
  app.on('window', (page) => page.on('crash', () => errors.push('page: it crashed')));
}

/** @param {import('@playwright/test').ElectronApplication} app */
async function firstPage(app) {
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page.waitForFunction(({ width }) => window.innerWidth === width, size);
  return page;
}

/** @param {string} dataDir */
async function walk(dataDir) {
  const errors = [];
  const screens = [];
  const app = await _electron.launch(launchOptions({ dataDir, packaged }));
  try {
    collectErrors(app, errors);
    const page = await firstPage(app);
    const versions = await app.evaluate(({ app: main }) => ({
      app: main.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
    }));
    const picture = (/** @type {string} */ name) =>
      page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    for (const { name, go } of tour) {
      try {
        await go(page);
        await picture(name);
        screens.push(name);
      } catch (error) {
        errors.push(`${name}: ${error instanceof Error ? error.message : error}`);
        await picture(`${name}-failed`).catch(() => {});
        break;
      }
    }
    // There is no event for "no more errors": what the last screen still does gets a moment to fail.
    await page.waitForTimeout(1000);
    return { versions, screens, errors };
  } finally {
    await app.close();
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'banso-smoke-'));
try {
  const runtime = packaged ? 'packaged' : findRuntime().source;
  const result = { runtime, ...(await withDisplay(() => walk(dataDir))) };
  writeFileSync(join(folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
  for (const error of result.errors) console.error(`✗ ${error}`);
  console.log(`${result.screens.length} of ${tour.length} screens, ${result.errors.length} errors`);
  process.exitCode = result.errors.length > 0 || result.screens.length < tour.length ? 1 : 0;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
