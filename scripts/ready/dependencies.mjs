import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { NotReady, runNpm, say } from './run.mjs';

const LOCK = inRoot('package-lock.json');
const INSTALLED = inRoot('node_modules', '.package-lock.json');
const STAMP = inRoot('node_modules', '.banso-ready');

/**
 * Installs the dependencies when node_modules is missing or differs from the lock file.
 * Contents are compared, not times: a checkout gives every file a new time.
 * @throws {NotReady} when npm fails
 */
export function ensureDependencies() {
  const lock = readFileSync(LOCK);
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(INSTALLED) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  if (!matchesLock(JSON.parse(lock.toString('utf8')))) {
    say('Installing the dependencies (npm ci) …');
    if (runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
      throw new NotReady(
        'npm ci failed; its messages are above.\n依存パッケージを取得できませんでした。ネットワークの接続をご確認ください。',
      );
    }
  }
  writeFileSync(STAMP, hash);
}

/**
 * @param {{ packages: Record<string, { version?: string, optional?: boolean }> }} lock
 * @returns {boolean} whether npm's own note of what it installed holds all that the lock file asks for
 */
function matchesLock(lock) {
  if (!existsSync(INSTALLED)) return false;
  const installed = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages ?? {};
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '');
  return (
    // Optional packages are for other systems, more often than not.
    wanted.every(([path, { version, optional }]) =>
      installed[path] === undefined ? optional === true : installed[path].version === version,
    ) && Object.keys(installed).every((path) => lock.packages[path] !== undefined)
  );
}
