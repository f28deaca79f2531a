/**
 * `npm run package`: the unpacked app for this machine in out/package, from the Electron at hand;
 * nothing is downloaded. What is made from a stand-in is for trying out, never for a release.
 */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './ready/root.mjs';
import { run, say } from './ready/run.mjs';
import { findRuntime } from './runtime/find.mjs';
import { packagedExecutable } from './runtime/launch.mjs';

const runtime = findRuntime();
if (runtime.source === 'stand-in') {
  say('Made from the stand-in Electron: for trying out on this machine, not a release.');
}
const cli = inRoot('node_modules', 'electron-builder', 'cli.js');
const args = [
  ...['--dir', '--publish', 'never', '--config', 'electron-builder.yml'],
  `--config.electronDist=${runtime.directory}`,
  `--config.electronVersion=${runtime.version}`,
];
process.exitCode = run(process.execPath, [cli, ...args]);
if (process.exitCode === 0) {
  const made = packagedExecutable();
  // The builder copies the distribution as it is; what loads an app by its path has no place in a product.
  for (const name of ['default_app.asar', 'loader.sha256']) {
    rmSync(join(dirname(made), 'resources', name), { force: true });
  }
  say(`Made ${made}`);
}
