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

/** An attack on the window: whatever comes of it, the window goes on answering meanwhile. */
export const staysAlive = async (
  page: Page,
  what: string,
  act: () => Promise<void>,
): Promise<void> => {
  const still = await longestStill(page, act);
  console.log(`  ${what}: the window kept still for ${still.toFixed(0)} ms at most`);
  expect(still, what).toBeLessThanOrEqual(STILL_LIMIT);
};
