import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openNewRecord } from '#tests/support/cases.ts';
import { inputMethodOf } from '#tests/support/input-method.ts';
import { paletteOf } from '#tests/support/pages/palette.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { searchPageOf } from '#tests/support/pages/search.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { welcomeOf } from '#tests/support/pages/welcome.ts';
import { STAFF } from '#tests/support/pc.ts';

/** The words that are marked in texts on the page. */
const foundWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String));

/** What stands in the field that is marked; '' where none is. */
const foundField = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const found = document.querySelector('[data-found]');
    const input = found?.querySelector('input, textarea') ?? found;
    return input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement
      ? input.value
      : '';
  });

test('What is written a moment ago is found, opened with the keys, and marked where it stands', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const record = recordOf(page);
  await record.note.click();
  await page.keyboard.type('地域のサロンで体操をひろめる');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ﾒﾝﾊﾞｰは髙橋さん');
  await shellOf(page).saved();
  await shellOf(page).go('ホーム');

  const palette = paletteOf(page);
  await palette.open();
  const type = await inputMethodOf(page);
  await type.convert('さろん', 'サロン');
  await page.keyboard.type(' メンバ 高橋');
  const hit = palette.options.first();
  await expect(hit.locator('mark')).toHaveText(['サロン', 'ﾒﾝﾊﾞ', '髙橋']);
  await page.keyboard.press('Enter');
  await expect(record.note).toContainText('サロンで体操');
  await expect.poll(() => foundWords(page)).toEqual(['サロン', 'ﾒﾝﾊﾞ', '髙橋']);

  // Whoever edits has seen it.
  await record.note.click();
  await page.keyboard.type('。');
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
});

test('The page 検索 narrows by chips, walks by the arrow keys, and can be used by everybody', async ({
  pc,
}) => {
  const { page } = await pc.start();
  const welcome = welcomeOf(page);
  await welcome.introduce();
  await welcome.openSample.click();
  await seeHeading(page, '益城町');
  await page.setViewportSize({ width: 1366, height: 768 });

  const palette = paletteOf(page);
  await palette.open();
  await palette.input.fill('支援');
  await page.getByRole('option', { name: /^結果をすべて見る/ }).click();
  const search = searchPageOf(page);
  await expect(search.field).toHaveValue('支援');
  await expect(search.hits).toHaveCount(20);
  await search.more.click();
  await expect(search.hits).not.toHaveCount(20);

  await search.field.fill('支援 年度:R4');
  await expect(search.filter('年度')).toHaveAccessibleName(/令和4年度/);
  await search.field.fill('支援');
  await search.choose('種別', /^会合/);
  await expect(search.chips.getByRole('row')).toHaveText(['種別：会合']);
  await expect(search.hits.first()).toContainText('会合');
  expect(await violationsOn(page)).toEqual([]);

  await search.field.focus();
  await page.keyboard.press('ArrowDown');
  await expect(search.hits.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(search.hits.nth(1)).toBeFocused();
  const words = await search.hits.nth(1).locator('mark').first().textContent();
  expect(words).toBe('支援');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => [...(await foundWords(page)), await foundField(page)].join(' '))
    .toContain('支援');

  await page.goBack();
  await expect(search.field).toHaveValue(/^支援 種別:会合$/);
  await search.chips.getByRole('button').click();
  await expect(search.field).toHaveValue('支援');

  // Whoever took the sample in wrote it here.
  await search.choose('書いた人', STAFF.userName);
  await expect(search.chips.getByRole('row')).toHaveText([/^書いた人：/]);
  await expect(search.hits.first()).toContainText('書いた人 ');
  expect(await violationsOn(page)).toEqual([]);
});

test('A find on the roadmap opens the bar', async ({ pc }) => {
  const { page } = await pc.start();
  const welcome = welcomeOf(page);
  await welcome.introduce();
  await welcome.openSample.click();
  await seeHeading(page, '益城町');
  const palette = paletteOf(page);
  await palette.open();
  await palette.input.fill('試行の継続 種別:帯');
  await expect(palette.options.first()).toContainText('試行の継続');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('textbox', { name: '名前' })).toHaveValue('試行の継続');
  await expect(panel.locator('[data-found]')).toBeVisible();
});

test('Nothing that is typed breaks the search', async ({ pc }) => {
  const { page } = await pc.start();
  const welcome = welcomeOf(page);
  await welcome.introduce();
  await welcome.openSample.click();
  await seeHeading(page, '益城町');
  const palette = paletteOf(page);
  await palette.open();
  const status = page.getByRole('dialog').getByRole('status');
  for (const typed of ['.*', '\\', '👨‍👩‍👧', 'あ'.repeat(5000), '"', '゛', '´ ¨', '年度:来年']) {
    await palette.input.fill(typed);
    await expect(page.locator('[data-found-for]')).toHaveAttribute('data-found-for', typed);
    await expect(status).toHaveText(/見つかりません|読み取れません|件/);
  }
  await palette.input.fill('益城町');
  await expect(palette.options.first()).toContainText('益城町');
});
