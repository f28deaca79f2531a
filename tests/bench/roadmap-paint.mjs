import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundleForPage } from '../../scripts/bench/bundle.mjs';
import { median, quantile } from '../../scripts/bench/report.mjs';
import { openRoadmap, rest } from '../../scripts/bench/screens.mjs';
import { inRoot } from '../../scripts/ready/root.mjs';

const SIZES = [300, 1000];
const OPENINGS = 20;
/** Plain frappe-gantt takes its time; it is drawn beside each such opening. */
const PLAIN_EVERY = 4;
const FONTS = /@font-face\s*\{[^}]*\}/g;
const PLAIN = inRoot('node_modules', 'frappe-gantt', 'dist');
const SVAR = inRoot('node_modules', '@svar-ui', 'react-gantt', 'dist-full', 'index.css');
const DHTMLX = dirname(createRequire(import.meta.url).resolve('dhtmlx-gantt'));

/** Runs in the bare page: draws frappe-gantt's own month view as its documentation says. */
const drawPlain = (bars) =>
  new Promise((resolve) => {
    const host = document.createElement('div');
    document.body.replaceChildren(host);
    const begin = performance.now();
    new globalThis.frappeGantt(host, bars, { view_mode: 'Month' });
    requestAnimationFrame(() => {
      // A message from within a frame is delivered behind that frame's paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - begin);
      port2.postMessage(null);
    });
  });

/** Runs in the bare page: draws DHTMLX Gantt by months, with what else it shows by itself. */
const drawDhtmlx = (bars) =>
  new Promise((resolve) => {
    const { gantt } = globalThis;
    const host = document.createElement('div');
    host.style.cssText = 'height: 700px; width: 1200px';
    document.body.replaceChildren(host);
    const data = bars.map(({ id, name, start, end }) => {
      return { id, text: name, start_date: new Date(start), end_date: new Date(end) };
    });
    const begin = performance.now();
    gantt.clearAll();
    gantt.config.scales = [{ unit: 'month', step: 1, format: '%Y/%n' }];
    gantt.init(host);
    gantt.parse({ data });
    requestAnimationFrame(() => {
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
    // DHTMLX takes the same name.
    await bare.page.evaluate(() => {
      globalThis.frappeGantt = globalThis.Gantt;
    });
    // Its fonts would come from outside.
    const styles = readFileSync(join(DHTMLX, 'dhtmlxgantt.css'), 'utf8');
    await bare.page.addStyleTag({ content: styles.replace(FONTS, '') });
    await bare.page.evaluate(readFileSync(join(DHTMLX, 'dhtmlxgantt.js'), 'utf8'));
    await bare.page.addStyleTag({ content: readFileSync(SVAR, 'utf8').replace(FONTS, '') });
    await bare.page.evaluate(await bundleForPage('svar-gantt', 'svar-gantt'));
    for (const size of SIZES) {
      const { caseId, bars } = roadmaps[size];
      const ours = [];
      const plain = [];
      const dhtmlx = [];
      const svar = [];
      for (let index = 0; index <= OPENINGS; index += 1) {
        const time = await openRoadmap(page, caseId);
        const isPaired = index % PLAIN_EVERY === 0;
        const plainTime = isPaired ? await bare.page.evaluate(drawPlain, bars) : undefined;
        const dhtmlxTime = isPaired ? await bare.page.evaluate(drawDhtmlx, bars) : undefined;
        const svarTime = isPaired
          ? await bare.page.evaluate((own) => globalThis.drawSvar(own), bars)
          : undefined;
        await rest(page);
        // The first of both loads the program.
        if (index === 0) continue;
        ours.push(time);
        if (plainTime !== undefined) plain.push(plainTime);
        if (dhtmlxTime !== undefined) dhtmlx.push(dhtmlxTime);
        if (svarTime !== undefined) svar.push(svarTime);
      }
      console.log(
        `  ${size} bars: ${ours.map((time) => time.toFixed(0)).join(' ')} ms; plain frappe-gantt ${median(plain).toFixed(0)} ms, DHTMLX ${median(dhtmlx).toFixed(0)} ms, SVAR ${median(svar).toFixed(0)} ms`,
      );
      results[`roadmap-paint-${size}`] = quantile(ours, 0.95);
      results[`roadmap-paint-${size}-median`] = median(ours);
      results[`roadmap-paint-ratio-${size}`] = median(ours) / median(plain);
      results[`roadmap-paint-dhtmlx-${size}`] = median(ours) / median(dhtmlx);
      results[`roadmap-paint-svar-${size}`] = median(ours) / median(svar);
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
    goal: 100,
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
    id: `roadmap-paint-dhtmlx-${size}`,
    what: 'the same beside DHTMLX Gantt with the same bars, medians',
    unit: '×',
    goal: 1,
    run,
  },
  {
    id: `roadmap-paint-svar-${size}`,
    what: 'the same beside SVAR React Gantt with the same bars, medians',
    unit: '×',
    goal: 1,
    run,
  },
  {
    id: `roadmap-paint-${size}-median`,
    what: `roadmap-paint-${size}, median`,
    unit: 'ms',
    run,
  },
]);
