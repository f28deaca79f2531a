/**
 * `npm run mutate -- FOLDER|FILE…`: changes the rules one by one (mutants) and tells which changes no test notices.
 * A folder stands for its own files, not for the folders in it; without an argument it takes the files that differ
 * from the main branch. Only tests that name a file of the same folder are asked, in `shared/` only unit tests: what
 * merely a distant test notices is held by chance. `--tests PART,PART` names others by parts of their paths;
 * `--runs N` draws so many values for each property (60 unless the test says how many).
 * Reports are written to out/mutate/.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { testsNamed, testsOf } from './mutate/tests-of.mjs';
import { inRoot, root } from './ready/root.mjs';
import { runAsync } from './ready/run.mjs';

const MUTABLE = /^(?:shared|electron|renderer\/(?:data|features|ui|workers))\/.*(?<!\.d)\.ts$/;

/** @param {readonly string[]} args */
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/** Files that this branch or the working tree has changed, new ones too. @returns {readonly string[]} */
function changed() {
  const names = git('for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes');
  const main = ['main', 'origin/main'].find((name) => names.split('\n').includes(name));
  const base = main === undefined ? 'HEAD' : git('merge-base', 'HEAD', main);
  const edited = git('diff', '--name-only', '--diff-filter=d', base);
  return `${edited}\n${git('ls-files', '--others', '--exclude-standard')}`.split('\n');
}

/** @param {string} target a path from the top folder @returns {readonly string[]} */
function filesOf(target) {
  const path = target.replace(/\/+$/, '');
  if (!existsSync(inRoot(path))) {
    console.error(`There is no ${path}`);
    process.exit(2);
  }
  if (statSync(inRoot(path)).isFile()) return [path];
  return readdirSync(inRoot(path)).map((name) => `${path}/${name}`);
}

const { values: options, positionals: targets } = parseArgs({
  allowPositionals: true,
  options: { tests: { type: 'string', default: '' }, runs: { type: 'string', default: '60' } },
});
const wanted = targets.length > 0 ? targets.flatMap(filesOf) : changed();
const files = wanted.filter((path) => MUTABLE.test(path) && statSync(inRoot(path)).isFile());
if (files.length === 0) {
  console.log('Nothing to mutate.');
  process.exit(0);
}
const tests = options.tests === '' ? testsOf(files) : testsNamed(options.tests.split(','));
if (tests.length === 0) {
  console.error('No test names a file of these folders, or is called so.');
  process.exit(1);
}
console.log(`${files.length} files, asked of ${tests.length} test files:\n  ${tests.join('\n  ')}`);

const name = targets.length > 0 ? targets.join('+').replaceAll('/', '-') : 'changed';
const { code } = await runAsync(
  process.execPath,
  [
    inRoot('node_modules', '@stryker-mutator/core/bin/stryker.js'),
    ...['run', 'scripts/config/stryker.config.mjs', '--mutate', files.join(',')],
  ],
  {
    env: {
      ...process.env,
      MUTATE_TESTS: tests.join(','),
      MUTATE_RUNS: options.runs,
      MUTATE_REPORT: `out/mutate/${name.slice(0, 80)}`,
    },
  },
);
process.exit(code);
