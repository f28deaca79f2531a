import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { roadmapOf } from '#tests/support/pages/roadmap.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { createPc } from '#tests/support/pc.ts';

/** A case of 宇土市 in 令和4年度 with the six groups on its roadmap. */
const beginRoadmap = async (page: Page) => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  const roadmap = roadmapOf(page);
  await roadmap.open();
  await roadmap.begin.click();
  await expect(roadmap.laneName('総合事業')).toBeVisible();
  return roadmap;
};

test('A bar is drawn, moved, put into another lane and made longer with the mouse; undo and redo walk over it', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  const shell = shellOf(page);

  await roadmap.draw('試行', '総合事業', ['5月', '7月']);
  await expect(roadmap.cursor).toHaveAccessibleName(/^試行、令和\d+年5月～7月、総合事業/);

  await roadmap.moveTo('試行', await roadmap.cellAt('総合事業', '9月'));
  await expect(roadmap.cursor).toHaveAccessibleName(/^試行、令和\d+年8月～10月、総合事業/);
  await expect(shell.undo).toHaveAccessibleName('元に戻す（帯を3か月うしろへ）');

  await roadmap.moveTo('試行', await roadmap.cellAt('住民への周知', '9月'));
  await expect(roadmap.cursor).toHaveAccessibleName(/^試行、令和\d+年8月～10月、住民への周知/);

  await roadmap.resize('試行', 'end', await roadmap.cellAt('住民への周知', '12月'));
  await expect(roadmap.cursor).toHaveAccessibleName(/^試行、令和\d+年8月～12月/);
  await expect(shell.undo).toHaveAccessibleName('元に戻す（帯の終了を2か月うしろへ）');

  await shell.undo.click();
  await expect(roadmap.cursor).toHaveAccessibleName(/8月～10月、住民への周知/);
  await shell.undo.click();
  await expect(roadmap.cursor).toHaveAccessibleName(/8月～10月、総合事業/);
  await shell.undo.click();
  await expect(roadmap.cursor).toHaveAccessibleName(/5月～7月、総合事業/);
  for (const _ of [1, 2, 3]) await shell.redo.click();
  await expect(roadmap.cursor).toHaveAccessibleName(/8月～12月、住民への周知/);
});

test('A drag is given up with Escape, and nothing is stored', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  await roadmap.draw('試行', '総合事業', ['5月', '7月']);
  const from = await roadmap.cellAt('総合事業', '6月');
  const to = await roadmap.cellAt('総合事業', '11月');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(roadmap.cursor).toHaveAccessibleName(/^試行、令和\d+年5月～7月/);
  await expect(shellOf(page).undo).toHaveAccessibleName('元に戻す（帯の名前を変更）');
});

test('Rows are put into another order with the mouse, and a removed row comes back', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  const topOf = async (name: string): Promise<number> =>
    (await roadmap.laneName(name).boundingBox())?.y ?? Number.NaN;
  await roadmap.dragLane('県の伴走支援', '国の伴走支援');
  await expect(async () => {
    expect(await topOf('県の伴走支援')).toBeLessThan(await topOf('国の伴走支援'));
  }).toPass();
  await expect(shellOf(page).undo).toHaveAccessibleName('元に戻す（取組みの順を変更）');
  await page.getByRole('button', { name: '取組み「総合事業」の操作' }).click();
  await page.getByRole('menuitem', { name: '取組みを削除' }).click();
  await expect(roadmap.laneName('総合事業')).toHaveCount(0);
  await shellOf(page)
    .toast(/総合事業/)
    .getByRole('button', { name: '元に戻す' })
    .click();
  await expect(roadmap.laneName('総合事業')).toBeVisible();
});

test('A move that pushes followers says so first; they go along, or nothing moves', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  await roadmap.draw('試行', '総合事業', ['5月', '6月']);
  await roadmap.draw('本格実施', '相談・ケアマネジメント', ['7月', '8月']);
  await roadmap.link('試行', '本格実施');

  await roadmap.bar('試行').locator('rect.bar').click();
  await roadmap.panel.getByRole('button', { name: '閉じる' }).click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(roadmap.question).toContainText('あとに続く帯が1本動きます');
  await expect(roadmap.question).toContainText('「本格実施」が1か月うしろへ');
  await expect(roadmap.said).toContainText('あとに続く帯が1本動きます');
  await page.keyboard.press('Escape');
  await expect(roadmap.question).toHaveCount(0);
  await expect(roadmap.cursor).toHaveAccessibleName(/^試行、令和\d+年5月～6月/);

  await roadmap.moveTo('試行', await roadmap.cellAt('総合事業', '9月'));
  await expect(roadmap.question).toBeVisible();
  await roadmap.answer('いっしょに動かす');
  await expect(roadmap.question).toHaveCount(0);
  await expect(shellOf(page).undo).toHaveAccessibleName(/帯を\dか月うしろへ（続く帯1本も）/);
  await expect(roadmap.checks).toHaveCount(0);
  await roadmap.bar('本格実施').locator('rect.bar').click();
  await expect(roadmap.field('開始')).not.toHaveValue(/7月$/);

  // One step takes both back.
  await shellOf(page).undo.click();
  await expect(roadmap.field('開始')).toHaveValue(/年7月$/);

  // Alone: what is then out of order is listed.
  await page.keyboard.press('Escape');
  await roadmap.moveTo('試行', await roadmap.cellAt('総合事業', '9月'));
  await roadmap.answer('この帯だけ動かす');
  await expect(roadmap.checks).toContainText('本格実施');
});

