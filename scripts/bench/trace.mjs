import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';

const TASKS = 'disabled-by-default-devtools.timeline';

/**
 * Records what the page's main thread does while somebody types.
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {() => Promise<void>} type
 * @returns {Promise<number[]>} for each key the milliseconds of all tasks from its arrival to the next key's
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
  return workBetweenKeys(traceEvents.filter((event) => event.pid === pid));
}

/** @param {readonly { name: string, ph: string, tid: number, ts: number, dur?: number, args: any }[]} events of one process */
function workBetweenKeys(events) {
  const keys = events
    .filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown')
    .sort((a, b) => a.ts - b.ts);
  const thread = keys[0]?.tid;
  const tasks = events
    .filter(({ name, ph, tid }) => name === 'RunTask' && ph === 'X' && tid === thread)
    .sort((a, b) => a.ts - b.ts);
  // A key arrives with the task that dispatches it.
  const starts = keys.map(({ ts }) => tasks.findLast((task) => task.ts <= ts)?.ts ?? ts);
  return starts.slice(0, -1).map((start, index) => {
    const own = tasks.filter(({ ts }) => ts >= start && ts < starts[index + 1]);
    return own.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000;
  });
}
