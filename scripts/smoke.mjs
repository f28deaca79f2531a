/**
 * `npm run smoke`: starts the app on a fresh data folder, walks through the screens of
 * smoke/tour.mjs, and writes pictures of each and result.json to out/smoke.
 * Fails on any console error. `-- --packaged` walks through the packaged app instead;
 * `-- --update-docs` copies the pictures that the documents show to docs/images, for a release.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { PICTURES_OF } from './package/release.mjs';
import { optionsOf } from './ready/options.mjs';
import { inRoot } from './ready/root.mjs';
import { findRuntime, launchOptions, withDisplay } from './runtime/launch.mjs';
import { startPackaged } from './runtime/packaged.mjs';
import { tour } from './smoke/tour.mjs';

const options = optionsOf({
  packaged: { type: 'boolean', default: false },
  'update-docs': { type: 'boolean', default: false },
});
const { packaged } = options;
const folder = inRoot('out', 'smoke');
// Not among the system's temporary files: the app would warn of that on every picture.
const dataDir = inRoot('out', 'smoke-data');
const markFile = `${dataDir}.installations.json`;
/** Of small office PCs and of a large screen; the pictures of the first are the documents'. */
const sizes = [
  { width: 1440, height: 900, suffix: '' },
  { width: 1366, height: 768, suffix: '-1366' },
  // The usual notebook at 125 %.
  { width: 1093, height: 614, suffix: '-125' },
  { width: 1920, height: 1080, suffix: '-1920' },
];

/** @param {import('@playwright/test').BrowserContext} context @param {string[]} errors */
function collectErrors(context, errors) {
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => errors.push(`page: ${error.error().message}`));
  const watch = (/** @type {import('@playwright/test').Page} */ page) =>
    page.on('crash', () => errors.push('page: it crashed'));
  for (const page of context.pages()) watch(page);
  context.on('page', watch);
}

/**
 * The app to walk through, the same to look at whether it is packaged (main is out of reach) or not.
 * @param {string[]} errors
 */
async function start(errors) {
  if (packaged) {
    const { page, context, stop } = await startPackaged({ dataDir });
    collectErrors(context, errors);
    return {
      page,
      resize: (/** @type {{ width: number, height: number }} */ size) => page.setViewportSize(size),
      close: stop,
    };
  }
  const app = await _electron.launch(launchOptions({ dataDir }));
  app.on('console', (message) => {
    if (message.type() === 'error') errors.push(`main: ${message.text()}`);
  });
  collectErrors(app.context(), errors);
  return {
    page: await app.firstWindow(),
    resize: (/** @type {{ width: number, height: number }} */ size) =>
      app.evaluate(({ BrowserWindow }, wanted) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height);
      }, size),
    close: () => app.close(),
  };
}

async function walk() {
  const errors = [];
  const screens = [];
  const app = await start(errors);
  const { page } = app;
  const resize = async (/** @type {{ width: number, height: number }} */ { width, height }) => {
    await app.resize({ width, height });
    await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
  };
  try {
    const picture = async (/** @type {string} */ name) => {
      // What lies under the mouse looks different.
      await page.mouse.move(0, 0);
      for (const size of sizes.toReversed()) {
        await resize(size);
        const path = join(folder, `${name}${size.suffix}.png`);
        await page.screenshot({ path, animations: 'disabled' });
      }
    };
    await resize(sizes[0]);
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
    const { value } = await page.evaluate(() => window.banso.invoke('boot', undefined));
    return { versions: value.versions, screens, errors };
  } finally {
    await app.close();
  }
}

/** @param {string} version that the pictures show */
function updateDocs(version) {
  const images = inRoot('docs', 'images');
  mkdirSync(images, { recursive: true });
  for (const { name, inDocs } of tour) {
    if (inDocs) copyFileSync(join(folder, `${name}.png`), join(images, `${name}.png`));
  }
  writeFileSync(PICTURES_OF, `${JSON.stringify({ version })}\n`);
}

for (const each of [folder, dataDir, markFile]) rmSync(each, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  const runtime = packaged ? 'packaged' : findRuntime().source;
  const result = { runtime, ...(await withDisplay(walk)) };
  writeFileSync(join(folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
  for (const error of result.errors) console.error(`✗ ${error}`);
  console.log(`${result.screens.length} of ${tour.length} screens, ${result.errors.length} errors`);
  const failed = result.errors.length > 0 || result.screens.length < tour.length;
  if (!failed && options['update-docs']) updateDocs(result.versions.app);
  process.exitCode = failed ? 1 : 0;
} finally {
  for (const each of [dataDir, markFile]) rmSync(each, { recursive: true, force: true });
}
