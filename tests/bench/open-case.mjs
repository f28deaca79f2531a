import { quantile } from '../../scripts/bench/report.mjs';
import { openCase, rest, showCases } from '../../scripts/bench/screens.mjs';

const YEAR = 2025;
const CASES = 24;
const MEETINGS = 30;

async function run(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const { app, page } = await context.openApp({ dataDir: await context.scaleCopy() });
  try {
    const times = [];
    for (let index = 0; index < CASES; index += 1) {
      const names = await showCases(page, YEAR);
      await rest(page);
      times.push(await openCase(page, names.nth(index), MEETINGS));
      await rest(page);
    }
    console.log(`  ${times.map((time) => time.toFixed(0)).join(' ')} ms`);
    return { 'open-case': quantile(times, 0.95), 'open-case-median': quantile(times, 0.5) };
  } finally {
    await app.close();
  }
}

export const rows = [
  {
    id: 'open-case',
    what: `a click on a case until its ladder of ${MEETINGS} meetings is painted, p95 of ${CASES} cases`,
    unit: 'ms',
    goal: 100,
    run,
  },
  { id: 'open-case-median', what: 'the same, median', unit: 'ms', run },
];
