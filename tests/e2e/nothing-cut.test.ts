import { expect, test } from '#tests/support/app.ts';
import { cutTexts } from '#tests/support/cut-texts.ts';
import { tour } from '../../scripts/smoke/tour.mjs';

/** The usual office notebook, the same at 125 %, and a large screen. */
const SIZES = [
  { name: '1366×768', width: 1366, height: 768 },
  { name: '1366×768 at 125 %', width: 1093, height: 614 },
  { name: '1920×1080', width: 1920, height: 1080 },
  { name: 'a narrow window', width: 910, height: 640 },
] as const;

test('No word on any screen is cut, at any usual size', async ({ pc }) => {
  test.setTimeout(240_000);
  const { page } = await pc.start();
  const found: Record<string, readonly string[]> = {};
  for (const { name, go } of tour) {
    await go(page);
    if (name === 'roadmap-table') await page.locator('[data-row] [title]').last().click();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.waitForFunction((width) => innerWidth === width, size.width);
      const cut = await cutTexts(page);
      if (cut.length > 0) found[`${name} at ${size.name}`] = cut;
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  expect(found).toEqual({});
});
