/**
 * `npm run package`: the unpacked app for this machine in out/package, from the Electron at hand;
 * nothing is downloaded. `-- --release` makes the installers and takes the official Electron only.
 * What is made from any other is for trying out: it says so when it is made, in a file beside the app,
 * and in its version. `-- --to FOLDER` puts it elsewhere.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openFuses, readFuses } from './package/fuses.mjs';
import { whyNoRelease, whyOldPictures } from './package/release.mjs';
import { optionsOf } from './ready/options.mjs';
import { inRoot, root } from './ready/root.mjs';
import { NotReady, run, say } from './ready/run.mjs';
import { findRuntime } from './runtime/find.mjs';
import { PACKAGE_FOLDER, packagedExecutable } from './runtime/launch.mjs';

const NOTE = 'NOT-A-RELEASE.txt';

/** @param {string | undefined} reason why it is no release @param {string} folder of the app */
function tell(reason, folder) {
  if (reason === undefined) {
    rmSync(join(folder, NOTE), { force: true });
    return;
  }
  writeFileSync(
    join(folder, NOTE),
    `This is not a release: ${reason}.\nIt is for trying out on the machine that made it; do not hand it out.\n\n` +
      'これは試用のためにつくったもので、配布用ではありません。ほかのパソコンに写さないでください。\n',
  );
}

/** @param {{ release: boolean, folder: string }} wishes */
function makePackage({ release, folder }) {
  const runtime = findRuntime();
  const { version, devDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const reason = whyNoRelease(runtime, devDependencies.electron);
  if (reason !== undefined) {
    if (release) throw new NotReady(`No release was made: ${reason}.`);
    say(`NOT A RELEASE, for trying out on this machine only: ${reason}.`);
  }
  const old = release ? whyOldPictures(version) : undefined;
  if (old !== undefined) throw new NotReady(`No release was made: ${old}.`);
  // What an earlier run has left must not pass for this one's.
  rmSync(folder, { recursive: true, force: true });
  const code = run(process.execPath, [
    inRoot('node_modules', 'electron-builder', 'cli.js'),
    ...(release ? [] : ['--dir']),
    ...['--publish', 'never', '--config', 'electron-builder.yml'],
    `--config.directories.output=${folder}`,
    `--config.electronDist=${runtime.directory}`,
    `--config.electronVersion=${runtime.version}`,
    ...(reason === undefined ? [] : [`--config.extraMetadata.version=${version}-not-a-release`]),
  ]);
  if (code !== 0) throw new NotReady('Packaging failed; its messages are above.');
  const made = packagedExecutable(folder);
  const open = openFuses(readFuses(made));
  if (open.length > 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new NotReady(`The package was not sealed, and was removed: ${open.join('; ')}.`);
  }
  tell(reason, dirname(made));
  say(`Made ${made}`);
}

const { release, to } = optionsOf({
  release: { type: 'boolean', default: false },
  to: { type: 'string' },
});
try {
  makePackage({
    release,
    folder: to === undefined ? PACKAGE_FOLDER : resolve(root, to),
  });
} catch (error) {
  if (!(error instanceof NotReady)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
