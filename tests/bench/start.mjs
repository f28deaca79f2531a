import { comparePairs } from '../../scripts/bench/pairs.mjs';

export const rows = [
  {
    id: 'start',
    what: 'process start to a usable home screen, against a bare window shown',
    unit: '×',
    goal: 1.75,
    run: async (/** @type {import('../../scripts/bench/context.mjs').Context} */ context) => {
      const dataDir = await context.scaleCopy();
      return comparePairs({
        pairs: context.pairs,
        unit: 'ms',
        bare: () => context.timeBare(),
        app: () => context.timeApp({ dataDir }),
      });
    },
  },
];
