import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** No screen has more stops than this between two of its parts. */
const MOST_STOPS = 80;

/**
 * Presses Tab until an element has the focus, and looks at every stop on the way: a ring, an outline
 * or another colour must show where one is (WCAG 2.4.7).
 */
export const tabTo = (page: Page, goal: Locator): Promise<void> => stepTo(page, goal, 'Tab');

/** The other way about: to what stands before the place where the focus is. */
export const tabBackTo = (page: Page, goal: Locator): Promise<void> =>
  stepTo(page, goal, 'Shift+Tab');

const stepTo = async (page: Page, goal: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> => {
  // Found once: while a list of suggestions is open, the rest of the page is hidden from readers.
  const wanted = await goal.elementHandle();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await wanted?.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    expect(await focusIsVisible(page), `stop ${stop + 1}: ${await describeFocus(page)}`).toBe(true);
  }
  throw new Error(`${key} does not lead to ${goal}; it is on ${await describeFocus(page)}`);
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
    // A row of a table wears it on its cells.
    const cell = focused.matches('tr') ? focused.firstElementChild : null;
    if (cell && /[2-9]px 0px 0px 0px inset/.test(getComputedStyle(cell).boxShadow)) return true;
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

/** Goes there as one who has no mouse does, by Tab, and inside of a table or a ladder by arrows, and presses Enter. */
export const pressAt = async (page: Page, goal: Locator): Promise<void> => {
  await goal.waitFor();
  // What is moved in by arrows is one stop: the rows of a table, the meetings of the ladder.
  const line = goal.locator('xpath=ancestor-or-self::*[self::tr[@data-row] or @data-meeting]');
  if ((await line.count()) > 0) await arrowTo(page, line, goal);
  else await tabTo(page, goal);
  await page.keyboard.press('Enter');
};

/** Goes to a row of a table: by Tab to the table, which is one stop, and by arrows within it. */
export const rowTo = async (page: Page, row: Locator): Promise<void> => {
  await row.waitFor();
  await arrowTo(page, row, row);
};

const hasFocus = (of: Locator): Promise<boolean> =>
  of.evaluate((element) => element.contains(document.activeElement));

/** To the line, and where the goal is a button in it, to that. */
const arrowTo = async (page: Page, line: Locator, goal: Locator): Promise<void> => {
  const lines = line.locator('xpath=ancestor::*[self::tbody or @role="list" or self::ol][1]');
  for (let stop = 0; stop < MOST_STOPS && !(await hasFocus(lines)); stop += 1) {
    await page.keyboard.press('Tab');
    expect(await focusIsVisible(page), `stop ${stop + 1}: ${await describeFocus(page)}`).toBe(true);
  }
  await page.keyboard.press('Home');
  for (let step = 0; step < MOST_STOPS && !(await hasFocus(line)); step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  const isPart = await goal.evaluate(
    (element) => element instanceof HTMLButtonElement && !element.matches('[data-meeting]'),
  );
  for (let step = 0; isPart && step < MOST_STOPS && !(await hasFocus(goal)); step += 1) {
    await page.keyboard.press('ArrowRight');
  }
  expect(await hasFocus(isPart ? goal : line), await describeFocus(page)).toBe(true);
};
