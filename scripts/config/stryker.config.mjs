const report = process.env.MUTATE_REPORT ?? 'out/mutate/report';

/**
 * How `npm run mutate` makes mutants and runs tests on them; scripts/mutate.mjs says which files and which tests.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/config/mutate.vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What is computed once, while a module loads, would take a new thread and all tests for each mutant.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 5_000,
  timeoutFactor: 2,
  tempDirName: '.cache/mutate',
  ignorePatterns: ['/out', '/.cache', '/docs/images'],
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  htmlReporter: { fileName: `${report}.html` },
  jsonReporter: { fileName: `${report}.json` },
  allowConsoleColors: false,
  disableTypeChecks: false,
};
