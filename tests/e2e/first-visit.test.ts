import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { planCase } from '#tests/support/cases.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { materialsOf } from '#tests/support/pages/materials.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

/** Has the file of 資料 fail, as a virus scanner that holds it does, or not any more. */
const readable = (app: ElectronApplication, isReadable: boolean): Promise<void> =>
  app.evaluate(({ session }, can) => {
    session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: !can && /materials-page.*\.js$/.test(url) }),
    );
  }, isReadable);

test('A page that has been read ahead stands there at once on its first visit', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  // Parts are read one behind the other; this is the last.
  await page.waitForFunction(() => document.querySelector('link[href*="welcome-page"]') !== null);
  const stoodIn = await page.evaluateHandle(() => {
    const found: string[] = [];
    new MutationObserver(() => {
      if (document.querySelector('main h1') === null) found.push(document.body.innerText);
    }).observe(document.body, { subtree: true, childList: true });
    return found;
  });
  await shellOf(page).go('設定');
  await seeHeading(page, '設定');
  expect(await stoodIn.jsonValue()).toEqual([]);
});

test.describe('A page whose file cannot be read', () => {
  test.use({
    mayLog: /Failed to (load resource|fetch dynamically)|A part of the program could not be read/,
  });

  test('says so, and is read on the next visit when it can be', async ({ pc }) => {
    await pc.settle();
    const { app, page } = await pc.start();
    await readable(app, false);
    await planCase(page);
    const materials = page.getByRole('link', { name: '資料' });
    await materials.click();
    const broken = page.getByRole('alert').filter({ hasText: 'この画面を表示できませんでした' });
    await broken.waitFor();

    await readable(app, true);
    await caseHeadOf(page).openTab('概要');
    await expect(broken).toHaveCount(0);
    await materials.click();
    await expect(materialsOf(page).copy).toBeVisible();
  });
});
