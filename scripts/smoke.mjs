/**
 * `npm run smoke`: starts the app on a fresh data folder, walks through the screens of
 * smoke/tour.mjs, and writes pictures of each and result.json to out/smoke.
 * Fails on any console error. `-- --packaged` walks through the packaged app instead;
 * `-- --update-docs` copies the pictures that the documents show to docs/images.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { inRoot } from './ready/root.mjs';
import { findRuntime, launchOptions, withDisplay } from './runtime/launch.mjs';
import { tour } from './smoke/tour.mjs';

const packaged = process.argv.includes('--packaged');
const folder = inRoot('out', 'smoke');
// Not among the system's temporary files: the app would warn of that on every picture.
const dataDir = inRoot('out', 'smoke-data');
/** Of a small office PC and of a large screen; the pictures of the first are the documents'. */
const sizes = [
  { width: 1440, height: 900, suffix: '' },
  { width: 1920, height: 1080, suffix: '-1920' },
];

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

/**
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {import('@playwright/test').Page} page
 * @param {{ readonly width: number, readonly height: number }} size
 */
async function resize(app, page, { width, height }) {
  await app.evaluate(
    ({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height);
    },
    { width, height },
  );
  await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
}

async function walk() {
  const errors = [];
  const screens = [];
  const app = await _electron.launch(launchOptions({ dataDir, packaged }));
  try {
    collectErrors(app, errors);
    const page = await app.firstWindow();
    const versions = await app.evaluate(({ app: main }) => ({
      app: main.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
    }));
    const picture = async (/** @type {string} */ name) => {
      // What lies under the mouse looks different.
      await page.mouse.move(0, 0);
      for (const size of sizes.toReversed()) {
        await resize(app, page, size);
        const path = join(folder, `${name}${size.suffix}.png`);
        await page.screenshot({ path, animations: 'disabled' });
      }
    };
    await resize(app, page, sizes[0]);
    // A step that waits in vain should say so soon.
    page.setDefaultTimeout(15_000);
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

function updateDocs() {
  const images = inRoot('docs', 'images');
  mkdirSync(images, { recursive: true });
  for (const { name, inDocs } of tour) {
    if (inDocs) copyFileSync(join(folder, `${name}.png`), join(images, `${name}.png`));
  }
}

for (const each of [folder, dataDir]) rmSync(each, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  const runtime = packaged ? 'packaged' : findRuntime().source;
  const result = { runtime, ...(await withDisplay(walk)) };
  writeFileSync(join(folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
  for (const error of result.errors) console.error(`✗ ${error}`);
  console.log(`${result.screens.length} of ${tour.length} screens, ${result.errors.length} errors`);
  const failed = result.errors.length > 0 || result.screens.length < tour.length;
  if (!failed && process.argv.includes('--update-docs')) updateDocs();
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
