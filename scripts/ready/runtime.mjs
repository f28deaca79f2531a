import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  describeRuntime,
  lookForRuntime,
  namedDirectory,
  OFFICIAL,
  STAND_IN,
} from '../runtime/find.mjs';
import { canUseStandIn, installStandIn, refreshLoader } from '../runtime/stand-in.mjs';
import { inRoot } from './root.mjs';
import { NotReady, run, say } from './run.mjs';

const FAILURE = inRoot('.cache', 'electron-download-failed.json');
const ONE_DAY = 24 * 60 * 60_000;
const TIME_LIMIT = 5 * 60_000;

/**
 * Finds or gets an Electron, in this order: what ELECTRON_OVERRIDE_DIST_PATH names, the official
 * binary, the stand-in.
 * @param {{ retry: boolean }} options `retry` asks for the official binary again, though it failed today
 * @throws {NotReady} when there is none to be had
 */
export async function ensureRuntime({ retry }) {
  const found = lookForRuntime();
  const named = namedDirectory();
  if (named !== undefined && found === undefined) {
    throw new NotReady(`ELECTRON_OVERRIDE_DIST_PATH names a folder without an Electron: ${named}`);
  }
  const isFinal = found !== undefined && found.source !== 'stand-in';
  if (!isFinal && (retry || !failedLately())) downloadOfficial();
  if (lookForRuntime() === undefined) {
    if (!canUseStandIn()) {
      throw new NotReady(
        'The Electron binary could not be downloaded. Name a folder with one in ELECTRON_OVERRIDE_DIST_PATH, or try again with a network.\nElectron を取得できませんでした。ネットワークの接続をご確認ください。',
      );
    }
    await installStandIn();
  }
  const runtime = lookForRuntime();
  if (runtime === undefined) throw new NotReady('The Electron that was fetched is not whole.');
  if (runtime.directory === STAND_IN) refreshLoader();
  say(describeRuntime(runtime));
  return runtime;
}

/** @returns {string} the version of the official package */
const wantedVersion = () =>
  JSON.parse(readFileSync(inRoot('node_modules', 'electron', 'package.json'), 'utf8')).version;

function failedLately() {
  if (!existsSync(FAILURE)) return false;
  const { version, time } = JSON.parse(readFileSync(FAILURE, 'utf8'));
  return version === wantedVersion() && Date.now() - time < ONE_DAY;
}

/** Tries once and remembers a failure for a day, so that working offline stays fast. */
function downloadOfficial() {
  say('Downloading the official Electron binary …');
  const env = { ...process.env };
  delete env.ELECTRON_OVERRIDE_DIST_PATH;
  const script = inRoot('node_modules', 'electron', 'install.js');
  const code = run(process.execPath, [script], { env, quiet: true, timeout: TIME_LIMIT });
  if (code === 0 && existsSync(OFFICIAL)) return;
  say('It could not be downloaded; --retry-electron asks for it again, otherwise in a day.');
  mkdirSync(inRoot('.cache'), { recursive: true });
  writeFileSync(FAILURE, JSON.stringify({ version: wantedVersion(), time: Date.now() }));
}
