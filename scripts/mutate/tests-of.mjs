import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { inRoot } from '../ready/root.mjs';

const ALIASES = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).imports;

/** Tests that set what belongs to the whole process, time zone or umask; mutants are run in threads. */
const OF_A_PROCESS = [
  'tests/unit/dates-zones.test.ts',
  'tests/unit/gantt-calendar.test.ts',
  'tests/unit/records-lock.test.ts',
  'tests/unit/safe-files.test.ts',
  'tests/unit/small-files.test.ts',
];

/** Tests that measure time, or take long for the few rules that they alone hold. */
const LONG = [
  'tests/unit/expressions.test.ts',
  'tests/unit/import-fuzz.test.ts',
  'tests/unit/log-hostile.test.ts',
  'tests/unit/log-laws.test.ts',
  'tests/unit/walls.test.ts',
  'tests/data/conflicts-laws.test.ts',
  'tests/data/laws.test.ts',
  'tests/data/scale-set.test.ts',
  'tests/data/views.test.ts',
];

/** @param {string} folder @returns {readonly string[]} */
const filesIn = (folder) => readdirSync(inRoot(folder)).map((name) => `${folder}/${name}`);

/** The paths from the top folder that a file imports. @param {string} file @returns {readonly string[]} */
function importsOf(file) {
  const found = readFileSync(inRoot(file), 'utf8').matchAll(/from '([#.][^']+)'/g);
  return [...found].map(([, path = '']) => {
    if (path.startsWith('.')) return posix.join(posix.dirname(file), path);
    const [alias = ''] = path.split('/');
    const target = ALIASES[`${alias}/*`] ?? './';
    return posix.join(target.slice(0, -1), path.slice(alias.length + 1));
  });
}

/**
 * The tests that hold the rules of some files: those that import a file of the same folder themselves, or,
 * for the renderer, whose support does.
 * @param {readonly string[]} files paths from the top folder
 * @returns {readonly string[]}
 */
export function testsOf(files) {
  const folders = new Set(files.map((file) => posix.dirname(file)));
  /** @param {string} file */
  const names = (file) => importsOf(file).some((path) => folders.has(posix.dirname(path)));
  const isShared = files.every((file) => file.startsWith('shared/'));
  const supports = isShared
    ? new Set()
    : new Set(filesIn('tests/support').filter((file) => file.endsWith('.ts') && names(file)));
  const all = isShared
    ? filesIn('tests/unit')
    : [...filesIn('tests/unit'), ...filesIn('tests/data')];
  return all.filter(
    (file) =>
      file.endsWith('.test.ts') &&
      ![...OF_A_PROCESS, ...LONG].includes(file) &&
      (names(file) || importsOf(file).some((path) => supports.has(path))),
  );
}
