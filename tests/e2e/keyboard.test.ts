import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { focusIsVisible, tabTo } from '#tests/support/keyboard.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { welcomeOf } from '#tests/support/pages/welcome.ts';

const keys = async (page: Page, ...all: readonly string[]): Promise<void> => {
  for (const key of all) await page.keyboard.press(key);
};

test('From the first start to a written record without a mouse, the focus always in sight', async ({
  pc,
}) => {
  const { page } = await pc.start();
  const welcome = welcomeOf(page);

  await expect(welcome.prefecture).toBeFocused();
  await page.keyboard.type('くまもと');
  await expect(page.getByRole('option', { name: /熊本県/ })).toBeVisible();
  await keys(page, 'ArrowDown', 'Enter');
  await expect(welcome.prefecture).toHaveValue('熊本県');
  await tabTo(page, welcome.section);
  await page.keyboard.type('地域ケア推進班');
  await tabTo(page, welcome.userName);
  await page.keyboard.type('山田 花子');
  await keys(page, 'Enter');
  await tabTo(page, welcome.newCase);
  await keys(page, 'Enter');

  const form = caseFormOf(page);
  await expect(form.municipality).toBeFocused();
  await page.keyboard.type('うとし');
  await expect(page.getByRole('option', { name: /宇土市/ })).toBeVisible();
  await keys(page, 'ArrowDown', 'Enter');
  await expect(form.code).toHaveValue('432113');
  await tabTo(page, form.create);
  await keys(page, 'Enter');
  await seeHeading(page, '宇土市');

  const flow = flowOf(page);
  await tabTo(page, flow.addButton);
  await keys(page, 'Enter');
  await expect(page.getByRole('menuitem', { name: 'ミーティング' }).first()).toBeFocused();
  await keys(page, 'Enter');
  await expect(flow.field('番号')).toBeFocused();
  expect(await focusIsVisible(page)).toBe(true);
  await tabTo(page, flow.field('日付'));
  await page.keyboard.type('8/3');
  await keys(page, 'Enter');
  const card = flow.card('0.5次ミーティング');
  await expect(card).toBeFocused();
  expect(await focusIsVisible(page)).toBe(true);

  await keys(page, 'Alt+ArrowRight');
  await expect(card).toContainText('8/4');
  await expect(card).toBeFocused();
  await keys(page, 'Alt+Shift+ArrowLeft');
  await expect(card).toContainText('7/28');
  await keys(page, 'Enter');
  await seeHeading(page, '0.5次ミーティング');

  const record = recordOf(page);
  await tabTo(page, record.place);
  await page.keyboard.type('宇土市役所');
  await tabTo(page, record.note);
  await page.keyboard.type('支援の進め方を話した');
  await expect(record.note).toContainText('支援の進め方を話した');
  // Tab leads out of the note again: no trap.
  await keys(page, 'Tab');
  await expect(record.note).not.toBeFocused();
  await shellOf(page).saved();

  await keys(page, 'Control+1');
  await expect(page.getByRole('main').getByText('宇土市').first()).toBeVisible();
  await keys(page, 'F1');
  await expect(page.getByRole('dialog', { name: 'キーボード操作の一覧' })).toBeVisible();
  await keys(page, 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('Dialogs hold the focus and give it back', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await keys(page, 'Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  const flow = flowOf(page);
  await flow.addButton.focus();
  await keys(page, 'Enter', 'Enter');
  await expect(flow.field('番号')).toBeFocused();
  for (let step = 0; step < 25; step += 1) {
    await keys(page, 'Tab');
    expect(await flow.dialog.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(
      true,
    );
  }
  await keys(page, 'Escape');
  await expect(flow.dialog).toHaveCount(0);
  await expect(flow.addButton).toBeFocused();
});
