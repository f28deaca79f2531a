import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from '../ready/root.mjs';
import { findRuntime } from './find.mjs';

export { startDisplay, withDisplay } from './display.mjs';
export { describeRuntime, findRuntime } from './find.mjs';

/** @returns {string[]} Chromium's sandbox refuses to run as root; everybody else keeps it */
export const sandboxSwitches = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Where `npm run package` puts what it makes. */
export const PACKAGE_FOLDER = inRoot('out', 'package');

/**
 * @param {string} [folder] where it was put
 * @returns {string} the executable that `npm run package` made for this machine
 */
export function packagedExecutable(folder = PACKAGE_FOLDER) {
  const places = {
    linux: 'linux-unpacked/banso-note',
    win32: 'win-unpacked/banso-note.exe',
    darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}/伴走ノート.app/Contents/MacOS/banso-note`,
  };
  const path = join(folder, places[process.platform] ?? places.linux);
  if (!existsSync(path)) throw new Error('There is no packaged app; npm run package makes one.');
  return path;
}

/**
 * Options for Playwright's `_electron.launch`, and for `spawn` where it must not be Playwright.
 * @param {object} wishes
 * @param {string} wishes.dataDir the app's data folder (BANSO_DATA_DIR)
 * @param {boolean} [wishes.packaged] the packaged app instead of out/app; see packaged.mjs
 * @param {string} [wishes.executable] of a packaged app that lies elsewhere
 * @param {string} [wishes.appPath] another app than ours: its folder or file
 * @param {boolean} [wishes.unhindered] Playwright does not hold the start back until it listens: for
 *   measuring. Its switches are left out, and what happens before it listens goes unseen.
 * @param {readonly string[]} [wishes.args] further arguments for the app
 * @param {Record<string, string>} [wishes.env] further environment
 * @returns {import('@playwright/test').ElectronLaunchOptions}
 */
export function launchOptions(wishes) {
  const { dataDir, packaged, executable: named, appPath, unhindered, args = [], env = {} } = wishes;
  const common = { cwd: root, env: { ...cleanEnvironment(), BANSO_DATA_DIR: dataDir, ...env } };
  if (packaged === true)
    return { ...common, executablePath: named ?? packagedExecutable(), args: [...args] };
  const { directory, executable } = findRuntime();
  const all = [appPath ?? root, ...args];
  if (unhindered === true) return { ...common, executablePath: executable, args: all };
  // With an executablePath Playwright would leave out its own loader; this way it finds ours by itself.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = directory;
  return { ...common, args: all };
}

/** @returns {Record<string, string>} */
function cleanEnvironment() {
  const { ELECTRON_RUN_AS_NODE, NODE_OPTIONS, ...rest } = process.env;
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
}
