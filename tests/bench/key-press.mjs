import { bundleForPage } from '../../scripts/bench/bundle.mjs';
import { median, quantile } from '../../scripts/bench/report.mjs';
import { focusEnd, openCase, openRecord, rest, showCases } from '../../scripts/bench/screens.mjs';
import { traceKeys } from '../../scripts/bench/trace.mjs';

const YEAR = 2025;
const MEETINGS = 30;
const LETTERS = 'banso shien no kiroku wo kaku ';
const BETWEEN_KEYS = 100;
const TRACED = 120;
/** The note and the plain editors take turns, as the machine is not the same from minute to minute. */
const TURNS = 3;
const WARMING = 30;
const LINKED = 50;

/**
 * Types and takes the time from each key to the frame that shows it.
 * @param {import('@playwright/test').Page} page with the caret in a field
 * @param {number} count
 * @returns {Promise<number>} the median, milliseconds
 */
async function frameTime(page, count) {
  await page.evaluate(() => {
    globalThis.benchFrames = [];
    globalThis.benchWatch ??=
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          requestAnimationFrame(() => {
            // A message from within a frame is delivered behind that frame's paint.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => globalThis.benchFrames.push(performance.now() - timeStamp);
            port2.postMessage(null);
          });
        },
        { capture: true },
      ) ?? true;
  });
  await type(page, count);
  const times = await page.evaluate(() => globalThis.benchFrames);
  return median(times);
}

/** @param {import('@playwright/test').Page} page @param {number} count */
async function type(page, count) {
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press(LETTERS[index % LETTERS.length] ?? 'a');
    await page.waitForTimeout(BETWEEN_KEYS);
  }
}

/** The editors beside which a note is measured: plain TipTap, and the ProseMirror that it is made of. */
const PEERS = ['plain-editor', 'plain-prosemirror'];

/**
 * Opens a plain editor in the bare page, with the lines of a note, and warms it up.
 * @param {import('@playwright/test').Page} page of the bare window
 * @param {string} peer
 * @param {readonly string[]} lines
 */
async function openPlain(page, peer, lines) {
  await page.evaluate(await bundleForPage('plain-editor', peer));
  await page.evaluate((own) => globalThis.openPlainEditor(own), lines);
  await page.locator('.ProseMirror-focused').waitFor();
  await type(page, WARMING);
}

async function run(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const { app, page } = await context.openApp({ dataDir: await context.scaleCopy() });
  const bare = await context.openBare();
  try {
    const names = await showCases(page, YEAR);
    await openCase(page, names.nth(0), MEETINGS);
    await focusEnd(page, await openRecord(page, 0));
    await focusEnd(bare.page, bare.page.getByRole('textbox'));
    await rest(page);

    const frames = { app: [], bare: [] };
    for (let pair = 0; pair <= context.pairs; pair += 1) {
      const times = [
        await frameTime(bare.page, LETTERS.length),
        await frameTime(page, LETTERS.length),
      ];
      if (pair === 0) continue;
      frames.bare.push(times[0]);
      frames.app.push(times[1]);
    }
    console.log(
      `  to the frame: note ${median(frames.app).toFixed(1)} ms, textarea ${median(frames.bare).toFixed(1)} ms`,
    );
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll('.ProseMirror > *')].map(({ textContent }) => textContent),
    );
    const work = { toFrame: [], toNextKey: [] };
    /** @type {Record<string, number[]>} */
    const plain = Object.fromEntries(PEERS.map((peer) => [peer, []]));
    for (let turn = 0; turn < TURNS; turn += 1) {
      const own = await traceKeys(app, () => type(page, TRACED / TURNS));
      work.toFrame.push(...own.toFrame);
      work.toNextKey.push(...own.toNextKey);
      for (const peer of PEERS) {
        await openPlain(bare.page, peer, lines);
        const beside = await traceKeys(bare.app, () => type(bare.page, TRACED / TURNS));
        plain[peer]?.push(...beside.toFrame);
      }
    }
    const [tiptap, prosemirror] = PEERS.map((peer) => quantile(plain[peer] ?? [], 0.95));
    return {
      'key-press': quantile(work.toFrame, 0.95),
      'key-press-median': quantile(work.toFrame, 0.5),
      'key-press-whole': quantile(work.toNextKey, 0.95),
      'key-press-frame': median(frames.app) - median(frames.bare),
      'key-press-tiptap': tiptap,
      'key-press-prosemirror': prosemirror,
      'key-press-over-tiptap': quantile(work.toFrame, 0.95) - tiptap,
    };
  } finally {
    await bare.app.close();
    await app.close();
  }
}

/**
 * Puts that many lines at the end of a note and makes records of them, by the keys that staff use.
 * @param {import('@playwright/test').Page} page with the caret at the end of a note
 */
async function linkLines(page) {
  await page.keyboard.press('Enter');
  for (let line = 1; line <= LINKED; line += 1) {
    await page.keyboard.insertText(`気づいたこと${line}`);
    await page.keyboard.press('Control+Alt+2');
    await page.waitForFunction(
      (count) =>
        document.querySelectorAll('.ProseMirror textarea[aria-label="気づき"]').length >= count &&
        document.activeElement?.matches('.ProseMirror'),
      line,
    );
  }
}

async function runLinked(/** @type {import('../../scripts/bench/context.mjs').Context} */ context) {
  const { app, page } = await context.openApp({ dataDir: await context.scaleCopy() });
  try {
    const names = await showCases(page, YEAR);
    await openCase(page, names.nth(0), MEETINGS);
    await focusEnd(page, await openRecord(page, 0));
    await linkLines(page);
    await rest(page);
    // As for `key-press`, the first keys warm up.
    await type(page, LETTERS.length);
    const work = await traceKeys(app, () => type(page, TRACED));
    return {
      'key-press-linked': quantile(work.toFrame, 0.95),
      'key-press-linked-median': quantile(work.toFrame, 0.5),
    };
  } finally {
    await app.close();
  }
}

export const rows = [
  {
    id: 'key-press',
    what: 'a key in a note: main-thread work until its frame, p95',
    unit: 'ms',
    goal: 8,
    run,
  },
  {
    id: 'key-press-frame',
    what: "a key in a note to its frame, beyond a bare textarea's, medians",
    unit: 'ms',
    goal: 4,
    run,
  },
  {
    id: 'key-press-tiptap',
    what: 'key-press in plain TipTap with the same text, p95',
    unit: 'ms',
    run,
  },
  {
    id: 'key-press-prosemirror',
    what: 'key-press in ProseMirror alone with the same text, p95',
    unit: 'ms',
    run,
  },
  {
    id: 'key-press-over-tiptap',
    what: "key-press in a note, beyond plain TipTap's with the same text in the same minutes, p95",
    unit: 'ms',
    goal: 1,
    run,
  },
  { id: 'key-press-median', what: 'key-press, median', unit: 'ms', run },
  {
    id: 'key-press-whole',
    what: `all main-thread work until the next key ${BETWEEN_KEYS} ms later, storing included, p95`,
    unit: 'ms',
    goal: 14,
    run,
  },
  {
    id: 'key-press-linked',
    what: `key-press in a note with ${LINKED} linked records, p95`,
    unit: 'ms',
    goal: 8,
    run: runLinked,
  },
  { id: 'key-press-linked-median', what: 'the same, median', unit: 'ms', run: runLinked },
];