test('The whole chart is worked by keyboard, and says what it does', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  const { cursor, said } = roadmap;
  await expect(cursor).toBeFocused();
  await expect(cursor).toHaveAccessibleName(/^空き、/);
  await page.keyboard.press('Home');
  await expect(cursor).toHaveAccessibleName(/^空き、令和\d+年4月、国の伴走支援/);
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown');
  await expect(said).toContainText('総合事業');

  await page.keyboard.press('Insert');
  await expect(roadmap.field('名前')).toBeFocused();
  await page.keyboard.type('試行');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(cursor).toBeFocused();
  await expect(cursor).toHaveAccessibleName(/^試行、令和\d+年4月、総合事業/);

  await page.keyboard.press('Alt+ArrowRight');
  await expect(said).toContainText('「試行」を1か月うしろへ動かしました');
  await page.keyboard.press('Shift+Alt+ArrowRight');
  await expect(cursor).toHaveAccessibleName(/^試行、令和\d+年5月～6月/);
  await page.keyboard.press('Shift+Alt+ArrowUp');
  await expect(cursor).toHaveAccessibleName(/^試行、令和\d+年4月～6月/);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(cursor).toHaveAccessibleName(/相談・ケアマネジメント/);
  await expect(cursor).toBeFocused();

  await page.keyboard.press('Control+d');
  await expect(roadmap.bar('試行')).toHaveCount(2);
  await expect(cursor).toHaveAccessibleName(/^試行、令和\d+年7月～9月/);
  await page.keyboard.press('Control+ArrowLeft');
  await expect(cursor).toHaveAccessibleName(/^試行、令和\d+年4月～6月/);
  await page.keyboard.press('Delete');
  await expect(roadmap.bar('試行')).toHaveCount(1);
  await expect(cursor).toBeFocused();
  await expect(shellOf(page).toast('「試行」を削除しました')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(roadmap.bar('試行')).toHaveCount(2);

  await page.keyboard.press('Enter');
  await expect(roadmap.panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(roadmap.panel).toHaveCount(0);
  await expect(cursor).toBeFocused();
});

test('Keys that are pressed fast are all followed', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  await roadmap.draw('試行', '総合事業', ['5月', '6月']);
  await roadmap.cursor.focus();
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.up('Alt');
  await expect(roadmap.cursor).toHaveAccessibleName(/^試行、令和\d+年11月～12月、総合事業/);
  await expect(shellOf(page).undo).toHaveAccessibleName('元に戻す（帯を1か月うしろへ）');
});

test('A milestone has its own date, or follows a meeting and bears its name', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  await page.keyboard.press('ArrowDown');
  await roadmap.add('節目を追加');
  await expect(roadmap.field('名前')).toBeFocused();
  await page.keyboard.type('議会');
  await page.keyboard.press('Enter');
  await roadmap.field('日付').fill('9/31');
  await roadmap.field('日付').press('Enter');
  await expect(roadmap.field('日付')).toHaveAccessibleDescription(/30日まで/);
  await roadmap.field('日付').fill('9/20');
  await roadmap.field('日付').press('Enter');
  await expect(roadmap.field('日付')).toHaveValue(/9月20日/);
  await roadmap.field('日付').press('Escape');
  await expect(roadmap.cursor).toBeFocused();
  await expect(roadmap.cursor).toHaveAccessibleName(/^節目「議会」、令和\d+年9月20日/);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(roadmap.cursor).toHaveAccessibleName(/^節目「議会」、令和\d+年10月20日/);
  await page.keyboard.press('Delete');
  await expect(roadmap.chart).not.toContainText('議会');
  await page.keyboard.press('Control+z');
  await expect(roadmap.chart).toContainText('議会');
});

test('The sample’s rounds stand on the roadmap by themselves and lead to their records', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.getByRole('button', { name: 'サンプルを開く', exact: true }).first().click();
  await seeHeading(page, '益城町');
  const roadmap = roadmapOf(page);
  await roadmap.open();
  await expect(roadmap.chart).toContainText('第2回');
  await roadmap.cursor.focus();
  // The first bar in the order of reading; up from there are the rounds.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+ArrowLeft');
  await expect(roadmap.cursor).toHaveAccessibleName(/^節目.*会合と連動/);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(roadmap.said).toContainText('支援の流れで変えてください');
  await page.keyboard.press('Enter');
  await roadmap.panel.getByRole('button', { name: '会合の記録を開く' }).click();
  await expect(shellOf(page).heading).toContainText(/支援|ミーティング|次/);
});

