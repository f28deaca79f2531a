import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** No screen has more stops than this between two of its parts. */
const MOST_STOPS = 80;

/**
 * Presses Tab until an element has the focus, and looks at every stop on the way: a ring, an outline
 * or another colour must show where one is (WCAG 2.4.7).
 */
export const tabTo = async (page: Page, goal: Locator): Promise<void> => {
  // Found once: while a list of suggestions is open, the rest of the page is hidden from readers.
  const wanted = await goal.elementHandle();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await wanted?.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    expect(await focusIsVisible(page), `stop ${stop + 1}: ${await describeFocus(page)}`).toBe(true);
  }
  throw new Error('Tab does not lead there');
};

/**
 * Whether the focused element, or the box around it, wears a ring of 2 px or more. In the note, as in
 * any text of many lines, the cursor itself shows where one is.
 */
export const focusIsVisible = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)));
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return false;
    if (focused.isContentEditable) return true;
    const parent = focused.parentElement;
    return [focused, parent, parent?.parentElement].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
      const isOutlined =
        outlineStyle !== 'none' &&
        Number.parseFloat(outlineWidth) >= 2 &&
        !/^(transparent|rgba\(.*, 0\))$/.test(outlineColor);
      return isOutlined || /0px 0px 0px [2-9]/.test(boxShadow);
    });
  });

const describeFocus = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? 'nothing');
