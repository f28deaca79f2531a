import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { needsVirtualDisplay } from '../runtime/display.mjs';
import { NotReady, run, say } from './run.mjs';

/**
 * What Electron needs of a Linux system: the library's file name, and the Debian or Ubuntu packages
 * that bring it. Newer releases renamed some (…t64); the first that apt knows is taken.
 */
const LIBRARIES = [
  ['libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0']],
  ['libnss3.so', ['libnss3']],
  ['libasound.so.2', ['libasound2t64', 'libasound2']],
  ['libgbm.so.1', ['libgbm1']],
  ['libXss.so.1', ['libxss1']],
  ['libXtst.so.6', ['libxtst6']],
  ['libatspi.so.0', ['libatspi2.0-0t64', 'libatspi2.0-0']],
  ['libnotify.so.4', ['libnotify4']],
  ['libdrm.so.2', ['libdrm2']],
  ['libsecret-1.so.0', ['libsecret-1-0']],
];

/**
 * Sees to it that a Linux system has the libraries and, without a screen, Xvfb.
 * As root it installs what is missing; otherwise it names the one command to run.
 * @throws {NotReady} when something is missing and cannot be installed from here
 */
export function ensureSystem() {
  if (process.platform !== 'linux') return;
  const missing = missingParts();
  if (missing.length === 0) return;
  const names = missing.map(([what]) => what).join(', ');
  if (!isProgram('apt-get')) {
    throw new NotReady(
      `These system libraries are missing: ${names}. Install them with your system's package manager.`,
    );
  }
  const root = process.getuid?.() === 0;
  if (root) {
    say(`Installing system packages for ${names} …`);
    run('apt-get', ['update', '-qq']);
  }
  const packages = missing.map(
    ([, candidates]) => candidates.find(isKnownToApt) ?? candidates.at(-1),
  );
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  if (!root) {
    throw new NotReady(
      `System packages are missing (${names}). Run this once, then try again:\n\n  sudo apt-get update && sudo ${command.join(' ')}\n\n足りない部品があります。上の行を一度だけ実行してください。`,
    );
  }
  const quietly = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const failed = run(command[0], ['-qq', ...command.slice(1)], { env: quietly }) !== 0;
  if (failed || missingParts().length > 0) {
    throw new NotReady(`apt-get could not install: ${packages.join(' ')}`);
  }
}

/** @returns {readonly (readonly [string, readonly string[]])[]} what is missing, with the packages that bring it */
function missingParts() {
  const known = libraryNames();
  const libraries = LIBRARIES.filter(([file]) => !known.has(file));
  const needsXvfb = needsVirtualDisplay() && !isProgram('Xvfb');
  return needsXvfb ? [...libraries, ['Xvfb', ['xvfb']]] : libraries;
}

/** @returns {ReadonlySet<string>} the file names of all libraries that the loader knows */
function libraryNames() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path));
  const listing = execFileSync(ldconfig ?? 'ldconfig', ['-p'], { encoding: 'utf8' });
  return new Set(listing.split('\n').map((line) => line.trim().split(' ', 1)[0]));
}

/** @param {string} name */
function isKnownToApt(name) {
  const shown = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? '';
  return shown.includes('Candidate:') && !shown.includes('Candidate: (none)');
}

/** @param {string} name */
function isProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];
  return folders.some((folder) => folder !== '' && existsSync(join(folder, name)));
}
