/**
 * `npm run torture -- --minutes N --seed S`: desks that work, exchange files, fail and are damaged at
 * random (tests/torture/), world after world from seed S on, for N minutes. The first fault of the core
 * ends it, non-zero, with the world's seed and the steps that led there: `--minutes 0 --seed` that seed
 * plays that world alone again.
 */
import { optionsOf } from './ready/options.mjs';
import { inRoot } from './ready/root.mjs';
import { runAsync } from './ready/run.mjs';

const options = optionsOf({ minutes: { type: 'string' }, seed: { type: 'string' } });

/** @param {'minutes' | 'seed'} name @param {number} otherwise */
function numberOf(name, otherwise) {
  const value = options[name] === undefined ? otherwise : Number(options[name]);
  if (Number.isFinite(value) && value >= 0) return value;
  console.error(`--${name} takes a number`);
  process.exit(2);
}

const minutes = numberOf('minutes', 5);
const seed = numberOf('seed', Math.floor(Math.random() * 1_000_000));
console.log(`Seed ${seed}, for ${minutes} minutes`);

const args = ['run', '--config', 'tests/torture/vitest.config.ts'];
const env = { ...process.env, TORTURE_MINUTES: String(minutes), TORTURE_SEED: String(seed) };
const { code } = await runAsync(
  process.execPath,
  [inRoot('node_modules', 'vitest/vitest.mjs'), ...args],
  { env },
);
process.exit(code);
