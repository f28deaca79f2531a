import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { beginTable } from '#tests/support/begin-table.ts';
import { inputMethodOf } from '#tests/support/input-method.ts';
import { shellOf } from '#tests/support/pages/shell.ts';

test('A row is typed as in Excel, and each cell is corrected where it stands', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const table = await beginTable(page);
  await table.addRow.click();
  await table.type('支援', '県の伴走支援', '試行', 'R5.4', 'R5.9', '試', '進', '40', '県');
  await expect(table.row('県の伴走支援')).toContainText('試行R5.4R5.9試行進行中40%県');
  await expect(shellOf(page).undo).toHaveAccessibleName(/試行|帯/);

  await test.step('Enter goes back below where Tab set out, and another row is written', async () => {
    await expect(table.cursor).toHaveAccessibleName(/^分野/);
    await table.type('支援', '県の伴走支援', '本格実施', '令和5年10月', '2027/3');
    await expect(table.row('本格実施')).toContainText('R5.10R9.3実施予定');
  });

  await test.step('Typing replaces, F2 and Enter keep the text, Escape gives up', async () => {
    await table.cell('本格実施', '開始').click();
    await page.keyboard.insertText('R6.4');
    await page.keyboard.press('Enter');
    await expect(table.cell('本格実施', '開始')).toHaveText('R6.4');
    await table.cell('本格実施', '名前').click();
    await page.keyboard.press('F2');
    await page.keyboard.insertText('（全町）');
    await page.keyboard.press('Tab');
    await expect(table.row('本格実施（全町）')).toHaveCount(1);
    await page.keyboard.insertText('R9.9');
    await page.keyboard.press('Escape');
    await expect(table.cell('本格実施', '開始')).toHaveText('R6.4');
    await page.keyboard.press('Control+z');
    await expect(table.row('（全町）')).toHaveCount(0);
  });

  await test.step('What cannot be is kept as typed, says why, and is put right', async () => {
    await table.cell('本格実施', '終了').click();
    await page.keyboard.insertText('R5.1');
    await page.keyboard.press('Tab');
    await expect(table.cell('本格実施', '終了')).toContainText('R5.1');
    await expect(table.cell('本格実施', '終了')).toHaveAttribute('aria-invalid', 'true');
    await expect(table.status.filter({ hasText: '開始' })).toContainText('より前です');
    expect(await violationsOn(page)).toEqual([]);
    // The chart and back: the typed text is still there.
    await table.show('図');
    await table.show('表');
    await expect(table.cell('本格実施', '終了')).toContainText('R5.1');
    // A start that goes with it makes both good.
    await table.cell('本格実施', '開始').click();
    await page.keyboard.insertText('令和4年12月');
    await page.keyboard.press('Enter');
    await expect(table.row('本格実施')).toContainText('R4.12R5.1');
    await expect(table.cell('本格実施', '終了')).toHaveAttribute('aria-invalid', 'false');
  });

  await test.step('A row is copied and removed by keys, and comes back', async () => {
    await table.cell('本格実施', '名前').click();
    await page.keyboard.press('Control+d');
    await expect(table.rows.filter({ hasText: '本格実施' })).toHaveCount(2);
    await page.keyboard.press('Control+Delete');
    await expect(table.rows.filter({ hasText: '本格実施' })).toHaveCount(1);
    await shellOf(page).toast('削除しました').getByRole('button', { name: '元に戻す' }).click();
    await expect(table.rows.filter({ hasText: '本格実施' })).toHaveCount(2);
  });
});

/** Ends the cell by Tab and types into the next one before anything can have been stored. */
const typeOn = (page: Page, text: string): Promise<void> =>
  page.evaluate(async (typed) => {
    const key = { key: 'Tab', bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    // React draws the next cell in a microtask; a stored row comes back later.
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    document.execCommand('insertText', false, typed);
  }, text);

/** Types into the cell in the very turn in which its row is drawn as a bar. */
const typeAsBarComes = (page: Page, text: string): Promise<void> =>
  page.evaluate((typed) => {
    const input = () => document.activeElement;
    const watch = new MutationObserver(() => {
      if (!input()?.getAttribute('aria-label')?.includes('「')) return;
      watch.disconnect();
      document.execCommand('insertText', false, typed);
    });
    watch.observe(document.body, { subtree: true, attributes: true, childList: true });
  }, text);

/** A new row that becomes a bar with the Tab that comes next. */
const rowToBecomeBar = async (page: Page) => {
  const table = await beginTable(page);
  await table.addRow.click();
  for (const text of ['支援', '県の伴走支援', '試行', 'R5.4']) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.insertText('R5.9');
  return table;
};

test('A letter that comes as its row becomes a bar stays in the cell', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const table = await rowToBecomeBar(page);
  await typeAsBarComes(page, '試');
  await page.keyboard.press('Tab');
  await expect(table.cursor).toHaveValue('試');
  await page.keyboard.press('Tab');
  await expect(table.row('試行')).toContainText('試行R5.4R5.9試行予定');
  await shellOf(page).saved();
});

