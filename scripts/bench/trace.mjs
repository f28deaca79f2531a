import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';

const TASKS = 'disabled-by-default-devtools.timeline';

/** @typedef {{ name: string, tid: number, ts: number, dur?: number, tdur?: number, args: any }} TraceEvent */

/**
 * Records what the page's process does meanwhile.
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {() => Promise<void>} act
 * @returns {Promise<TraceEvent[]>} in the order of time
 */
async function record(app, act) {
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  await app.evaluate(
    ({ contentTracing }, tasks) =>
      contentTracing.startRecording({ included_categories: [tasks, 'devtools.timeline'] }),
    TASKS,
  );
  await act();
  const file = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8'));
  await rm(file);
  return traceEvents
    .filter((event) => event.pid === pid && event.ph === 'X')
    .toSorted((a, b) => a.ts - b.ts);
}

/**
 * Records what the page's main thread does while somebody types. Work is the thread's own time: what
 * other programs take from the processor meanwhile is not the app's.
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {() => Promise<void>} type
 * @returns {Promise<{ toFrame: number[], toNextKey: number[] }>} milliseconds for each key: of all tasks
 *   from its arrival until its frame is handed on, and until the next key arrives
 */
export const traceKeys = async (app, type) => workOfKeys(await record(app, type));

/**
 * Records a drag.
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {() => Promise<void>} drag
 * @returns {Promise<number[]>} the main thread's own time for each frame, milliseconds: of all tasks since
 *   the frame before was handed on
 */
export async function traceFrames(app, drag) {
  const events = await record(app, drag);
  const moves = events.filter(
    ({ name, args }) => name === 'EventDispatch' && args.data?.type === 'pointermove',
  );
  const own = events.filter(({ tid }) => tid === moves[0]?.tid);
  const [from, to] = [moves[0]?.ts ?? 0, moves.at(-1)?.ts ?? 0];
  const ends = own.filter(({ name, ts }) => name === 'Commit' && ts >= from && ts <= to);
  const tasks = own.filter(({ name }) => name === 'RunTask');
  return ends
    .slice(1)
    .map(({ ts }, index) =>
      tasks
        .filter((task) => task.ts > (ends[index]?.ts ?? from) && task.ts <= ts)
        .reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur), 0),
    )
    .map((work) => work / 1000);
}

/** @param {readonly TraceEvent[]} inOrder of one process */
function workOfKeys(inOrder) {
  const keys = inOrder.filter(
    ({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown',
  );
  const own = inOrder.filter(({ tid }) => tid === keys[0]?.tid);
  const tasks = own.filter(({ name }) => name === 'RunTask');
  // Compositing takes over with the commit, the last thing that the main thread does for a frame.
  const commits = own.filter(({ name }) => name === 'Commit');
  // A key arrives with the task that dispatches it.
  const starts = keys.map(({ ts }) => tasks.findLast((task) => task.ts <= ts)?.ts ?? ts);
  const workIn = (/** @type {number} */ from, /** @type {number} */ to) =>
    tasks
      .filter(({ ts }) => ts >= from && ts < to)
      .reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur), 0) / 1000;
  const keysWithNext = starts.slice(0, -1).map((start, index) => {
    const next = starts[index + 1] ?? start;
    const frame = commits.find(({ ts }) => ts > start)?.ts ?? next;
    return { toFrame: workIn(start, Math.min(frame, next)), toNextKey: workIn(start, next) };
  });
  return {
    toFrame: keysWithNext.map(({ toFrame }) => toFrame),
    toNextKey: keysWithNext.map(({ toNextKey }) => toNextKey),
  };
}
