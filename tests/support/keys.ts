import { expect, type Page } from '@playwright/test';

/** More stops of Tab than any page has before what is looked for. */
const MOST_STOPS = 80;

/** What has the focus is called: by its label, else by its text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) return '';
    return active.getAttribute('aria-label') ?? active.textContent?.trim() ?? '';
  });

/** Goes by Tab, as one who has no mouse does, until the focus is on what is called so. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const isThere = (found: string): boolean =>
    typeof name === 'string' ? found === name : name.test(found);
  const met: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const found = await focused(page);
    if (isThere(found)) return;
    met.push(found.slice(0, 30));
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}: ${met.join(' | ')}`);
};

/** Goes there by Tab and presses Enter. */
export const pressByKeys = async (page: Page, name: string | RegExp): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};

/** The focus was not lost to the bare page, nor to what is gone. */
export const seeFocusIn = (page: Page, selector: string): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector),
    )
    .toBe(true);
