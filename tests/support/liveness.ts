import { expect, type Page } from '@playwright/test';

/** The longest that a window may keep still, whatever it is given (ms). */
export const STILL_LIMIT = 200;

/** Does something to the app, and tells the longest time between two frames of its window meanwhile. */
export const longestStill = async (page: Page, act: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    const watch = { longest: 0, isOn: true };
    Object.assign(globalThis, { stillWatch: watch });
    let before = performance.now();
    const look = (): void => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - before);
      before = now;
      if (watch.isOn) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await act();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // What is still to be painted counts, too.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const { stillWatch } = globalThis as unknown as {
              readonly stillWatch: { readonly longest: number; isOn: boolean };
            };
            stillWatch.isOn = false;
            resolve(stillWatch.longest);
          }),
        );
      }),
  );
};

/** A little over a frame: a window that has nothing to do on a machine that has nothing else to do. */
const CALM_MS = 20;
const LOOK_MS = 1000;

/**
 * How many times slower the machine is now than a calm one, by a window that has nothing to do; 1 when it
 * is calm. Limits are for a machine that does nothing else, and tests run side by side.
 */
export const slownessOf = async (page: Page): Promise<number> => {
  const still = await longestStill(page, () =>
    page.evaluate((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)), LOOK_MS),
  );
  return Math.max(1, still / CALM_MS);
};

/** An attack on the window: whatever comes of it, the window goes on answering meanwhile. */
export const staysAlive = async (
  page: Page,
  what: string,
  act: () => Promise<void>,
): Promise<void> => {
  const before = await slownessOf(page);
  const still = await longestStill(page, act);
  const slowness = still <= STILL_LIMIT ? before : Math.max(before, await slownessOf(page));
  const words =
    slowness > 1 ? `, on a machine ${slowness.toFixed(1)} times slower than a calm one` : '';
  console.log(`  ${what}: the window kept still for ${still.toFixed(0)} ms at most${words}`);
  expect(still, what).toBeLessThanOrEqual(STILL_LIMIT * slowness);
};
