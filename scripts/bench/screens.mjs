/** How the measured screens are reached and known: the bench's page model. @typedef {import('@playwright/test').Page} Page */

export const RUNG = '[data-rung] [data-meeting]';
/** Between two measurements everything that was started shall be over. */
const REST_MS = 400;

/** @param {Page} page */
export const rest = (page) => page.waitForTimeout(REST_MS);

/** @param {Page} page @param {string} address behind the `#` */
async function go(page, address) {
  await page.evaluate((to) => {
    location.hash = to;
  }, address);
}

/** @param {Page} page @param {number} year @returns {Promise<import('@playwright/test').Locator>} a name for each case */
export async function showCases(page, year) {
  await go(page, `/cases?year=${year}`);
  const names = page.getByRole('grid', { name: '案件' }).getByRole('rowheader');
  await names.first().waitFor();
  return names;
}

/**
 * Clicks on something and waits for what it leads to.
 * @param {Page} page
 * @param {import('@playwright/test').Locator} target
 * @param {string} selector of what has to stand there
 * @param {number} [count] how many of it
 * @returns {Promise<number>} milliseconds from the press until that is painted
 */
export async function clickUntilPainted(page, target, selector, count = 1) {
  await page.evaluate(watchPaint, { selector, count });
  await target.click();
  return page.evaluate(() => globalThis.benchPainted);
}

/** Runs in the page: the frame after the one that has what is waited for begins when that is painted. */
const watchPaint = ({ selector, count }) => {
  globalThis.benchPainted = new Promise((resolve, reject) => {
    setTimeout(reject, 20_000, new Error(`${selector} did not appear`));
    const onPress = ({ timeStamp }) => {
      const look = () => {
        if (document.querySelectorAll(selector).length < count) return requestAnimationFrame(look);
        requestAnimationFrame(() => resolve(performance.now() - timeStamp));
      };
      requestAnimationFrame(look);
    };
    addEventListener('pointerdown', onPress, { capture: true, once: true });
  });
};

/**
 * Clicks on a case and waits for its ladder.
 * @param {Page} page
 * @param {import('@playwright/test').Locator} name the case's name in the table
 * @param {number} meetings how many the ladder has to show
 * @returns {Promise<number>} milliseconds from the press until the ladder is painted
 */
export const openCase = (page, name, meetings) => clickUntilPainted(page, name, RUNG, meetings);

/**
 * Waits until the app has read its pages' programs ahead, as it does while somebody looks at the first.
 * @param {Page} page
 */
export async function readAhead(page) {
  await page.waitForFunction(() => {
    const count = document.querySelectorAll(
      'link[rel="modulepreload"], link[rel="stylesheet"]',
    ).length;
    const { benchParts: before } = globalThis;
    if (before?.count !== count) globalThis.benchParts = { count, since: performance.now() };
    return performance.now() - globalThis.benchParts.since > 3000;
  });
  await rest(page);
}

/**
 * Opens the record of a meeting of the case on the screen, with its note ready for typing.
 * @param {Page} page
 * @param {number} index which meeting of the ladder, from 0
 * @returns {Promise<import('@playwright/test').Locator>} the note
 */
export async function openRecord(page, index) {
  const meeting = await page.locator(RUNG).nth(index).getAttribute('data-meeting');
  const caseId = await page.evaluate(() => /cases\/(\w+)/.exec(location.hash)?.[1]);
  await go(page, `/cases/${caseId}/meetings/${meeting}`);
  const note = page.locator('.ProseMirror[contenteditable="true"]');
  await note.waitFor();
  return note;
}

/**
 * Shows a case's first tab, then its roadmap by a click on its tab.
 * @param {Page} page
 * @param {string} caseId
 * @returns {Promise<number>} milliseconds from the press until the chart is painted
 */
export async function openRoadmap(page, caseId) {
  await go(page, `/cases/${caseId}/flow`);
  await page.locator('[data-roadmap-chart]').waitFor({ state: 'detached' });
  const tab = page
    .getByRole('tab', { name: 'ロードマップ' })
    .or(page.getByRole('link', { name: 'ロードマップ' }));
  await tab.waitFor();
  await rest(page);
  return clickUntilPainted(page, tab, '[data-roadmap-chart] .bar-wrapper');
}

/** @param {Page} page @param {import('@playwright/test').Locator} field puts the caret at its end */
export async function focusEnd(page, field) {
  await field.focus();
  await page.keyboard.press('Control+End');
}

/**
 * Does something that stores an edit.
 * @param {Page} page
 * @param {'click' | 'keydown'} event with which the edit begins
 * @param {() => Promise<void>} act
 * @returns {Promise<number>} milliseconds from the event until the top bar says 保存済み again
 */
export async function timeSaving(page, event, act) {
  await page.evaluate(watchSaving, event);
  await act();
  return page.evaluate(() => globalThis.benchSaved);
}

/** Runs in the page. 保存済み counts only after 保存中: an older one may still stand there. */
const watchSaving = (event) => {
  const bar = document.querySelector('header');
  if (bar === null) throw new Error('There is no top bar');
  globalThis.benchSaved = new Promise((resolve, reject) => {
    setTimeout(reject, 20_000, new Error('保存済み did not appear'));
    let begun;
    let isSaving = false;
    const observer = new MutationObserver(() => {
      const text = bar.textContent;
      isSaving ||= begun !== undefined && text.includes('保存中');
      if (!isSaving || !text.includes('保存済み')) return;
      observer.disconnect();
      resolve(performance.now() - begun);
    });
    observer.observe(bar, { subtree: true, childList: true, characterData: true });
    addEventListener(
      event,
      ({ timeStamp }) => {
        begun = timeStamp;
      },
      { capture: true, once: true },
    );
  });
};
