import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openAddress } from '#tests/support/cases.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { caseYearsOf } from '#tests/support/pages/case-years.ts';
import { roadmapOf } from '#tests/support/pages/roadmap.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

const box = (page: Page, name: string) =>
  page.getByRole('main').getByRole('textbox', { name, exact: true });

/** This fiscal year on the PC's clock, in Japanese words; so many years later. */
const yearWords = (later: number): string => {
  const now = new Date();
  const year = now.getFullYear() - (now.getMonth() < 3 ? 1 : 0);
  return `令和${year + later - 2018}年度`;
};

/** A case of this year as staff leave it: words, a supporter, a promise, a roadmap. */
const makeFirstYear = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  const head = caseHeadOf(page);
  await head.openTab('概要');
  await box(page, '現状').fill('通いの場が少ない');
  const supporter = page.getByRole('combobox', { name: '支援者を加える' });
  await supporter.fill('九州厚生局');
  await page.getByRole('option', { name: /九州厚生局/ }).click();
  await box(page, '九州厚生局の役割').fill('全体の調整');
  await head.openTab('課題と対応');
  await box(page, '対応事項').last().fill('動画をつくる');
  await page.getByRole('button', { name: '加える' }).last().click();
  await expect(page.getByText('動画をつくる').first()).toBeVisible();
  await head.openTab('ロードマップ');
  await roadmapOf(page).begin.click();
  await expect(roadmapOf(page).laneName('国の伴走支援')).toBeVisible();
  await shellOf(page).saved();
};

/** Begins the case of the next year, which continues the one of this year. */
const beginNextYear = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+n');
  await seeHeading(page, '案件をつくる');
  const form = caseFormOf(page);
  await form.municipality.pressSequentially('うとし');
  await page.getByRole('option', { name: /宇土市/ }).click();
  await page.getByRole('button', { name: /年度/ }).first().click();
  await page.getByRole('option', { name: new RegExp(`^${yearWords(1)}`) }).click();
  await page.getByRole('main').getByText('継続', { exact: true }).click();
};

test('A case that continues another takes along what is chosen, in one step, and the years are a line to walk', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  const shell = shellOf(page);
  const years = caseYearsOf(page);
  const head = caseHeadOf(page);
  await makeFirstYear(page);
  await expect(years.line).toHaveCount(0);

  await beginNextYear(page);
  await expect(years.kinds).toHaveCount(4);
  for (const kind of ['支援者と役割 1', '概要の文章 1', '対応事項（未・進行中） 1']) {
    await expect(years.kind(kind)).toBeChecked();
  }
  await expect(years.kind(/^ロードマップ（取組み 7）/)).toBeChecked();
  expect(await violationsOn(page)).toEqual([]);
  await caseFormOf(page).create.click();
  await seeHeading(page, '宇土市');
  await expect(years.links).toHaveText([`前年度${yearWords(0)}`, yearWords(1)]);
  await expect(years.current).toHaveText(yearWords(1));
  await head.openTab('概要');
  await expect(box(page, '現状')).toHaveValue('通いの場が少ない');
  await expect(box(page, '九州厚生局の役割')).toHaveValue('全体の調整');
  await expect(years.card).toContainText(yearWords(0));
  await expect(years.take).toHaveCount(0);
  expect(await violationsOn(page)).toEqual([]);

  // One step takes back the case with all that it took along; another brings it back.
  await shell.undo.click();
  await seeHeading(page, 'この案件は見つかりません');
  await shell.redo.click();
  await expect(box(page, '現状')).toHaveValue('通いの場が少ない');

  // By keyboard from year to year, on the page that is open; the line keeps the focus.
  await years.current.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(years.current).toHaveText(yearWords(0));
  await expect(years.current).toBeFocused();
  await expect(years.links).toHaveText([yearWords(0), `翌年度${yearWords(1)}`]);
  await expect(years.card).toContainText(yearWords(1));
  await head.openTab('課題と対応');
  await expect(page.getByText('動画をつくる').first()).toBeVisible();
  await years.links.last().click();
  await expect(years.current).toHaveText(yearWords(1));
  await expect(page.getByText('動画をつくる').first()).toBeVisible();
});

