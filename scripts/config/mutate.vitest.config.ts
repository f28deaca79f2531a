import { defineConfig } from 'vitest/config';
import { keptThread } from '../mutate/kept-thread.mjs';
import { QuickFirst } from '../mutate/quick-first.mjs';

/** The tests that scripts/mutate.mjs chose, with the same values drawn each time, in one thread that stays. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  plugins: [keptThread()],
  test: {
    include: (process.env.MUTATE_TESTS ?? '').split(','),
    setupFiles: ['tests/support/same-chance.ts', 'scripts/mutate/no-mutant.mjs'],
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
