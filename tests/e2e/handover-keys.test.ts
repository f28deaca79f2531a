import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { focusIsVisible, pressAt, rowTo, tabBackTo, tabTo } from '#tests/support/keyboard.ts';
import { bansoFileOf, chooseFile } from '#tests/support/pages/banso-file.ts';
import { handoverOf } from '#tests/support/pages/handover.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { staffOf } from '#tests/support/pages/staff.ts';
import { createPc, type Run } from '#tests/support/pc.ts';

/*
 * A hand-over without a mouse: nothing here clicks, fills in or sets the focus. Only the system's own dialogs, which no
 * page can reach, answer by themselves.
 */

const keys = async (page: Page, ...all: readonly string[]): Promise<void> => {
  for (const key of all) await page.keyboard.press(key);
};

/** The focus went where one goes on, and can be seen there. */
const seeFocusOn = async (page: Page, goal: Locator): Promise<void> => {
  await expect(goal).toBeFocused();
  expect(await focusIsVisible(page)).toBe(true);
};

const goTo = async (page: Page, tab: '準備' | '約束' | '引継書' | 'ファイル'): Promise<void> => {
  const tabs = page.getByRole('navigation', { name: '引継ぎのページ' });
  if ((await tabs.count()) === 0) {
    const places = page.getByRole('navigation', { name: 'メイン' });
    await pressAt(page, places.getByRole('link', { name: '引継ぎ' }));
  }
  await pressAt(page, tabs.getByRole('link', { name: tab, exact: true }));
};

/** Four of the five cases go to the successor from April on. */
const changeStaff = async (page: Page): Promise<void> => {
  const staff = staffOf(page);
  await keys(page, 'Control+2');
  await pressAt(page, staff.begin);
  await seeFocusOn(page, staff.dialog.getByRole('button', { name: /前任$/ }));
  // A list of suggestions hides from readers what is around it: found before it opens.
  await staff.from.waitFor();
  await tabTo(page, staff.successor);
  await page.keyboard.type('佐藤 太郎');
  await keys(page, 'Tab');
  await seeFocusOn(page, staff.from);
  await keys(page, 'Control+a');
  await page.keyboard.type('R5.4.1');
  await tabTo(page, staff.chosen(/^五木村/));
  await keys(page, 'Space');
  await expect(staff.save).toHaveText('4案件の担当を替える');
  await pressAt(page, staff.save);
  await expect(staff.dialog).toHaveCount(0);
  await seeFocusOn(page, staff.begin);
};

/** Rows are walked and chosen, questions answered from a gap, and the way back leads to the table. */
const prepare = async (page: Page): Promise<void> => {
  const handover = handoverOf(page);
  const question = (name: string): Locator => page.getByRole('textbox', { name });
  await goTo(page, '準備');
  await rowTo(page, handover.case('人吉市'));
  await keys(page, 'Space', 'ArrowDown', 'ArrowDown', 'Space');
  await expect(handover.progress).toHaveAccessibleName('選んだ2案件の準備');
  await seeFocusOn(page, handover.case('益城町'));
  await keys(page, 'Home', 'Space', 'ArrowDown', 'ArrowDown', 'Space');
  await expect(handover.progress).toHaveAccessibleName(/5案件の準備$/);
  const gaps = handover.aspect('書かれていない知識');
  await pressAt(page, gaps.getByRole('button', { name: /^益城町.*答える$/ }));
  await seeFocusOn(page, question('この町で気をつけること'));
  await page.keyboard.type('電話は午前中に');
  await keys(page, 'Tab', 'Tab');
  await seeFocusOn(page, question('言ってはいけないこと'));
  await page.keyboard.type('前の計画のこと');
  await expect(gaps).toContainText('2 / 4');
  // Those that are left, once more from the list of what is missing.
  await pressAt(page, gaps.getByRole('button', { name: /答える$/ }));
  await seeFocusOn(page, question('実際に決めている人'));
  await page.keyboard.type('係長');
  await tabBackTo(page, page.getByRole('button', { name: 'すべての案件を見る' }));
  await keys(page, 'Enter');
  await seeFocusOn(page, handover.case('益城町'));
};

/** What does not fit is shown by a press, and one goes on with the first of it. */
const seeMore = async (page: Page): Promise<void> => {
  const more = page
    .getByRole('main')
    .getByRole('button', { name: /^ほか\d+件を見る$/ })
    .first();
  await pressAt(page, more);
  await seeFocusOn(page, page.locator('li[data-comes]').first());
};

const settle = async (page: Page): Promise<void> => {
  const { promise, promises } = handoverOf(page);
  await goTo(page, '約束');
  await rowTo(page, promise('対象者像の共有'));
  await keys(page, 'Space');
  await rowTo(page, promise('成果の横展開'));
  await keys(page, 'Space');
  await tabBackTo(page, page.getByRole('button', { name: '担当を付け替える' }));
  await keys(page, 'Enter');
  await seeFocusOn(page, page.getByRole('dialog').getByRole('textbox', { name: '新しい担当' }));
  await page.keyboard.type('佐藤 太郎');
  await keys(page, 'Enter');
  await expect(promise('対象者像の共有')).toContainText('佐藤 太郎');
  await expect(promise('成果の横展開')).toContainText('佐藤 太郎');
  // Back in the table, at the row that was chosen last.
  await seeFocusOn(page, promise('成果の横展開'));
  await rowTo(page, promise('事業所の選定'));
  await keys(page, 'Space');
  await tabBackTo(page, page.getByRole('button', { name: '済にする' }));
  await keys(page, 'Enter');
  await expect(promise('事業所の選定')).toHaveCount(0);
  await seeFocusOn(page, promises.locator('tbody tr').first());
};

