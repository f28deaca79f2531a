import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { COMPARISON, DETAIL } from '#tests/support/mashiki-tables.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { caseYearsOf } from '#tests/support/pages/case-years.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { homeOf } from '#tests/support/pages/home.ts';
import { materialsOf } from '#tests/support/pages/materials.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

/*
 * The year of 益城町（令和4年度） as a new user enters it, meeting by meeting, on an office notebook: at its end
 * the prefecture's own tables come out.
 */

/** Which item of 会合を追加 a name stands for. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/次ミーティング|事前ミーティング/, 'ミーティング'],
  [/^\d回目支援/, '第N回支援'],
  [/情報提供/, '情報提供'],
  [/意見交換会/, '意見交換会'],
  [/打合せ|ヒアリング/, '打合せ・ヒアリング'],
];

const choose = async (page: Page, name: string): Promise<void> => {
  const { dialog } = flowOf(page);
  const box = dialog.getByRole('combobox', { name: '支援者' });
  await box.scrollIntoViewIfNeeded();
  await box.click();
  await box.fill(name);
  // Behind a known name stands its role.
  const known = page.getByRole('option', { name: new RegExp(`^${name}(?:\\s|$)`) });
  const made = page.getByRole('option', { name: `「${name}」を加える` });
  await known.or(made).first().click();
  await expect(dialog.getByRole('row', { name, exact: true })).toBeVisible();
};

type Line = {
  readonly content: string;
  readonly month: string;
  readonly supporters: readonly string[];
  readonly modes: readonly string[];
};

/** The table's rows with what 〃 and an empty 時期 stand for. */
const linesOf = (rows: readonly (readonly string[])[]): readonly Line[] => {
  let above: readonly string[] = [];
  return rows.map((row) => {
    above = row.map((text, column) =>
      text === '〃' || (column === 0 && text === '') ? (above[column] ?? '') : text,
    );
    const [month = '', content = '', supporters = '', modes = ''] = above;
    return { month, content, supporters: supporters.split('、'), modes: modes.split('・') };
  });
};

const enter = async (page: Page, { content, month, supporters, modes }: Line): Promise<void> => {
  const flow = flowOf(page);
  const [, name = '', day = month] = /^(.+?)(?:\((\d+\/\d+)\))?$/.exec(content) ?? [];
  const kind = KINDS.find(([words]) => words.test(name))?.[1] ?? '';
  const before = await flow.cards.count();
  await flow.openAdd(kind);
  const ordinal = /^([\d.]+)次ミーティング$/.exec(name)?.[1];
  if (ordinal !== undefined) await flow.field('番号').fill(ordinal);
  else if (kind === 'ミーティング') await flow.field('番号').fill('');
  if (ordinal === undefined && kind !== '第N回支援') await flow.field('名称').fill(name);
  await flow.field('日付').fill(day);
  for (const mode of modes) {
    const box = flow.dialog.locator('label').filter({ hasText: mode.replace(/等$/, '') });
    await box.first().click();
  }
  for (const supporter of supporters) await choose(page, supporter);
  await flow.submit.click();
  await flow.dialog.waitFor({ state: 'detached' });
  await expect(flow.cards).toHaveCount(before + 1);
};

/** Makes the case of the year after, which goes on with what this one has. */
const goOn = async (page: Page): Promise<void> => {
  const years = caseYearsOf(page);
  const situation = page.getByRole('main').getByRole('textbox', { name: '現状', exact: true });
  await caseHeadOf(page).openTab('概要');
  await situation.fill('通いの場が少ない');
  await shellOf(page).saved();
  await page.keyboard.press('Control+n');
  await seeHeading(page, '案件をつくる');
  const form = caseFormOf(page);
  await form.municipality.pressSequentially('434434');
  await page.keyboard.press('Enter');
  await page.getByRole('main').getByRole('button', { name: /年度$/ }).first().click();
  await page.getByRole('option', { name: /令和5年度/ }).click();
  await page.getByRole('main').getByText('継続', { exact: true }).click();
  await expect(years.kind('概要の文章 1')).toBeChecked();
  await form.create.click();
  await expect(years.current).toHaveText('令和5年度');
  await expect(years.links.first()).toHaveText('前年度令和4年度');
  await caseHeadOf(page).openTab('概要');
  await expect(situation).toHaveValue('通いの場が少ない');
};

