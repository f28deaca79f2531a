import { test } from '#tests/support/app.ts';
import { welcomeOf } from '#tests/support/pages/welcome.ts';
test('probe', async ({ pc }) => {
  const { page } = await pc.start();
  const welcome = welcomeOf(page);
  const shot = (name: string) => page.screenshot({ path: `/tmp/e2e-shots/${name}.png` });
  await welcome.prefecture.fill('くまもと');
  await page.getByRole('option', { name: /熊本県/ }).click();
  await page.waitForTimeout(500);
  await shot('p1');
  console.log(await page.getByRole('listbox').count(), await welcome.section.count());
});