test('The roadmap is one for all years, and each case marks its own', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  const years = caseYearsOf(page);
  const roadmap = roadmapOf(page);
  await makeFirstYear(page);
  await expect(page.getByText('（この案件）')).toHaveCount(0);
  await beginNextYear(page);
  await caseFormOf(page).create.click();
  await seeHeading(page, '宇土市');
  await caseHeadOf(page).openTab('ロードマップ');
  await expect(page.getByText(`${yearWords(1)}（この案件）`)).toBeVisible();
  // It begins with that year: the one before has gone out to the left.
  const left = () =>
    page.locator('[data-roadmap-scroller]').evaluate((element) => element.scrollLeft);
  expect(await left()).toBeGreaterThan(300);
  await roadmap.cursor.focus();
  await roadmap.addBar.click();
  await roadmap.field('名前').fill('本格実施');
  await page.keyboard.press('Enter');
  await expect(roadmap.bar('本格実施')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  // A bar that begins in the year before carries its name where the board begins, before anybody scrolls.
  await roadmap.field('開始').fill(yearWords(0).replace('度', '7月'));
  await page.keyboard.press('Enter');
  await roadmap.field('終了').fill(yearWords(1).replace('度', '12月'));
  await page.keyboard.press('Enter');
  await caseHeadOf(page).openTab('概要');
  await caseHeadOf(page).openTab('ロードマップ');
  await expect(roadmap.bar('本格実施')).toBeVisible();
  const xOf = async (inner: string): Promise<number> =>
    (await roadmap.bar('本格実施').locator(inner).boundingBox())?.x ?? Number.NaN;
  expect((await xOf('.bar-label')) - (await xOf('.bar'))).toBeGreaterThan(150);

  await years.links.first().click();
  await expect(page.getByText(`${yearWords(0)}（この案件）`)).toBeVisible();
  await expect(roadmap.bar('本格実施')).toBeVisible();
});

test('What was left at the making is taken along later from 概要, and a case before in the bin is told', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  const shell = shellOf(page);
  const years = caseYearsOf(page);
  await makeFirstYear(page);
  await beginNextYear(page);
  await expect(years.kinds).toHaveCount(4);
  for (const kind of await years.kinds.all()) {
    await kind.press('Space');
    await expect(kind).not.toBeChecked();
  }
  await caseFormOf(page).create.click();
  await seeHeading(page, '宇土市');
  await caseHeadOf(page).openTab('概要');
  await expect(box(page, '現状')).toHaveValue('');
  await years.take.click();
  await expect(years.dialog).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await years.kind(/^対応事項/).press('Space');
  await years.dialog.getByRole('button', { name: '引き継ぐ', exact: true }).click();
  await expect(years.dialog).toHaveCount(0);
  await expect(box(page, '現状')).toHaveValue('通いの場が少ない');
  await years.take.click();
  await expect(years.kinds).toHaveCount(1);
  await page.keyboard.press('Escape');
  await shell.undo.click();
  await expect(box(page, '現状')).toHaveValue('');
  await expect(years.line).toBeVisible();

  const address = await page.evaluate(() => location.hash);
  await shell.go('案件');
  await page.getByRole('button', { name: '宇土市の操作' }).click();
  await page.getByRole('menuitem', { name: '削除' }).click();
  await page.getByRole('button', { name: '削除する' }).click();
  await expect(shell.undo).toHaveAccessibleName(/案件を削除/);
  await openAddress(page, address);
  await expect(years.card).toContainText('ごみ箱にあります');
  await expect(years.line).toHaveCount(0);
});

test('What brought a case about is written in one place, 概要', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  await caseHeadOf(page).openTab('概要');
  const card = page.getByRole('region', { name: 'きっかけ' });
  await card.getByText('手挙げ', { exact: true }).click();
  await card.getByRole('textbox', { name: '日付' }).fill('R4.5.10');
  await card.getByRole('textbox', { name: '理由' }).fill('町から相談があったため');
  await expect(page.getByText('国の伴走支援（手挙げ）')).toBeVisible();
  await expect(card.getByRole('textbox', { name: '日付' })).toHaveValue('令和4年5月10日(火)');
  const head = caseHeadOf(page);
  await head.edit.click();
  await expect(head.dialog.getByText(/きっかけ.*「概要」で直せます/)).toBeVisible();
  await expect(head.dialog.getByRole('textbox', { name: 'きっかけの日付' })).toHaveCount(0);
  await head.dialog.getByRole('textbox', { name: '担当' }).fill('企画班');
  await head.dialog.getByRole('button', { name: '保存する' }).click();
  await head.seeSection('企画班');
  await expect(page.getByText('国の伴走支援（手挙げ）')).toBeVisible();
  await expect(card.getByRole('textbox', { name: '理由' })).toHaveValue('町から相談があったため');
  expect(await violationsOn(page)).toEqual([]);
  await head.openTab('支援の流れ');
  await expect(page.getByText('きっかけ：手挙げ（令和4年5月10日(火)）')).toBeVisible();
});
