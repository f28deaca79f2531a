import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** Tests that measure time, start processes, or take long for the few rules that they alone hold. */
const LONG = [
  'tests/unit/expressions.test.ts',
  'tests/unit/import-fuzz.test.ts',
  'tests/unit/log-hostile.test.ts',
  'tests/unit/log-laws.test.ts',
  'tests/unit/walls.test.ts',
  'tests/data/backup-bad-folder.test.ts',
  'tests/data/backup-cut.test.ts',
  'tests/data/backup.test.ts',
  'tests/data/banso-file.test.ts',
  'tests/data/banso-killed.test.ts',
  'tests/data/banso-laws.test.ts',
  'tests/data/banso-sealed.test.ts',
  'tests/data/conflicts-laws.test.ts',
  'tests/data/erased-restored.test.ts',
  'tests/data/laws.test.ts',
  'tests/data/scale-set.test.ts',
  'tests/data/sealed-backup.test.ts',
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

const OPERATIONS = 'renderer/data/operations/';

/** What features make commands of operations: those are asked for in the commands' words. @returns {readonly string[]} */
const commandFiles = () =>
  filesIn('renderer/features')
    .map((feature) => `${feature}/commands.ts`)
    .filter((file) => existsSync(inRoot(file)));

/**
 * The tests that hold the rules of some files: those that import a file of the same folder themselves, or,
 * for the renderer, whose support does; for operations, the commands that are made of them.
 * @param {readonly string[]} files paths from the top folder
 * @returns {readonly string[]}
 */
export function testsOf(files) {
  const folders = new Set(files.map((file) => posix.dirname(file)));
  /** @param {string} file */
  const names = (file) => importsOf(file).some((path) => folders.has(posix.dirname(path)));
  const isShared = files.every((file) => file.startsWith('shared/'));
  const between = [
    ...(isShared ? [] : filesIn('tests/support').filter((file) => file.endsWith('.ts'))),
    ...(files.every((file) => file.startsWith(OPERATIONS)) ? commandFiles() : []),
  ];
  const through = new Set(between.filter(names));
  return testsIn(isShared ? ['tests/unit'] : ['tests/unit', 'tests/data']).filter(
    (file) => names(file) || importsOf(file).some((path) => through.has(path)),
  );
}

/**
 * The tests that somebody has named by parts of their paths, whatever they import.
 * @param {readonly string[]} parts @returns {readonly string[]}
 */
export const testsNamed = (parts) =>
  testsIn(['tests/unit', 'tests/data']).filter((file) => parts.some((part) => file.includes(part)));

/** The tests that mutants can be asked of. @param {readonly string[]} folders @returns {readonly string[]} */
const testsIn = (folders) =>
  folders
    .flatMap(filesIn)
    .filter((file) => file.endsWith('.test.ts') && ![...OF_A_PROCESS, ...LONG].includes(file));