test('An end before the start, a month that is none and one outside of the calendar are refused at their field', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  await roadmap.draw('試行', '総合事業', ['6月', '7月']);
  await roadmap.bar('試行').locator('rect.bar').click();
  const end = roadmap.field('終了');
  await end.fill('5月');
  await end.press('Enter');
  await expect(end).toHaveAccessibleDescription(/より前です/);
  await expect(end).toHaveValue('5月');
  await end.fill('13月');
  await end.press('Enter');
  await expect(end).toHaveAttribute('aria-invalid', 'true');
  await end.fill('大正10年3月');
  await end.press('Enter');
  await expect(end).toHaveAttribute('aria-invalid', 'true');
  await end.press('Escape');
  await expect(end).toHaveValue(/7月$/);
  await end.fill('9月中旬');
  await end.press('Enter');
  await expect(end).toHaveValue(/9月中旬$/);
  await expect(shellOf(page).undo).toHaveAccessibleName('元に戻す（帯の終了を1か月と2旬うしろへ）');

  const name = roadmap.field('名前');
  await name.fill('');
  await name.press('Enter');
  await expect(name).toHaveAccessibleDescription(/名前/);
  await expect(roadmap.bar('試行')).toHaveCount(1);
  const progress = roadmap.field('進み');
  await progress.fill('120');
  await progress.press('Enter');
  await expect(progress).toHaveAccessibleDescription(/0から100/);
});

test('A name with HTML in it is a name: nothing of it runs', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  const attack = '<img src=x onerror="document.title=`taken`"><b>太字</b>';
  await roadmap.draw(attack, '総合事業', ['5月', '8月']);
  await expect(roadmap.bar('<b>太字</b>')).toHaveCount(1);
  await expect(page.locator('[data-roadmap-scroller] img, [data-roadmap-scroller] b')).toHaveCount(
    0,
  );
  await roadmap.bar('太字').locator('rect.bar').hover();
  await roadmap.moveTo('太字', await roadmap.cellAt('住民への周知', '9月'));
  await expect(roadmap.cursor).toHaveAccessibleName(/^<img src=x/);
  expect(await page.title()).not.toContain('taken');
  expect(await page.evaluate(() => document.querySelectorAll('img[src="x"]').length)).toBe(0);
});

test('A bar whose lane was deleted on another device is still drawn, and listed', async ({
  pc,
}) => {
  test.setTimeout(120_000);
  await pc.settle();
  const first = await pc.start();
  await beginRoadmap(first.page);
  await shellOf(first.page).saved();
  const address = await first.page.evaluate(() => location.hash);
  await first.quit();

  // Another device with the same records removes the lane …
  const elsewhere = `${pc.data}-elsewhere`;
  await rm(elsewhere, { recursive: true, force: true });
  await cp(pc.data, elsewhere, { recursive: true });
  const other = createPc(elsewhere);
  const go = (page: Page) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, address);
  try {
    const { page, quit } = await other.start();
    await go(page);
    await page.getByRole('button', { name: '取組み「総合事業」の操作' }).click();
    await page.getByRole('menuitem', { name: '取組みを削除' }).click();
    await expect(roadmapOf(page).laneName('総合事業')).toHaveCount(0);
    await shellOf(page).saved();
    await quit();
  } finally {
    await other.stop();
  }

  // … while this one draws a bar in it.
  const second = await pc.start();
  await go(second.page);
  await roadmapOf(second.page).draw('試行', '総合事業', ['5月', '8月']);
  await shellOf(second.page).saved();
  await second.quit();

  const logs = join('records', 'logs');
  for (const folder of await readdir(join(elsewhere, logs))) {
    // Each device has a file of its own.
    await cp(join(elsewhere, logs, folder), join(pc.data, logs, folder), {
      recursive: true,
      force: false,
    });
  }
  await rm(elsewhere, { recursive: true, force: true });
  const { page } = await pc.start();
  await go(page);
  const roadmap = roadmapOf(page);
  await expect(roadmap.bar('試行')).toHaveCount(1);
  await expect(roadmap.checks).toContainText('試行');
  await roadmap.checks.getByRole('button', { name: '「試行」を見る' }).click();
  await expect(roadmap.panel).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('A case without a roadmap says how to begin one, and can begin from a blank sheet', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  const roadmap = roadmapOf(page);
  await roadmap.open();
  await expect(page.getByText('ロードマップはまだありません')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '白紙からはじめる' }).click();
  await expect(roadmap.laneName('取組み1')).toBeVisible();
  await expect(roadmap.bars).toHaveCount(0);
  await shellOf(page).undo.click();
  await expect(page.getByText('ロードマップはまだありません')).toBeVisible();
});

test('axe finds nothing on the chart, with the panel open, and while followers are asked about', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const roadmap = await beginRoadmap(page);
  await roadmap.draw('試行', '総合事業', ['5月', '6月']);
  await roadmap.draw('本格実施', '相談・ケアマネジメント', ['7月', '8月']);
  expect(await violationsOn(page)).toEqual([]);
  await roadmap.link('試行', '本格実施');
  await roadmap.bar('試行').locator('rect.bar').click();
  await expect(roadmap.panel).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await roadmap.cursor.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(roadmap.question).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});
