/**
 * `npm run bench`: measures what design asks of the app against a bare Electron window in the same run,
 * prints a table and, with `-- --json FILE`, writes JSON. `--rows start,memory` measures some;
 * `--pairs N` counts N pairs instead of 7 (for trying out).
 * Rows live in tests/bench/*.mjs, each exporting `rows: { id, what, unit, goal, run }[]`.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext } from './bench/context.mjs';
import { describeMachine, describeVersions, printTable } from './bench/report.mjs';
import { inRoot } from './ready/root.mjs';
import { describeRuntime, findRuntime, withDisplay } from './runtime/launch.mjs';

/** @param {string} name @returns {string | undefined} */
function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** @returns {Promise<import('./bench/context.mjs').Row[]>} */
async function loadRows() {
  const folder = inRoot('tests', 'bench');
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const modules = await Promise.all(
    files.sort().map((name) => import(pathToFileURL(`${folder}/${name}`).href)),
  );
  const only = option('rows')?.split(',');
  return modules
    .flatMap((module) => module.rows ?? [])
    .filter(({ id }) => only?.includes(id) ?? true);
}

/** @param {import('./bench/context.mjs').Row[]} rows */
async function measure(rows) {
  const context = createContext({ pairs: Number(option('pairs') ?? 7) });
  // Rows that come from one measurement share their `run`; it is called once.
  const results = new Map();
  const measured = [];
  try {
    for (const { id, what, unit, goal, run } of rows) {
      if (!results.has(run)) {
        console.log(`• ${id}: ${what}`);
        results.set(run, await run(context));
      }
      const result = results.get(run);
      const value = typeof result === 'number' ? result : result[id];
      if (!Number.isFinite(value)) throw new Error(`The row ${id} was not measured`);
      measured.push({
        id,
        what,
        value: Math.round(value * 100) / 100,
        unit,
        goal,
        holds: value <= goal,
      });
    }
  } finally {
    await context.close();
  }
  return measured;
}

const runtime = findRuntime();
console.log(`• ${describeRuntime(runtime)}`);
const rows = await withDisplay(async () => measure(await loadRows()));
const result = { machine: describeMachine(), runtime: describeVersions(runtime), rows };
printTable(result);
const target = option('json');
if (target !== undefined) {
  mkdirSync(dirname(resolve(target)), { recursive: true });
  writeFileSync(target, `${JSON.stringify(result, null, 2)}\n`);
}
