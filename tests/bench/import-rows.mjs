import { median } from '../../scripts/bench/report.mjs';
import { openCase, rest, showCases } from '../../scripts/bench/screens.mjs';

const YEAR = 2025;
const MEETINGS = 30;
const ROWS = 2000;
const TIMES = 5;

/** 支援（詳細） of two thousand contacts, none of which the case has. */
const TABLE = [
  '時期\t内容\t支援者\t備考',
  ...Array.from({ length: ROWS }, (_, index) => {
    const month = (index % 12) + 1;
    return `${month}月\t打合せ その${index}(${month}/${(index % 28) + 1})\tAD、県、九州厚生局\t現地・オンライン`;
  }),
].join('\n');

async function run(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const { app, page } = await context.openApp({ dataDir: await context.scaleCopy() });
  try {
    const previewed = [];
    const taken = [];
    for (let index = 0; index < TIMES; index += 1) {
      const names = await showCases(page, YEAR);
      await openCase(page, names.nth(index), MEETINGS);
      await page.getByRole('button', { name: '表から取り込む' }).click();
      await page.getByRole('textbox', { name: /を貼り付ける$/ }).waitFor();
      await rest(page);
      previewed.push(await page.evaluate(timePreview, { text: TABLE, rows: ROWS }));
      await rest(page);
      await page.evaluate(watchTaking);
      await page.getByRole('button', { name: /件を取り込む$/ }).click();
      taken.push(await page.evaluate(() => globalThis.benchTaken));
      await page.locator('[data-meeting]').first().waitFor();
      await rest(page);
    }
    const words = (/** @type {number[]} */ times) => times.map((time) => time.toFixed(0)).join(' ');
    console.log(`  previewed ${words(previewed)} ms, taken in ${words(taken)} ms`);
    return { 'import-rows': median(previewed), 'import-rows-taken': median(taken) };
  } finally {
    await app.close();
  }
}

/** Runs in the page: from the paste until the rows are painted. */
const timePreview = ({ text, rows }) =>
  new Promise((resolve, reject) => {
    setTimeout(reject, 20_000, new Error('The preview did not appear'));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const begun = performance.now();
    const look = () => {
      if (document.querySelector(`[data-preview-rows="${rows}"] tbody tr`) === null) {
        return requestAnimationFrame(look);
      }
      requestAnimationFrame(() => resolve(performance.now() - begun));
    };
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
    requestAnimationFrame(look);
  });

/** Runs in the page: from the press until the app says that the rows are in. */
const watchTaking = () => {
  globalThis.benchTaken = new Promise((resolve, reject) => {
    setTimeout(reject, 60_000, new Error('The rows were not taken in'));
    let begun;
    const observer = new MutationObserver(() => {
      const isDone = [...document.querySelectorAll('[role=alertdialog]')].some((toast) =>
        toast.textContent.includes('2,000件を取り込みました'),
      );
      if (begun === undefined || !isDone) return;
      observer.disconnect();
      resolve(performance.now() - begun);
    });
    addEventListener(
      'pointerdown',
      ({ timeStamp }) => {
        begun = timeStamp;
        // What was told of the case before still stands there.
        for (const toast of document.querySelectorAll('[role=alertdialog]')) {
          toast.querySelector('button[slot=close], button:last-of-type')?.click();
        }
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      },
      { capture: true, once: true },
    );
  });
};

export const rows = [
  {
    id: 'import-rows',
    what: `a table of ${ROWS} rows pasted until its preview is painted, median of ${TIMES}`,
    unit: 'ms',
    goal: 1000,
    run,
  },
  {
    id: 'import-rows-taken',
    what: `${ROWS} rows taken in, from the press until the app says so`,
    unit: 'ms',
    goal: 3000,
    run,
  },
];
