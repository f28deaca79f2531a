import { test } from '#tests/support/app.ts';
import { planCase } from '#tests/support/cases.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
test('probe', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  const shot = (name: string) => page.screenshot({ path: `/tmp/e2e-shots/${name}.png` });
  console.log(await page.evaluate(() => location.hash), await flowOf(page).peek.count());
  await shot('p1');
  await flowOf(page).card('0.5次ミーティング').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.waitForTimeout(500);
  console.log(await page.evaluate(() => location.hash), await flowOf(page).peek.count());
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(500);
  console.log(await page.evaluate(() => location.hash), await flowOf(page).peek.count());
  await shot('p2');
});
