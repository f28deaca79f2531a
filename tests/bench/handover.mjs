import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {import('../../scripts/bench/context.mjs').Context} Context */
/** @typedef {import('../../scripts/bench/context.mjs').Opened} Opened */

const CASES = 450;
const LIMIT = 300_000;

/** What the first start would ask of a successor. */
const SETTINGS = { prefecture: '43', section: '地域ケア推進班', userName: '後任 次郎' };

/**
 * Presses a button of the page and waits for what it leads to.
 * @param {Opened} opened
 * @param {string} name of the button
 * @param {string} awaited a selector, or words of a toast
 * @returns {Promise<{ time: number, worst: number }>} seconds until then, and the longest frame meanwhile (ms)
 */
async function press({ page }, name, awaited) {
  const button = page.getByRole('main').getByRole('button', { name, exact: true });
  await button.waitFor();
  await page.evaluate(watch, { awaited, limit: LIMIT });
  await button.click();
  return page.evaluate(() => globalThis.benchHandover);
}

/** Runs in the page. */
const watch = ({ awaited, limit }) => {
  globalThis.benchHandover = new Promise((resolve, reject) => {
    setTimeout(reject, limit, new Error(`${awaited} did not come`));
    const isThere = () =>
      awaited.startsWith('[')
        ? document.querySelector(awaited) !== null
        : [...document.querySelectorAll('[role=alertdialog]')].some((toast) =>
            toast.textContent.includes(awaited),
          );
    const onPress = ({ timeStamp }) => {
      let [last, worst] = [performance.now(), 0];
      const look = (now) => {
        worst = Math.max(worst, now - last);
        last = now;
        if (!isThere()) return requestAnimationFrame(look);
        // The frame that begins now was painted before.
        requestAnimationFrame((end) =>
          resolve({ time: (end - timeStamp) / 1000, worst: Math.max(worst, end - last) }),
        );
      };
      requestAnimationFrame(look);
    };
    addEventListener('pointerdown', onPress, { capture: true, once: true });
  });
};

/** The system's dialogs answer with a file. @param {Opened} opened @param {string} file */
const choose = ({ app }, file) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);

/** @param {Opened} opened */
const showPage = ({ page }) =>
  page.evaluate(() => {
    location.hash = '/handover/file';
  });

/** @param {Context} context @param {string} file */
async function make(context, file) {
  const opened = await context.openApp({ dataDir: await context.scaleCopy() });
  try {
    await choose(opened, file);
    await showPage(opened);
    await opened.page.getByText(`${CASES} / ${CASES}件`).waitFor();
    return await press(opened, '引継ぎファイルをつくる…', '引継ぎファイルをつくり');
  } finally {
    await opened.app.close();
  }
}

/** @param {Context} context @param {string} file @param {string} dataDir of a PC that has nothing yet */
async function takeIn(context, file, dataDir) {
  mkdirSync(join(dataDir, 'settings'), { recursive: true });
  writeFileSync(join(dataDir, 'settings', 'settings.json'), JSON.stringify(SETTINGS));
  const opened = await context.openApp({ dataDir, ready: '#root > *' });
  try {
    await choose(opened, file);
    await showPage(opened);
    const preview = await press(
      opened,
      '引継ぎファイルを開く…',
      '[aria-label="引継ぎファイルの中身"]',
    );
    console.log(`  previewed in ${preview.time.toFixed(1)} s`);
    const take = await press(opened, '取り込む', '引継ぎファイルを取り込みました。');
    return { preview, take };
  } finally {
    await opened.app.close();
  }
}

async function run(/** @type {Context} */ context) {
  const folder = context.freshFolder();
  const file = join(folder, 'all.banso');
  const made = await make(context, file);
  const { preview, take } = await takeIn(context, file, join(folder, 'successor'));
  console.log(`  ${(statSync(file).size / 2 ** 20).toFixed(0)} MB in ${dirname(file)}`);
  return {
    'handover-make': made.time,
    'handover-preview': preview.time,
    'handover-take': take.time,
    'handover-make-frame': made.worst,
    'handover-preview-frame': preview.worst,
    'handover-take-frame': take.worst,
  };
}

const what = `a hand-over file of ${CASES} cases (45 municipalities, ten years)`;

export const rows = [
  {
    id: 'handover-make',
    what: `${what}, history and all, from the press until it was read back`,
    unit: 's',
    goal: 15,
    run,
  },
  {
    id: 'handover-preview',
    what: 'the same opened on a PC that has nothing, until what it brings is painted',
    unit: 's',
    goal: 10,
    run,
  },
  {
    id: 'handover-take',
    what: 'the same taken in there, from the press until all of it can be worked with',
    unit: 's',
    goal: 20,
    run,
  },
  {
    id: 'handover-make-frame',
    what: 'the longest frame while it is made',
    unit: 'ms',
    goal: 50,
    run,
  },
  {
    id: 'handover-preview-frame',
    what: 'the longest frame while it is opened',
    unit: 'ms',
    goal: 50,
    run,
  },
  {
    id: 'handover-take-frame',
    what: 'the longest frame while it is taken in',
    unit: 'ms',
    goal: 50,
    run,
  },
];