test('A year that is entered by hand comes out as the prefecture’s own tables', async ({ pc }) => {
  test.setTimeout(300_000);
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  const picture = (name: string) => page.screenshot({ path: `out/test/year-${name}.png` });

  await page.keyboard.press('Control+n');
  const form = caseFormOf(page);
  await form.municipality.pressSequentially('434434');
  await page.keyboard.press('Enter');
  await expect(form.municipality).toHaveValue('益城町');
  await page.getByRole('main').getByRole('button', { name: /年度$/ }).first().click();
  await page.getByRole('option', { name: /令和4年度/ }).click();
  await picture('case');
  await form.create.click();
  await seeHeading(page, '益城町');

  for (const line of linesOf(DETAIL)) await enter(page, line);
  await picture('flow');

  // What the list of forms cannot say is said on the record's own page; parts and what is said of them, too.
  const flow = flowOf(page);
  const record = recordOf(page);
  await flow.openRecord('マネジメント指針説明資料の検討');
  await record.field('形式の補足').fill('メール等');
  await record.back();
  await flow.openAdd('支援の部を足す');
  await flow.dialog.getByRole('button', { name: /支援の回$/ }).click();
  await page.getByRole('option', { name: '第3回支援' }).click();
  await flow.submit.click();
  await flow.dialog.waitFor({ state: 'detached' });
  const [labels, ...rows] = COMPARISON;
  expect(labels).toHaveLength(4);
  const told = (row: number, round: number): string => rows[row]?.[round] ?? '';
  const write = async (card: string | RegExp, who: string, items: string, when = '') => {
    await flow.openRecord(card);
    await seeHeading(page, /第\d回支援/);
    if (when !== '') await record.times.fill(when);
    await record.field(/^出席の書き方/).fill(who);
    await record.total.fill(/^\d+/.exec(who)?.[0] ?? '');
    for (const item of items.split('・')) await record.addItem(item);
    await record.back();
  };
  for (const round of [1, 2]) {
    await write(`第${round}回支援`, told(1, round), told(2, round), '午後');
  }
  const parts = told(1, 3).split('／');
  for (const label of ['午前', '午後']) {
    const who = parts.find((part) => part.startsWith(label))?.slice(3) ?? '';
    await write(`${label}の部`, who, told(2, 3));
  }
  for (const [round, card] of [
    [1, '第1回支援'],
    [2, '第2回支援'],
    [3, '午前の部'],
  ] as const) {
    await flow.openRecord(card);
    await record.field(/^支援のまとめ/).fill(told(3, round));
    await record.back();
  }
  await picture('record');

  // A visit of two days, and a meeting that is put off: neither is in the table of what was done.
  await flow.add('視察', { title: '先進地の視察', date: '12/26～27' });
  await expect(flow.card('先進地の視察')).toContainText('12/26～27');
  await flow.add('ミーティング', { ordinal: '2.75', date: '3/2' });
  await flow.card('2.75次ミーティング').click();
  await flow.peek.getByRole('button', { name: /状態を変える$/ }).click();
  await flow.peek.getByRole('button', { name: /状態$/ }).last().click();
  await page.getByRole('option', { name: '延期' }).click();
  await flow.peek.getByRole('textbox', { name: /理由/ }).fill('日程が合わないため延期');
  await page.keyboard.press('Enter');
  await expect(flow.card('2.75次ミーティング')).toContainText('延期');
  // What nobody has dated stands with the others, as a contact that was.
  await flow.openAdd('情報提供');
  await flow.field('名称').fill('他県の要綱の送付');
  await flow.dialog.getByRole('button', { name: /状態$/ }).click();
  await page.getByRole('option', { name: '実施' }).click();
  await flow.submit.click();
  await flow.dialog.waitFor({ state: 'detached' });
  await expect(flow.card('他県の要綱の送付')).toContainText('不明');
  await expect(flow.card('他県の要綱の送付')).not.toContainText('予定');
  await shellOf(page).saved();
  await picture('ladder');

  const materials = materialsOf(page);
  await materials.open();
  await expect(materials.preview.getByText('午前:49人（住民代表向け）／午後:45人')).toBeVisible();
  expect(await materials.cells()).toEqual(COMPARISON);
  await picture('comparison');
  await materials.choose('支援（詳細）');
  await materials.pick('延期の理由も載せる');
  await expect(
    materials.preview.getByText('2.75次ミーティング(3/2)（日程が合わないため延期）'),
  ).toBeVisible();
  await materials.pick('予定と延期の会合も載せる');
  await expect(materials.preview.getByText('2.75次ミーティング')).toHaveCount(0);
  const cells = await materials.cells();
  // Boxes say how people met, not in which order: the source's 県庁・オンライン is オンライン・県庁 here.
  const full = DETAIL.map((row) =>
    (row[0] === '' ? row.slice(1) : row).map((text) =>
      text.replace('県庁・オンライン', 'オンライン・県庁'),
    ),
  );
  expect(cells.slice(1)).toEqual([...full, ['日付不明', '他県の要綱の送付', '', '']]);
  await picture('detail');

  await goOn(page);
  await picture('next-year');

  // The year is long over: the desk asks for what was never written, and for nothing else.
  await shellOf(page).go('ホーム');
  await expect(homeOf(page).concern('記録がまだ')).toHaveCount(1);
  await picture('home');
});
