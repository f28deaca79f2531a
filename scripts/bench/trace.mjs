import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';

const TASKS = 'disabled-by-default-devtools.timeline';

/**
 * Records what the page's main thread does while somebody types. Work is the thread's own time: what
 * other programs take from the processor meanwhile is not the app's.
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {() => Promise<void>} type
 * @returns {Promise<{ toFrame: number[], toNextKey: number[] }>} milliseconds for each key: of all tasks
 *   from its arrival until its frame is handed on, and until the next key arrives
 */
export async function traceKeys(app, type) {
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  await app.evaluate(
    ({ contentTracing }, tasks) =>
      contentTracing.startRecording({ included_categories: [tasks, 'devtools.timeline'] }),
    TASKS,
  );
  await type();
  const file = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8'));
  await rm(file);
  return workOfKeys(traceEvents.filter((event) => event.pid === pid && event.ph === 'X'));
}

/** @param {readonly { name: string, tid: number, ts: number, dur?: number, tdur?: number, args: any }[]} events of one process */
function workOfKeys(events) {
  const inOrder = events.toSorted((a, b) => a.ts - b.ts);
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
