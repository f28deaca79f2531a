import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, quantile } from '../../scripts/bench/report.mjs';
import {
  clickUntilPainted,
  openCase,
  RUNG,
  readAhead,
  rest,
  showCases,
} from '../../scripts/bench/screens.mjs';

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

const OPENINGS = 20;
/** Of a long case as many as are seen are painted. */
const SEEN = 10;

/** Opens a case of 300 meetings and one of 30 by turns, each anew. */
async function runLong(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const dataDir = await context.historyCopy();
  const { caseId, ofAYear, names } = JSON.parse(readFileSync(join(dataDir, 'case.json'), 'utf8'));
  const { app, page } = await context.openApp({ dataDir });
  try {
    await readAhead(page);
    const times = { [caseId]: [], [ofAYear]: [] };
    for (let index = 0; index <= OPENINGS; index += 1) {
      for (const id of [caseId, ofAYear]) {
        await showCases(page, YEAR);
        await rest(page);
        const name = page.getByRole('rowheader', { name: names[id] });
        const time = await clickUntilPainted(page, name, RUNG, SEEN);
        // The first of each loads the program.
        if (index > 0) times[id].push(time);
        await rest(page);
      }
    }
    const [long, short] = [median(times[caseId]), median(times[ofAYear])];
    console.log(`  300 meetings ${long.toFixed(0)} ms, 30 meetings ${short.toFixed(0)} ms`);
    return { 'open-case-300': long / short };
  } finally {
    await app.close();
  }
}

export const rows = [
  {
    id: 'open-case-300',
    what: 'a click on a case of 300 meetings until its ladder is painted, beside one of 30, medians',
    unit: '×',
    goal: 1.5,
    run: runLong,
  },
  {
    id: 'open-case',
    what: `a click on a case until its ladder of ${MEETINGS} meetings is painted, p95 of ${CASES} cases`,
    unit: 'ms',
    goal: 100,
    run,
  },
  { id: 'open-case-median', what: 'the same, median', unit: 'ms', run },
];
