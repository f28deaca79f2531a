import { type CDPSession, expect, type Page } from '@playwright/test';

/**
 * The longest that a window’s thread may work without looking up, whatever it is given (ms). The longest of all, 2,000
 * pasted lines, takes up to 141 on a slow machine by itself, 165 beside another test, and took 201 at twice that load.
 */
const STILL_LIMIT = 250;

const TASKS = 'toplevel';

/** A piece of work as DevTools traces it; `tdur` is the thread's own time in microseconds. */
type Traced = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/** All that DevTools traced since it was asked to. */
const endTrace = async (devtools: CDPSession): Promise<readonly Traced[]> => {
  const traced: Traced[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => {
    traced.push(...(value as unknown as readonly Traced[]));
  });
  const complete = new Promise<void>((resolve) => {
    devtools.once('Tracing.tracingComplete', () => resolve());
  });
  await devtools.send('Tracing.end');
  await complete;
  return traced;
};

/** Processor time that the window's thread has had for each task, in milliseconds, the longest first. */
const tasksOfWindow = (traced: readonly Traced[]): readonly number[] => {
  const windows = traced.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  return traced
    .filter(({ name }) => name === 'ThreadControllerImpl::RunTask')
    .filter((task) => windows.some(({ pid, tid }) => task.pid === pid && task.tid === tid))
    .map(({ tdur = 0 }) => tdur / 1000)
    .toSorted((a, b) => b - a);
};

/**
 * An attack on the window: whatever comes of it, the window goes on answering meanwhile. What is looked at is the
 * longest piece of work of its thread, in that thread's own time: what other programs take from the processor
 * meanwhile, and other threads of the app, are not the window's.
 */
export const staysAlive = async <T>(
  page: Page,
  what: string,
  act: () => Promise<T>,
): Promise<T> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: [TASKS] },
  });
  const answer = await act();
  const tasks = tasksOfWindow(await endTrace(devtools));
  await devtools.detach();
  expect(tasks.length, `${what}: the work of the window was seen`).toBeGreaterThan(0);
  const [longest = 0] = tasks;
  console.log(
    `  ${what}: the window worked for ${longest.toFixed(0)} ms at most without looking up`,
  );
  expect(longest, what).toBeLessThanOrEqual(STILL_LIMIT);
  return answer;
};
