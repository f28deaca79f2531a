/**
 * `npm run bench`: measures what design asks of the app on the scale set, against a bare Electron window
 * in the same run where it asks for that, prints a table and, with `-- --json FILE`, writes JSON.
 * `--only start,memory` measures some; `--pairs N` counts N pairs instead of 7 (for trying out).
 * `--readme` writes what was measured into README's table; rows that were not stay as they were.
 * Rows live in tests/bench/*.mjs, each exporting `rows: { id, what, unit, goal, run }[]`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext } from './bench/context.mjs';
import { describeRun, updateReadme } from './bench/readme.mjs';
import { describeMachine, describeVersions, printTable } from './bench/report.mjs';
import { optionsOf } from './ready/options.mjs';
import { inRoot } from './ready/root.mjs';
import { describeRuntime, findRuntime, withDisplay } from './runtime/launch.mjs';

const options = optionsOf({
  only: { type: 'string' },
  pairs: { type: 'string', default: '7' },
  json: { type: 'string' },
  readme: { type: 'boolean', default: false },
});

/** @returns {Promise<import('./bench/context.mjs').Row[]>} */
async function loadRows() {
  const folder = inRoot('tests', 'bench');
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const modules = await Promise.all(
    files.sort().map((name) => import(pathToFileURL(`${folder}/${name}`).href)),
  );
  return modules.flatMap((module) => module.rows ?? []);
}

/** @param {import('./bench/context.mjs').Row[]} rows all that there are */
function wanted(rows) {
  const only = options.only?.split(',');
  const unknown = only?.find((id) => !rows.some((row) => row.id === id));
  if (unknown !== undefined) {
    throw new Error(`There is no row ${unknown}; there are ${rows.map(({ id }) => id).join(', ')}`);
  }
  return (
    rows
      .filter(({ id }) => only?.includes(id) ?? true)
      // What it builds, the others start from.
      .sort((a, b) => Number(b.id === 'rebuild') - Number(a.id === 'rebuild'))
  );
}

/** @param {import('./bench/context.mjs').Row[]} rows */
async function measure(rows) {
  const context = createContext({ pairs });
  // Rows that come from one measurement share their `run`; it is called once.
  const results = new Map();
  const measured = [];
  try {
    for (const { id, what, unit, goal, run } of rows) {
      if (!results.has(run)) {
        console.log(`• ${id}: ${what}`);
        results.set(run, await attempt(id, () => run(context)));
      }
      const result = results.get(run);
      const value = typeof result === 'number' ? result : result?.[id];
      const rounded = Number.isFinite(value) ? Math.round(value * 100) / 100 : null;
      const isReached = goal === undefined ? null : rounded !== null && value <= goal;
      measured.push({ id, what, value: rounded, unit, goal: goal ?? null, holds: isReached });
    }
  } finally {
    await context.close();
  }
  return measured;
}

/** One row that can't be measured must not cost the others. */
async function attempt(id, run) {
  try {
    return await run();
  } catch (error) {
    console.error(`✗ ${id} could not be measured:`, error);
    process.exitCode = 1;
    return undefined;
  }
}

const pairs = Number(options.pairs);
const runtime = findRuntime();
console.log(`• ${describeRuntime(runtime)}`);
const known = await loadRows();
const all = await withDisplay(() => measure(wanted(known)));
const [machine, versions] = [describeMachine(), describeVersions(runtime)];
printTable({ machine, runtime: versions, rows: all });
if (options.readme) {
  const readme = inRoot('README.md');
  const run = describeRun({ date: new Date(), pairs, machine, runtime: versions });
  writeFileSync(readme, updateReadme(readFileSync(readme, 'utf8'), { measured: all, known, run }));
}
const target = options.json;
if (target !== undefined) {
  const result = {
    machine,
    runtime: versions,
    rows: all.filter(({ goal }) => goal !== null),
    // Figures that explain the rows; nobody set them a goal.
    also: all
      .filter(({ goal }) => goal === null)
      .map(({ id, what, value, unit }) => ({ id, what, value, unit })),
  };
  mkdirSync(dirname(resolve(target)), { recursive: true });
  writeFileSync(target, `${JSON.stringify(result, null, 2)}\n`);
}
