import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, quantile } from '../../scripts/bench/report.mjs';
import { openRoadmap, rest } from '../../scripts/bench/screens.mjs';
import { inRoot } from '../../scripts/ready/root.mjs';

const SIZES = [300, 1000];
const OPENINGS = 20;
/** Plain frappe-gantt takes its time; it is drawn beside each such opening. */
const PLAIN_EVERY = 4;
const PLAIN = inRoot('node_modules', 'frappe-gantt', 'dist');

/** Runs in the bare page: draws frappe-gantt's own month view as its documentation says. */
const drawPlain = (bars) =>
  new Promise((resolve) => {
    const host = document.createElement('div');
    document.body.replaceChildren(host);
    const begin = performance.now();
    new globalThis.Gantt(host, bars, { view_mode: 'Month' });
    requestAnimationFrame(() => {
      // A message from within a frame is delivered behind that frame's paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - begin);
      port2.postMessage(null);
    });
  });

async function run(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const dataDir = await context.roadmapCopy();
  const roadmaps = JSON.parse(readFileSync(join(dataDir, 'roadmaps.json'), 'utf8'));
  const { app, page } = await context.openApp({ dataDir });
  const bare = await context.openBare();
  const results = {};
  try {
    await bare.page.addStyleTag({ content: readFileSync(join(PLAIN, 'frappe-gantt.css'), 'utf8') });
    // The library as a script of its own: the page's policy takes none from outside.
    await bare.page.evaluate(readFileSync(join(PLAIN, 'frappe-gantt.umd.js'), 'utf8'));
    for (const size of SIZES) {
      const { caseId, bars } = roadmaps[size];
      const ours = [];
      const plain = [];
      for (let index = 0; index <= OPENINGS; index += 1) {
        const time = await openRoadmap(page, caseId);
        const isPaired = index % PLAIN_EVERY === 0;
        const plainTime = isPaired ? await bare.page.evaluate(drawPlain, bars) : undefined;
        await rest(page);
        // The first of both loads the program.
        if (index === 0) continue;
        ours.push(time);
        if (plainTime !== undefined) plain.push(plainTime);
      }
      console.log(
        `  ${size} bars: ${ours.map((time) => time.toFixed(0)).join(' ')} ms; plain frappe-gantt ${median(plain).toFixed(0)} ms`,
      );
      results[`roadmap-paint-${size}`] = quantile(ours, 0.95);
      results[`roadmap-paint-${size}-median`] = median(ours);
      results[`roadmap-paint-ratio-${size}`] = median(ours) / median(plain);
    }
    return results;
  } finally {
    await bare.app.close();
    await app.close();
  }
}

export const rows = SIZES.flatMap((size) => [
  {
    id: `roadmap-paint-${size}`,
    what: `a click on a case's roadmap of ${size} bars until it is painted, p95 of ${OPENINGS}`,
    unit: 'ms',
    goal: 120,
    run,
  },
  {
    id: `roadmap-paint-ratio-${size}`,
    what: 'the same beside plain frappe-gantt with the same bars, medians',
    unit: '×',
    goal: 0.4,
    run,
  },
  {
    id: `roadmap-paint-${size}-median`,
    what: `roadmap-paint-${size}, median`,
    unit: 'ms',
    run,
  },
]);
