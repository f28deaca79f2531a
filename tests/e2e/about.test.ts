import { expect, test } from '#tests/support/app.ts';
import { focusIsVisible, tabTo } from '#tests/support/keyboard.ts';
import { aboutOf } from '#tests/support/pages/about.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { welcomeOf } from '#tests/support/pages/welcome.ts';
import type { Run } from '#tests/support/pc.ts';

test('Whose work is in the app can be looked up by keyboard, down to the words of a licence', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.keyboard.press('Control+,');
  await seeHeading(page, '設定');
  const about = aboutOf(page);
  await tabTo(page, about.link);
  await page.keyboard.press('Enter');
  await seeHeading(page, 'このアプリについて');
  await expect(page.getByText('Chromium', { exact: true })).toBeVisible();

  const all = await about.packages.count();
  await tabTo(page, about.search);
  await page.keyboard.type('Ｎｏｔｏ ofl');
  await expect(about.found).toHaveText('1件見つかりました。');
  await expect(about.packages).toHaveCount(1);
  await tabTo(page, about.packages.locator('summary'));
  await page.keyboard.press('Enter');
  await expect(about.packages).toContainText('SIL OPEN FONT LICENSE');
  expect(await focusIsVisible(page)).toBe(true);

  // Nothing is cut on a small screen, however long the licence's lines are.
  await page.setViewportSize({ width: 1366, height: 768 });
  const cut = await page
    .getByRole('main')
    .locator('*')
    .evaluateAll((elements) =>
      elements
        .filter((each) => each.scrollWidth > each.clientWidth + 1)
        .map((each) => each.tagName),
    );
  expect(cut.filter((tag) => tag !== 'SPAN' && tag !== 'STRONG')).toEqual([]);

  await about.search.fill('そのような名前はない');
  await expect(about.found).toContainText('見つかりません');
  await about.search.press('Escape');
  await expect(about.packages).toHaveCount(all);
});

/** Chooses 「このアプリについて」 in the app's menu. */
const chooseAbout = ({ app }: Run): Promise<void> =>
  app.evaluate(({ Menu, BrowserWindow }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
    const item = items?.find(({ label }) => label === 'このアプリについて');
    item?.click(undefined, BrowserWindow.getAllWindows()[0]);
  });

test('The menu leads there, before staff have said who they are too', async ({ pc }) => {
  const first = await pc.start();
  const { prefecture } = welcomeOf(first.page);
  await expect(prefecture).toBeFocused();
  await chooseAbout(first);
  await seeHeading(first.page, 'このアプリについて');
  await shellOf(first.page).go('設定');
  await expect(prefecture).toBeVisible();

  await first.kill();
  await pc.settle();
  const later = await pc.start();
  await expect(later.page.getByRole('heading', { level: 1 })).toBeVisible();
  await chooseAbout(later);
  await seeHeading(later.page, 'このアプリについて');
});