test('A row becomes a bar while its next cell is typed in, and the typing goes on', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const table = await rowToBecomeBar(page);
  await typeOn(page, '準');
  await expect(table.cursor).toHaveAccessibleName(/^種類、.*「試行」/);
  await expect(table.cursor).toHaveValue('準');
  await page.keyboard.insertText('備');
  await expect(table.cursor).toHaveValue('準備');
  await page.keyboard.press('Tab');
  await expect(table.row('試行')).toContainText('試行R5.4R5.9検討・準備');
  await shellOf(page).saved();
});

test('The keys lead into the table, through it and out again', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const table = await beginTable(page);
  await table.rows.first().locator('[data-column=group]').click();
  await expect(table.cursor).toHaveAccessibleName(/^分野、1行目/);
  await page.keyboard.press('Shift+Tab');
  await expect(table.openPaste).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+End');
  await expect(table.cursor).toHaveAccessibleName(/^備考、.*新しい行、空/);
  await page.keyboard.press('Tab');
  await expect(table.cursor).not.toBeFocused();
  await table.cell('国の伴走支援', '名前').click();
  await page.keyboard.press('Escape');
  await expect(table.cursor).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(table.cursor).toBeFocused();
});

test('The first letter of a conversion reaches the cell, and its Enter stays in it', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const table = await beginTable(page);
  const method = await inputMethodOf(page);
  await table.addRow.click();
  await table.type('支援', '県の伴走支援', '試行', 'R5.4', 'R5.9');
  await table.cell('県の伴走支援', '名前').click();
  await method.convert('ほんかく', '本格');
  await expect(table.cursor).toHaveValue('本格');
  await expect(table.cell('県の伴走支援', '名前').locator('input')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(table.cell('県の伴走支援', '名前')).toHaveText('本格');
});

test('Another 取組み in a row moves the bar there, and a new one is made', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const table = await beginTable(page);
  await table.addRow.click();
  await table.type('支援', '県の伴走支援', '試行', 'R5.4', 'R5.9');
  await table.cell('試行', '取組み').click();
  await page.keyboard.insertText('町の取組み');
  await page.keyboard.press('Enter');
  await expect(table.row('試行')).toContainText('町の取組み');
  await expect(table.row('県の伴走支援')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(table.row('試行')).toContainText('県の伴走支援');
  await expect(table.row('町の取組み')).toHaveCount(0);
});

test('Groups and lanes are made, named, moved, removed and restored', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const table = await beginTable(page);
  await table.addRow.click();
  await table.type('支援', '県の伴走支援', '試行', 'R5.4', 'R5.9');
  await expect(table.row('試行')).toHaveCount(1);
  await table.show('図');
  const name = () => table.dialog.getByRole('textbox');

  await table.menu('分野', '支援', '取組みを追加…');
  await name().fill('町の取組み');
  await table.save('追加する');
  await expect(table.dialog).toHaveCount(0);
  await table.menu('取組み', '町の取組み', '上へ');
  await table.menu('分野', '関係機関', '下に分野を追加…');
  await table.save('追加する');
  await expect(table.dialog).toContainText('分野の名前が入っていません');
  await name().fill('その他の分野');
  await table.save('追加する');
  await table.menu('分野', 'その他の分野', '上へ');
  await table.menu('分野', '関係機関', '分野の名前を変える…');
  await name().fill('関係団体');
  await table.save('変更する');
  await table.show('表');
  const groups = async () =>
    (await table.rows.locator('[data-column=group]').allTextContents()).filter(Boolean);
  await expect.poll(groups).toEqual(expect.arrayContaining(['その他の分野', '関係団体']));
  const shown = await groups();
  expect(shown.indexOf('その他の分野')).toBeLessThan(shown.indexOf('関係団体'));
  const lanes = await table.rows.locator('[data-column=lane]').allTextContents();
  expect(lanes.indexOf('町の取組み')).toBeLessThan(lanes.indexOf('県の伴走支援'));

  await table.show('図');
  await table.menu('取組み', '県の伴走支援', '取組みを削除');
  const toast = shellOf(page).toast('取組み「県の伴走支援」を削除しました（帯1本）');
  await table.show('表');
  await expect(table.row('試行')).toHaveCount(0);
  await toast.getByRole('button', { name: '元に戻す' }).click();
  await expect(table.row('試行')).toHaveCount(1);
  await table.show('図');
  await table.menu('分野', '支援', '分野を削除');
  await shellOf(page)
    .toast('分野「支援」を削除しました（取組み3件、帯1本）')
    .getByRole('button', { name: '元に戻す' })
    .click();
  await table.show('表');
  await expect(table.row('試行')).toHaveCount(1);
});

