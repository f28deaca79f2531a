import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { casesOf } from '#tests/support/pages/cases.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { knowHowOf } from '#tests/support/pages/know-how.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import type { Pc, Run } from '#tests/support/pc.ts';
import { printedOn, savedPdf, withoutSpaces } from '#tests/support/saved-pdf.ts';

const openSample = async (pc: Pc): Promise<Run> => {
  await pc.settle();
  const run = await pc.start();
  await run.page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(run.page, '益城町');
  return run;
};

const fits = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 1366, height: 768 });
  expect(await violationsOn(page)).toEqual([]);
};

test('From a finding to a lesson to the booklet that everybody may read', async ({ pc }) => {
  test.setTimeout(120_000);
  const run = await openSample(pc);
  const { page } = run;
  const knowHow = knowHowOf(page);

  // Of one finding, in the record of its meeting.
  await flowOf(page).openRecord('第1回支援');
  await knowHow.keep('つなげるための実績不足', 'ノウハウにする');
  const told = shellOf(page).toast('ノウハウにしました');
  await told.getByRole('button', { name: '閉じる' }).click();
  await expect(told).toHaveCount(0);
  await recordOf(page).back();

  // Of several, on 課題と対応.
  await caseHeadOf(page).openTab('課題と対応');
  await knowHow.keep('理念先行の考え方', 'まとめてノウハウにする…');
  const dialog = page.getByRole('dialog', { name: 'まとめてノウハウにする' });
  await dialog.getByText('対話・意見交換を重ねることが').click();
  await fits(page);
  await dialog.getByRole('button', { name: '2件を1つのノウハウにする' }).click();
  await page.getByRole('button', { name: '開いて書き足す' }).click();

  // It opens, is written on, and may be shown to everybody.
  await seeHeading(page, 'ノウハウ');
  await expect(knowHow.field('内容')).toHaveValue(
    '・理念先行の考え方→実績積み上げへ方針転換\n・対話・意見交換を重ねることが規範的統合につながる',
  );
  await expect(knowHow.panel).toContainText('益城町（令和4年度）');
  await knowHow.field('題名').fill('理念より先に、実績を一つ見せる');
  await knowHow.field('うまくいくとき').fill('試行を始める前');
  await knowHow.field('聞く相手').fill('いきいき長寿課');
  await knowHow.pick('公開');
  await expect(knowHow.rows).toHaveCount(2);
  await expect(knowHow.row('理念より先に')).toContainText('公開');
  await fits(page);

  await knowHow.makeBooklet.click();
  await seeHeading(page, 'ノウハウ集');
  await expect(knowHow.said).toContainText('全2件のうち2件を載せます');
  await expect(knowHow.booklet).toContainText('いきいき長寿課');
  await fits(page);
  const inside = await savedPdf(run, join(pc.data, '課内.pdf'));
  expect(printedOn(inside)).toContain('つなげるための実績不足');

  await knowHow.set('公開用');
  await expect(page.getByRole('status').filter({ hasText: '公開用：' })).toContainText(
    '「課内」のノウハウ 1件',
  );
  await expect(knowHow.booklet).not.toContainText('いきいき長寿課');
  const outside = await savedPdf(run, join(pc.data, '公開.pdf'));
  const printed = printedOn(outside);
  expect(outside.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [842, 595],
  ]);
  expect(printed).toContain('公開用');
  expect(printed).toMatch(/内部の項目\d+件を省きました/);
  expect(printed).toContain(withoutSpaces('【理念より先に、実績を一つ見せる】'));
  expect(printed).toContain('試行を始める前');
  for (const secret of ['実績不足', 'いきいき長寿課', '益城町']) {
    expect(printed).not.toContain(secret);
  }
});

test('A lesson that nobody has confirmed for a year asks whether it is still true, by keyboard too', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const knowHow = knowHowOf(page);
  await shellOf(page).go('ノウハウ');
  await expect(page.getByText('ノウハウはまだありません')).toBeVisible();
  await fits(page);
  for (const title of ['送迎から始める', '名簿をつくる']) {
    await knowHow.add(title);
    await knowHow.field('最後に確かめた日').fill('R2.4.1');
    await knowHow.field('最後に確かめた日').press('Enter');
    await expect(knowHow.row(title)).toContainText('R2.4.1（1年以上前）');
  }
  await page.keyboard.press('Escape');
  await expect(knowHow.panel).toHaveCount(0);
  await page.getByText('まだ有効か確かめるもの（2件）').click();
  await fits(page);

  const confirm = page.getByRole('button', { name: '「送迎から始める」は今も有効' });
  await confirm.focus();
  await page.keyboard.press('Enter');
  await expect(knowHow.row('送迎から始める')).toHaveCount(0);
  await expect(page.getByText('まだ有効か確かめるもの（1件）')).toBeVisible();
  await page.getByRole('button', { name: '「名簿をつくる」を見直す' }).click();
  await expect(knowHow.field('内容')).toBeFocused();
  await page.keyboard.type('民生委員と');
  await knowHow.panel.getByRole('button', { name: '今も有効' }).click();
  await expect(page.getByText('確認を待っているものはありません')).toBeVisible();
  await shellOf(page).undo.click();
  await expect(knowHow.row('名簿をつくる')).toBeVisible();

  await knowHow.panel.getByRole('button', { name: '削除' }).click();
  await expect(knowHow.panel).toHaveCount(0);
  await shellOf(page).toast('削除しました').getByRole('button', { name: '元に戻す' }).click();
  await expect(knowHow.row('名簿をつくる')).toBeVisible();
});

