import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { openAddress, openNewRecord } from '#tests/support/cases.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { shellOf } from '#tests/support/pages/shell.ts';

const cardOf = (page: Page, name: string): Locator => page.getByRole('region', { name });

/** The sentences of a list's rows, from top to bottom. */
const sentences = (card: Locator, label: string): Promise<readonly string[]> =>
  card
    .getByRole('textbox', { name: label, exact: true })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));

const addAll = async (field: Locator, texts: readonly string[]): Promise<void> => {
  for (const text of texts) {
    await field.fill(text);
    await field.press('Enter');
    await expect(field).toHaveValue('');
  }
};

/** Opens a row's menu and picks from it, all by keyboard; the focus is back at the row afterwards. */
const moveByKeys = async (page: Page, button: Locator, item: string): Promise<void> => {
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: item }).waitFor();
  // It has the keys a frame or more after it is in sight.
  const menu = page.getByRole('menu');
  await expect
    .poll(() => menu.evaluate((list) => list.contains(document.activeElement)))
    .toBe(true);
  await goToItem(page, item);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
};

const goToItem = async (page: Page, item: string): Promise<void> => {
  const wanted = page.getByRole('menuitem', { name: item });
  const count = await page.getByRole('menuitem').count();
  for (let press = 0; press < count; press += 1) {
    if (await wanted.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  await expect(wanted).toBeFocused();
};

test('Findings and next steps of a meeting are put in another order, by mouse and by keyboard', async ({
  pc,
}) => {
  await pc.settle();
  const first = await pc.start();
  const { page } = first;
  const address = await openNewRecord(page);
  const findings = cardOf(page, '課題・気づき');
  const actions = cardOf(page, '次に向けて');
  await addAll(findings.getByRole('textbox', { name: '課題を加える' }), ['甲', '乙', '丙']);
  await addAll(actions.getByRole('textbox', { name: '対応事項を加える' }), ['子', '丑', '寅']);

  await findings.getByRole('button', { name: '課題：丙の操作' }).click();
  await page.getByRole('menuitem', { name: '上へ移す' }).click();
  await expect.poll(() => sentences(findings, '課題')).toEqual(['甲', '丙', '乙']);
  const lowest = findings.getByRole('button', { name: '課題：甲の操作' });
  await moveByKeys(page, lowest, '下へ移す');
  await expect.poll(() => sentences(findings, '課題')).toEqual(['丙', '甲', '乙']);
  await expect(lowest).toBeFocused();

  await actions.getByRole('button', { name: '寅の操作' }).click();
  await page.getByRole('menuitem', { name: '上へ移す' }).click();
  await expect.poll(() => sentences(actions, '対応事項')).toEqual(['子', '寅', '丑']);
  const upper = actions.getByRole('button', { name: '子の操作' });
  await moveByKeys(page, upper, '下へ移す');
  await expect.poll(() => sentences(actions, '対応事項')).toEqual(['寅', '子', '丑']);
  await expect(upper).toBeFocused();

  // The first cannot rise, and what was done can be taken back by its name.
  await actions.getByRole('button', { name: '寅の操作' }).click();
  await expect(page.getByRole('menuitem', { name: '上へ移す' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(shellOf(page).undo).toHaveAccessibleName(/対応事項の順番を変更/);
  await shellOf(page).undo.click();
  await expect.poll(() => sentences(actions, '対応事項')).toEqual(['子', '寅', '丑']);

  await shellOf(page).saved();
  await first.quit();
  const later = await pc.start();
  await openAddress(later.page, address);
  await recordOf(later.page).note.waitFor();
  expect(await sentences(cardOf(later.page, '課題・気づき'), '課題')).toEqual(['丙', '甲', '乙']);
  expect(await sentences(cardOf(later.page, '次に向けて'), '対応事項')).toEqual(['子', '寅', '丑']);
});

test('On 課題と対応 a row passes its neighbours of the same kind, meeting and due date', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  await addAll(page.getByRole('textbox', { name: '課題を加える' }), ['甲', '乙']);
  await recordOf(page).back();
  await caseHeadOf(page).openTab('課題と対応');
  const findings = cardOf(page, '課題・気づき').first();
  const actions = cardOf(page, '対応事項');
  await addAll(findings.getByRole('textbox', { name: '内容' }), ['丙']);
  // One of the whole case stands before those of a meeting, and stays there.
  await expect.poll(() => sentences(findings, '課題')).toEqual(['丙', '甲', '乙']);
  await findings.getByRole('button', { name: '「丙」の操作' }).click();
  await expect(page.getByRole('menuitem', { name: '下へ移す' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await moveByKeys(page, findings.getByRole('button', { name: '「甲」の操作' }), '下へ移す');
  await expect.poll(() => sentences(findings, '課題')).toEqual(['丙', '乙', '甲']);
  await expect(findings.getByRole('button', { name: '「甲」の操作' })).toBeFocused();

  await addAll(actions.getByRole('textbox', { name: '対応事項' }).last(), ['子', '丑', '寅']);
  await moveByKeys(page, actions.getByRole('button', { name: '「寅」の操作' }), '上へ移す');
  await expect
    .poll(async () => (await sentences(actions, '対応事項')).slice(0, 3))
    .toEqual(['子', '寅', '丑']);
  // What is due comes first, whatever its place among the others was.
  const due = actions.getByRole('textbox', { name: '「丑」の期限' });
  await due.fill('R9.1.31');
  await due.press('Enter');
  await expect
    .poll(async () => (await sentences(actions, '対応事項')).slice(0, 3))
    .toEqual(['丑', '子', '寅']);
});