test('Two versions are named and compared, with now and with each other', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const table = await beginTable(page);
  await expect(table.compareButton).toBeDisabled();
  await table.addRow.click();
  await table.type('支援', '県の伴走支援', '試行', 'R5.1', 'R5.3');
  await table.type('支援', '県の伴走支援', '策定', 'R5.4', 'R6.3');
  await expect(table.row('策定')).toHaveCount(1);
  await table.nameVersion('第1回支援前', 'R4.8.1', '県の案');
  await expect(shellOf(page).toast('版「第1回支援前」を残しました')).toBeVisible();

  await table.cell('試行', '開始').click();
  await page.keyboard.insertText('R5.2');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('R5.4');
  await page.keyboard.press('Enter');
  await expect(table.row('試行')).toContainText('R5.2R5.4');
  await table.nameVersion('第1回支援前', 'R4.12.1');
  await expect(table.dialog).toContainText('「第1回支援前」という版はすでにあります');
  await table.dialog.getByRole('textbox', { name: '名前' }).fill('第2回支援前');
  await table.dialog.getByRole('textbox', { name: '日付' }).fill('12月');
  await table.save('この名前で残す');
  await expect(table.dialog).toContainText('日まで入力してください');
  await table.dialog.getByRole('textbox', { name: '日付' }).fill('R4.12.1');
  await table.save('この名前で残す');
  await expect(table.dialog).toHaveCount(0);

  await table.cell('策定', '名前').click();
  await page.keyboard.press('Control+Delete');
  await table.addRow.click();
  await table.type('支援', '県の伴走支援', '動画の公開', 'R5.4', 'R6.3');
  await expect(table.row('動画の公開')).toHaveCount(1);
  await table.show('図');

  await test.step('with now', async () => {
    await table.compare(/第2回支援前/);
    await expect(table.changes).toHaveAccessibleName('「第2回支援前」からの変更 2件');
    await expect(table.changes.getByRole('listitem')).toHaveText([
      '「県の伴走支援」に「動画の公開」を追加',
      '「県の伴走支援」から「策定」を削除',
    ]);
    await table.compare(/第1回支援前/);
    await expect(table.changes.getByRole('listitem')).toHaveText([
      '県の伴走支援「試行」を1か月うしろへ移動（令和5年1月～3月 → 令和5年2月～4月）し、「動画の公開」を追加',
      '「県の伴走支援」から「策定」を削除',
    ]);
    expect(await violationsOn(page)).toEqual([]);
  });

  await test.step('with each other, and nothing can be edited', async () => {
    await table.version(/第2回支援前/);
    await expect(table.changes).toHaveAccessibleName(
      '「第1回支援前」から「第2回支援前」への変更 1件',
    );
    await expect(table.changes.getByRole('listitem')).toHaveText([
      '県の伴走支援「試行」を1か月うしろへ移動（令和5年1月～3月 → 令和5年2月～4月）',
    ]);
    await table.show('表');
    await expect(table.row('動画の公開')).toHaveCount(0);
    await expect(table.row('策定')).toHaveCount(1);
    await expect(table.addRow).toHaveCount(0);
    await table.cell('策定', '名前').click();
    await page.keyboard.insertText('別');
    await page.keyboard.press('Enter');
    await expect(table.row('策定')).toHaveCount(1);
    await table.compare(/^いま/);
    await table.show('図');
    await expect(table.changes).toHaveAccessibleName('「第2回支援前」からの変更 2件');
  });

  await test.step('a version is renamed, removed, and comes back', async () => {
    await table.version(/^いま$/);
    await table.version(/名前を変える/);
    const field = table.dialog.getByRole('textbox', { name: '「第1回支援前」の名前' });
    await field.fill('はじめの案');
    await field.press('Enter');
    await table.dialog.getByRole('button', { name: '版「はじめの案」を削除' }).click();
    await expect(table.dialog.getByRole('textbox')).toHaveCount(3);
    await table.dialog.getByRole('button', { name: '閉じる' }).last().click();
    await page.keyboard.press('Control+z');
    await table.compareButton.click();
    await expect(page.getByRole('menuitem', { name: /はじめの案/ })).toBeVisible();
    await page.keyboard.press('Escape');
  });
});
