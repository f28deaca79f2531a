import { defineConfig } from 'vitest/config';

/** The tests that scripts/mutate.mjs chose, with the same values drawn each time, in one thread that stays. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: (process.env.MUTATE_TESTS ?? '').split(','),
    setupFiles: ['tests/support/same-chance.ts'],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
