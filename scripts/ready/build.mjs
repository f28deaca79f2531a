import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './root.mjs';
import { NotReady, run, say } from './run.mjs';

const SOURCES = [
  ...['electron', 'renderer', 'shared', 'resources', 'scripts/config', 'scripts/fonts'],
  'scripts/licences',
  ...['package.json', 'package-lock.json', 'LICENSE'],
];
const CONFIG = 'scripts/config/electron.vite.config.ts';
const STAMP = inRoot('.cache', 'built-from');
const RESULTS = ['main/main.js', 'preload/preload.cjs', 'renderer/index.html'];

/**
 * Builds the app into out/app when a source is newer than the last build.
 * @throws {NotReady} when the build fails
 */
export function ensureBuild() {
  const sources = fingerprint();
  const isWhole = RESULTS.every((name) => existsSync(inRoot('out', 'app', name)));
  if (isWhole && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
  say('Building the app …');
  rmSync(STAMP, { force: true });
  const cli = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const args = [cli, 'build', '--config', CONFIG, '--logLevel', 'warn'];
  if (run(process.execPath, args) !== 0)
    throw new NotReady('The build failed; its messages are above.');
  mkdirSync(inRoot('.cache'), { recursive: true });
  writeFileSync(STAMP, sources);
}

/** @returns {string} changes with every file that is added, removed or written to */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of filesBelow(source)) {
      const { size, mtimeMs } = statSync(join(root, path));
      hash.update(`${path}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** @param {string} path relative to the top folder @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(inRoot(path))) return [];
  if (!statSync(inRoot(path)).isDirectory()) return [path];
  return readdirSync(inRoot(path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
    );
}
