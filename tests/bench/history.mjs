import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, quantile } from '../../scripts/bench/report.mjs';
import { clickUntilPainted, readAhead, rest } from '../../scripts/bench/screens.mjs';

const OPENINGS = 12;
const ROW = 'main button[data-row]';
/** Says how many there are once all of them have been read. */
const ALL_READ = 'main [role="status"]';

async function run(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const dataDir = await context.historyCopy();
  const { caseId } = JSON.parse(readFileSync(join(dataDir, 'case.json'), 'utf8'));
  const { app, page } = await context.openApp({ dataDir });
  try {
    await readAhead(page);
    const times = [];
    const whole = [];
    for (let index = 0; index <= OPENINGS; index += 1) {
      await page.evaluate((id) => {
        location.hash = `/cases/${id}/overview`;
      }, caseId);
      const button = page.getByRole('button', { name: '変更履歴', exact: true });
      await button.waitFor();
      await rest(page);
      const begun = performance.now();
      const time = await clickUntilPainted(page, button, ROW);
      await page.locator(ALL_READ).filter({ hasText: /件$/ }).waitFor();
      // The first reads the worker's program.
      if (index === 0) continue;
      times.push(time);
      whole.push((performance.now() - begun) / 1000);
      await rest(page);
    }
    console.log(`  ${times.map((time) => time.toFixed(0)).join(' ')} ms`);
    return {
      history: quantile(times, 0.95),
      'history-median': median(times),
      'history-whole': median(whole),
    };
  } finally {
    await app.close();
  }
}

export const rows = [
  {
    id: 'history',
    what: 'a click on 変更履歴 of a case of ten years, 40,000 frames, until its latest edits are painted, p95',
    unit: 'ms',
    goal: 300,
    run,
  },
  { id: 'history-median', what: 'the same, median', unit: 'ms', run },
  {
    id: 'history-whole',
    what: 'the same, until the edits of all ten years can be filtered and searched, median',
    unit: 's',
    run,
  },
];
