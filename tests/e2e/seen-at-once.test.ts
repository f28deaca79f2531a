import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { openNewRecord } from '#tests/support/cases.ts';
import { paletteOf } from '#tests/support/pages/palette.ts';
import { recordOf } from '#tests/support/pages/record.ts';

/** How visible the next dialog is in its third frame: its styles, not what the document has of it. */
const watchDialog = async (page: Page): Promise<{ opacity: () => Promise<string> }> => {
  const watch = await page.evaluateHandle(() => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const opacity = new Promise<string>((done) => {
      const looking = new MutationObserver(async () => {
        const overlay = document.querySelector('[role="dialog"]')?.closest('[class*="overlay"]');
        if (!overlay) return;
        looking.disconnect();
        await frame();
        await frame();
        await frame();
        done(getComputedStyle(overlay).opacity);
      });
      looking.observe(document.body, { childList: true, subtree: true });
    });
    return { opacity };
  });
  return { opacity: () => watch.evaluate(({ opacity }) => opacity) };
};

test('The palette is in sight at once, also after the window was made lower and higher from within a text', async ({
  pc,
}) => {
  await pc.settle();
  const { app, page } = await pc.start();
  const makeHeight = (height: number) =>
    app.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1366, wanted);
    }, height);
  await makeHeight(900);
  await page.waitForFunction(() => window.innerHeight === 900);
  await openNewRecord(page);
  await recordOf(page).note.click();
  // React Aria takes this for a keyboard on the screen that came and went.
  for (const height of [700, 900]) {
    await makeHeight(height);
    await page.waitForFunction((wanted) => window.innerHeight === wanted, height);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  }

  const dialog = await watchDialog(page);
  await paletteOf(page).open();
  expect(await dialog.opacity()).toBe('1');
});

test('A list goes along with its field when the page moves under it, and closes once the field is out of sight', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const { attendee } = recordOf(page);
  await attendee.fill('民生委員 49人');
  const list = page.getByRole('listbox');
  /** How far the list is from its field, above or below it. */
  const gap = async () => {
    const [field, options] = [await attendee.boundingBox(), await list.boundingBox()];
    if (!field || !options) throw new Error('The field or its list is gone');
    const below = options.y - (field.y + field.height);
    const above = field.y - (options.y + options.height);
    return Math.round(Math.max(below, above));
  };
  /** It stands right beside the field: neither over it nor away from it. */
  const isBeside = async () => {
    const distance = await gap();
    return distance >= 0 && distance < 12;
  };
  await expect.poll(isBeside).toBe(true);
  const move = (by: number) =>
    attendee.evaluate(async (field, distance) => {
      let box = field.parentElement;
      while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
      if (!box) throw new Error('Nothing around the field scrolls');
      const at = box.scrollTop;
      box.scrollTop += distance;
      if (box.scrollTop === at) throw new Error('The page did not move');
      // The event of a scroll comes with the next frame.
      for (let n = 0; n < 3; n += 1) await new Promise((done) => requestAnimationFrame(done));
    }, by);
  await move(30);
  await expect(list).toBeVisible();
  await expect.poll(isBeside).toBe(true);
  await move(2000);
  await expect(list).toHaveCount(0);
});

test.describe('On a PC with a touch screen', () => {
  test('a dialog with a field in focus is in sight at once', async ({ pc }) => {
    await pc.settle();
    const { page } = await pc.start();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    expect(await page.evaluate(() => navigator.maxTouchPoints)).toBe(5);

    const dialog = await watchDialog(page);
    await paletteOf(page).open();
    expect(await dialog.opacity()).toBe('1');
  });
});
