import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from '../ready/root.mjs';
import { runAsync } from '../ready/run.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const ENVIRONMENTS = ['shared', 'electron', 'electron/preload', 'renderer', 'tests'];
const CRUISED = ['shared', 'electron', 'renderer', 'tests', 'scripts'];

/** @param {string} tool path below node_modules @param {readonly string[]} args @param {{ env?: NodeJS.ProcessEnv, capture?: boolean }} [options] */
const node = (tool, args, options) =>
  runAsync(process.execPath, [inRoot('node_modules', tool), ...args], options);

/** @param {boolean} holds @returns {Count} */
const one = (holds) => (holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {readonly Count[]} counts @returns {Count} */
export const sum = (counts) => ({
  passed: counts.reduce((total, count) => total + count.passed, 0),
  failed: counts.reduce((total, count) => total + count.failed, 0),
});

/** Each environment has its own tsconfig and counts as one check; two run at a time. */
async function types() {
  const waiting = [...ENVIRONMENTS];
  const counts = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { code, output } = await node('typescript/bin/tsc', ['-p', next], { capture: true });
      console.log(`  ${code === 0 ? '✓' : '✗'} ${next}${code === 0 ? '' : `\n${output}`}`);
      counts.push(one(code === 0));
    }
  };
  await Promise.all([worker(), worker()]);
  return sum(counts);
}

const biome = async () => one((await node('@biomejs/biome/bin/biome', ['ci', '.'])).code === 0);

async function walls() {
  const args = ['--config', 'scripts/config/walls.config.mjs', ...CRUISED];
  const tool = 'dependency-cruiser/bin/dependency-cruise.mjs';
  return one((await node(tool, args)).code === 0);
}

/** What nobody uses, and then what nobody but a test uses: such a thing belongs in tests/support. */
async function unused() {
  const args = ['--config', 'scripts/config/knip.jsonc', '--no-progress'];
  const all = await node('knip/bin/knip.js', args);
  const run = await node('knip/bin/knip.js', [
    ...args,
    '--production',
    '--include',
    'files,exports',
  ]);
  return sum([one(all.code === 0), one(run.code === 0)]);
}

/** Unit and data tests. A skipped test counts as failed: nothing may stay switched off unseen. */
async function unit() {
  const report = freshReport('unit.json');
  const { code } = await node('vitest/vitest.mjs', [
    ...['run', '--config', 'tests/vitest.config.ts'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  return counted(report, code, (json) => {
    const broken = json.testResults.filter(
      (file) =>
        file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    );
    const skipped = json.numTotalTests - json.numPassedTests - json.numFailedTests;
    return { passed: json.numPassedTests, failed: json.numFailedTests + broken.length + skipped };
  });
}

/** End-to-end tests in a real Electron; each worker opens its windows on a screen of its own. */
async function e2e() {
  const report = freshReport('e2e.json');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'];
  const { code } = await node('@playwright/test/cli.js', args, { env });
  return counted(report, code, ({ stats, errors }) => ({
    passed: stats.expected,
    failed:
      stats.unexpected + stats.flaky + stats.skipped + (stats.unexpected === 0 ? errors.length : 0),
  }));
}

/** @param {string} name @returns {string} the path of a report that does not exist yet */
function freshReport(name) {
  const path = inRoot('out', 'test', name);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

/**
 * A stage that found no tests, wrote no report, or failed without a failed test has failed once.
 * @param {string} report
 * @param {number} code
 * @param {(json: any) => Count} read
 * @returns {Count}
 */
function counted(report, code, read) {
  if (!existsSync(report)) return one(false);
  const count = read(JSON.parse(readFileSync(report, 'utf8')));
  const isClean = code === 0 && count.passed > 0;
  return isClean || count.failed > 0 ? count : { ...count, failed: 1 };
}

/** All stages in the order in which they run; the quick ones come first. */
export const stages = [
  { id: 'types', what: 'types of each environment', run: types },
  { id: 'biome', what: 'format and lint', run: biome },
  { id: 'walls', what: 'walls between the folders', run: walls },
  { id: 'unused', what: 'files, exports and packages that nobody uses', run: unused },
  { id: 'unit', what: 'unit and data tests', run: unit },
  { id: 'e2e', what: 'end-to-end tests in Electron', run: e2e },
];
