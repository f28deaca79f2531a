/**
 * `npm run unit`: unit and data tests. `-- FILE…` runs some of them, by a path or a part of one;
 * `-- --watch` stays and runs again what an edit touches. Other options are vitest's own (`-t NAME`).
 */
import { inRoot } from './ready/root.mjs';
import { runAsync } from './ready/run.mjs';

const given = process.argv.slice(2);
const others = given.filter((argument) => argument !== '--watch');
const mode = others.length < given.length ? 'watch' : 'run';

const { code } = await runAsync(process.execPath, [
  inRoot('node_modules', 'vitest/vitest.mjs'),
  ...[mode, '--config', 'tests/vitest.config.ts', ...others],
]);
process.exit(code);