const writeBook = async (page: Page): Promise<void> => {
  const { book, section, paper } = handoverOf(page);
  await goTo(page, '引継書');
  await pressAt(page, book('益城町'));
  const actions = section('残っている対応事項');
  await pressAt(page, actions.getByRole('button', { name: /書き直す$/ }));
  await seeFocusOn(page, actions.getByRole('textbox'));
  await keys(page, 'Control+Home');
  await page.keyboard.type('4月に町と優先順位を決める\n');
  for (const [name, words] of [
    ['前任', '山田 花子'],
    ['後任', '佐藤 太郎'],
    ['引き継いだ日', 'R5.4.3'],
  ] as const) {
    await tabTo(page, page.getByRole('textbox', { name }));
    await page.keyboard.type(words);
  }
  await keys(page, 'Enter');
  await tabBackTo(page, page.getByRole('radio', { name: '書く', exact: true }));
  await keys(page, 'ArrowRight', 'Space');
  for (const words of [
    '4月に町と優先順位を決める',
    '電話は午前中に',
    '佐藤 太郎',
    '令和5年4月3日',
  ]) {
    await expect(paper).toContainText(words);
  }
  await seeFocusOn(page, page.getByRole('radio', { name: '紙面', exact: true }));
};

const makeFile = async ({ app, page }: Run, file: string): Promise<void> => {
  const desk = bansoFileOf(page);
  await chooseFile(app, file);
  await goTo(page, 'ファイル');
  await desk.seen();
  await rowTo(page, handoverOf(page).case('五木村（令和4年度）'));
  await keys(page, 'Space');
  await expect(page.getByText('4 / 5件')).toBeVisible();
  // The table is one stop, however many cases it has.
  await keys(page, 'Tab');
  await seeFocusOn(page, page.getByRole('radio', { name: '内部用' }));
  await tabBackTo(page, desk.makeButton);
  await keys(page, 'Enter');
  await expect(shellOf(page).toast('引継ぎファイルをつくり、読み直して確かめました')).toBeVisible();
  await seeFocusOn(page, desk.makeButton);
};

const takeIn = async ({ app, page }: Run, file: string): Promise<void> => {
  const desk = bansoFileOf(page);
  await chooseFile(app, file);
  await goTo(page, 'ファイル');
  await pressAt(page, page.getByRole('button', { name: '引継ぎファイルを開く…' }));
  await seeFocusOn(page, desk.rows.first());
  await expect(desk.rows).toHaveCount(5);
  await rowTo(page, desk.rows.filter({ hasText: '益城町' }));
  await keys(page, 'Enter');
  await expect(page.getByRole('region', { name: /益城町.*で変わるところ$/ })).toContainText('追加');
  await pressAt(page, page.getByRole('button', { name: '取り込む', exact: true }));
  await seeFocusOn(page, desk.last.getByText('山田 花子さんが'));
};

/** What was handed over stands where a successor looks for it. */
const goOn = async (page: Page): Promise<void> => {
  const { book, section } = handoverOf(page);
  await keys(page, 'Control+1');
  await pressAt(page, page.getByRole('main').getByRole('button', { name: '益城町' }).first());
  await seeHeading(page, '益城町');
  await expect(page.getByRole('main')).toContainText('佐藤 太郎');
  await goTo(page, '引継書');
  await pressAt(page, book('益城町'));
  await expect(section('気をつけること')).toContainText('言ってはいけないこと：前の計画のこと');
  await expect(page.getByRole('textbox', { name: '残っている対応事項の本文' })).toHaveValue(
    /^4月に町と優先順位を決める\n/,
  );
};

test('A leaver hands over and a successor takes it in by keyboard alone, the focus always in sight', async ({
  pc,
}) => {
  test.setTimeout(180_000);
  const stick = join(dirname(pc.data), 'stick');
  await mkdir(stick, { recursive: true });
  const file = join(stick, '1.banso');
  await pc.settle();
  const old = await pc.start();
  await old.page.setViewportSize({ width: 1366, height: 768 });
  await pressAt(old.page, old.page.getByRole('button', { name: 'サンプルを開く' }));
  await seeHeading(old.page, '益城町');
  await changeStaff(old.page);
  await prepare(old.page);
  await seeMore(old.page);
  await settle(old.page);
  await writeBook(old.page);
  await makeFile(old, file);

  const other = createPc(join(dirname(pc.data), 'other', 'data'));
  try {
    await other.settle({ prefecture: '43', section: '地域ケア推進班', userName: '佐藤 太郎' });
    const fresh = await other.start();
    await fresh.page.setViewportSize({ width: 1366, height: 768 });
    await takeIn(fresh, file);
    await goOn(fresh.page);
    expect(other.errors).toEqual([]);
  } finally {
    await other.stop();
  }
});