test('A theme tells who took it up; it is renamed, merged and printed with all others on one A3', async ({
  pc,
}) => {
  const run = await openSample(pc);
  const { page } = run;
  await shellOf(page).go('テーマ');
  const list = page.getByRole('grid', { name: 'テーマ' });
  await expect(list.getByRole('row').filter({ hasText: '介護予防' })).toContainText('2市町村');
  await fits(page);
  await list.getByText('介護予防').click();
  await seeHeading(page, '介護予防');
  const taken = page.getByRole('grid', { name: '取り組んだ市町村' });
  await expect(taken.getByRole('rowheader')).toHaveText(['人吉市', '五木村']);
  await fits(page);

  await page.getByRole('textbox', { name: '名前' }).fill('住民主体の介護予防');
  await page.keyboard.press('Enter');
  await seeHeading(page, '住民主体の介護予防');
  await taken.getByText('人吉市').click();
  await expect(page.getByRole('list', { name: 'テーマ' })).toContainText('住民主体の介護予防');
  await page.goBack();

  const menu = page.getByRole('button', { name: 'テーマ「住民主体の介護予防」の操作' });
  await menu.click();
  await page.getByRole('menuitem', { name: '別のテーマにまとめる…' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('combobox', { name: 'まとめる先' }).fill('生活');
  await page.getByRole('option', { name: '生活支援' }).click();
  await question.getByRole('button', { name: 'まとめる', exact: true }).click();
  await seeHeading(page, '生活支援');
  await expect(taken.getByRole('rowheader')).toHaveText(['人吉市', '氷川町', '五木村']);

  // Whoever has gone elsewhere before it was deleted is not led away from there.
  await page.getByRole('button', { name: 'テーマ「生活支援」の操作' }).click();
  await page.getByRole('menuitem', { name: '削除…' }).click();
  await page.getByRole('button', { name: '削除する' }).evaluate((button) => {
    if (button instanceof HTMLElement) button.click();
    window.location.hash = '#/people';
  });
  const removed = shellOf(page).toast('「生活支援」を削除しました。');
  await expect(removed).toBeVisible();
  await seeHeading(page, '人・機関');
  await removed.getByRole('button', { name: '元に戻す' }).click();

  await shellOf(page).go('テーマ');
  await expect(list.getByRole('rowheader')).toHaveCount(4);
  await page.getByRole('button', { name: '市町村とテーマの表' }).click();
  await seeHeading(page, '市町村とテーマの表');
  await fits(page);
  const pages = await savedPdf(run, join(pc.data, '表.pdf'));
  expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [1191, 842],
  ]);
  expect(pages[0]?.text).toContain('人吉市');
  expect(pages[0]?.text).not.toContain('介護予防');
});

test('Which municipality can help which stands with the theme and on the cases of both', async ({
  pc,
}) => {
  const { page } = await openSample(pc);
  const shell = shellOf(page);
  await shell.go('テーマ');
  await page.getByRole('grid', { name: 'テーマ' }).getByText('介護予防').click();
  await seeHeading(page, '介護予防');
  const card = page.getByRole('region', { name: 'ピアサポート' });
  const pick = async (name: string, municipality: string): Promise<void> => {
    // A name typed to its end is picked.
    await card.getByRole('combobox', { name, exact: true }).fill(municipality);
    await page.keyboard.press('Tab');
  };
  await pick('助ける市町村', '五木村');
  await pick('助けを受ける市町村', '益城町');
  await card.getByRole('button', { name: '加える' }).click();
  const peer = card.getByRole('listitem', { name: '五木村から益城町へ' });
  await peer
    .getByRole('textbox', { name: '五木村から益城町への内容' })
    .fill('体操のすすめ方を話す');
  await peer.getByRole('button', { name: '五木村から益城町への状態' }).click();
  await page.getByRole('option', { name: '打診中' }).click();
  await expect(peer.getByRole('button', { name: '五木村から益城町への状態' })).toContainText(
    '打診中',
  );
  expect(await violationsOn(page)).toEqual([]);
  await fits(page);
  await shell.saved();

  await casesOf(page).open('益城町');
  await caseHeadOf(page).openTab('概要');
  await expect(peer).toContainText('介護予防');
  await expect(peer.getByRole('textbox')).toHaveValue('体操のすすめ方を話す');
  await peer.getByRole('button', { name: '五木村から益城町へを削除' }).click();
  await expect(card).toHaveCount(0);
  await shell.undo.click();
  await peer.getByRole('button', { name: '介護予防' }).click();
  await seeHeading(page, '介護予防');
  await expect(peer).toBeVisible();
});
