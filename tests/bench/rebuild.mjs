export const rows = [
  {
    id: 'rebuild',
    what: 'a first start on logs alone, until the cache holds all 451 documents',
    unit: 's',
    goal: 60,
    run: async (/** @type {import('../../scripts/bench/context.mjs').Context} */ context) =>
      (await context.timeRebuild()) / 1000,
  },
];
