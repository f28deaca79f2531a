import { expect, test } from '#tests/support/app.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { welcomeOf } from '#tests/support/pages/welcome.ts';

test('probe', async ({ pc }) => {
  const run = await pc.start();
  const page = run.page;
  page.setDefaultTimeout(5000);
  const shot = (name: string) => page.screenshot({ path: `/tmp/e2e-shots/${name}.png` });
  try {
    const welcome = welcomeOf(page);
    await welcome.introduce();
    await shot('1');
    await welcome.openSample.click();
    await seeHeading(page, '益城町');
    await shot('2');
    await shellOf(page).saved();
    console.log(await flowOf(page).cards.allTextContents());
    await page.keyboard.press('Control+n');
    await caseFormOf(page).createFor('うとし', '宇土市');
    const flow = flowOf(page);
    await flow.openAdd('支援の回').catch(async () => {
      await shot('3');
    });
  } finally {
    await shot('end');
    console.log(await page.locator('body').ariaSnapshot());
    console.log(pc.errors);
  }
});
