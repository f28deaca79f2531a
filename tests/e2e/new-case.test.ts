import { expect, test } from '#tests/support/app.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { seeHeading } from '#tests/support/pages/shell.ts';

test('A case is made by keyboard: the one municipality that fits is taken by Enter, and the focus is in the new case', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const main = page.getByRole('main');
  // At the start the keys reach the page, not nothing.
  await expect(main).toBeFocused();
  await page.keyboard.press('Control+n');
  const form = caseFormOf(page);
  await expect(form.municipality).toBeFocused();
  await form.municipality.pressSequentially('宇土');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(form.municipality).toHaveValue('宇土市');
  await expect(form.create).toBeVisible();
  await form.create.focus();
  await page.keyboard.press('Enter');
  await seeHeading(page, '宇土市');
  await expect
    .poll(() => main.evaluate((element) => element.contains(document.activeElement)))
    .toBe(true);
});
