import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { findingsOf } from '#tests/support/pages/findings.ts';
import { handoverOf } from '#tests/support/pages/handover.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import type { PdfPage } from '#tests/support/pdf.ts';
import { printedOn, savedPdf, withoutSpaces } from '#tests/support/saved-pdf.ts';

/** What the office alone may read of what is written below, and of the sample. */
const INTERNAL = ['前の計画のこと', '課内で話したこと', '心掛け：'];

/** What who leaves writes down, some of it for the office alone. */
const leave = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(page, '益城町');
  await caseHeadOf(page).openTab('課題と対応');
  await findingsOf(page).openDetails('効果がわかる動画の作成');
  await page.getByRole('textbox', { name: '約束した相手' }).fill('町の課長');
  const due = page.getByRole('textbox', { name: '「効果がわかる動画の作成」の期限' });
  await due.fill('R5.6');
  await due.press('Enter');
  await shellOf(page).go('人・機関');
  await page.getByRole('rowheader', { name: 'AD', exact: true }).click();
  await page.getByRole('textbox', { name: '電話' }).fill('096-000-0000');
  await shellOf(page).go('引継ぎ');
  await handoverOf(page).case('益城町').click();
  await page.getByRole('textbox', { name: '言ってはいけないこと' }).fill('前の計画のこと');
  await shellOf(page).saved();
};

const sign = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: '前任' }).fill('山田 花子');
  await page.getByRole('textbox', { name: '後任' }).fill('佐藤 太郎');
  await page.getByRole('textbox', { name: '引き継いだ日' }).fill('R5.4.3');
  await page.keyboard.press('Tab');
};

/** The paper, once it shows what was typed last: it prints what it shows. */
const showSignedPaper = async (page: Page): Promise<void> => {
  const { showPaper, paper } = handoverOf(page);
  await showPaper();
  await expect(paper).toContainText('令和5年4月3日');
};

/** Each stands on the pages, and behind the one before. */
const expectInOrder = (printed: string, wanted: readonly string[]): void => {
  let from = 0;
  for (const words of wanted) {
    const at = printed.indexOf(withoutSpaces(words), from);
    expect(at, `${words} behind ${from}`).toBeGreaterThanOrEqual(from);
    from = at + 1;
  }
};

/** A4, upright, its letters in the file, each page with its number. */
const expectPaper = (pages: readonly PdfPage[]): void => {
  for (const [at, { width, height, text, embedded }] of pages.entries()) {
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    expect(embedded.length).toBeGreaterThan(0);
    expect(embedded).not.toContain(false);
    expect(withoutSpaces(text)).toContain(`${at + 1}/${pages.length}`);
    expect(withoutSpaces(text)).toContain('項目内容');
  }
};

const SIGNED = [
  ...['引継ぎの確認', '引き継いだ日　令和5年4月3日(月)', '前任　山田 花子', '後任　佐藤 太郎'],
  '確認者　＿＿＿＿＿＿＿＿＿＿',
];

test('The 引継書 of a case and of the office are saved as PDF, signed, and those for others without what is internal', async ({
  pc,
}) => {
  test.setTimeout(180_000);
  await pc.settle();
  const run = await pc.start();
  const { page } = run;
  await page.setViewportSize({ width: 1366, height: 768 });
  await leave(page);
  const handover = handoverOf(page);
  const audience = (name: string) =>
    page.getByRole('radio', { name }).locator('xpath=ancestor::label').click();

  await handover.tab('引継書');
  await handover.openBook('益城町');
  const decisions = handover.section('決まったことと、その理由');
  await decisions.getByRole('button', { name: /書き直す$/ }).click();
  await decisions.getByRole('textbox').fill('課内で話したこと');
  await sign(page);
  await showSignedPaper(page);
  const ofCase = await savedPdf(run, join(pc.data, '案件.pdf'));
  expectPaper(ofCase);
  const printed = printedOn(ofCase);
  expectInOrder(printed, [
    '引継書　益城町（令和4年度・国の伴走支援）',
    ...['いまの状況', '段階：', '約束したこと', '期限 R5.6　効果がわかる動画の作成'],
    ...['残っている対応事項', '試行実施要領の策定', '関係者と連絡先', '電話 096-000-0000'],
    ...['気をつけること', '言ってはいけないこと：前の計画のこと'],
    ...['決まったことと、その理由', '課内で話したこと', '一年の流れ', '第1回支援（R4.8.24）'],
    ...[
      '次の年度の目安',
      '令和5年度の目安（昨年度の日付から）',
      '昨年度は 0.5次ミーティング（8/3）',
      '第1回支援（8/24）',
    ],
    ...['用語', '通所C：通所型サービスC', ...SIGNED],
  ]);
  // What may come is no date: none of the next year stands on the paper but what was promised and the signature.
  expect(printed).not.toMatch(/R5\.8|R5\.5\.|令和5年8月/);

  await audience('市町村用');
  const toTown = await savedPdf(run, join(pc.data, '町へ.pdf'));
  expectPaper(toTown);
  const shown = printedOn(toTown);
  expectInOrder(shown, [
    ...['引継書　益城町', '市町村用', 'いまの状況', '約束したこと', '決まったことと、その理由'],
    ...['通所型サービスCの見直しを中心とする', '次の年度の目安', ...SIGNED],
  ]);
  expect(shown).toMatch(/内部の項目\d+件を省きました/);
  for (const secret of INTERNAL) expect(printed, secret).toContain(withoutSpaces(secret));
  for (const secret of INTERNAL) expect(shown, secret).not.toContain(withoutSpaces(secret));
  expect(shown).not.toMatch(/心掛け：|反省：|課内協議/);

  await handover.openBook('課全体');
  await sign(page);
  await showSignedPaper(page);
  const officeToTown = printedOn(await savedPdf(run, join(pc.data, '課全体を町へ.pdf')));
  await audience('内部用');
  const ofOffice = await savedPdf(run, join(pc.data, '課全体.pdf'));
  expectPaper(ofOffice);
  const all = printedOn(ofOffice);
  expectInOrder(all, [
    ...['引継書　課全体（5案件）', '案件のいま', '益城町（令和4年度・国の伴走支援）：'],
    ...['一年の流れ', '■8月', '・益城町', '第1回支援（R4.8.24）'],
    ...[
      '次の年度の目安',
      '令和5年度の目安（昨年度の日付から）',
      '昨年度は 0.5次ミーティング（8/3）',
      '第1回支援（8/24）',
    ],
    ...['約束したこと', '残っている対応事項', '関係者と連絡先', '電話 096-000-0000'],
    ...['気をつけること', '■益城町', '・言ってはいけないこと：前の計画のこと'],
    ...['決まったことと、その理由', '■益城町', '通所型サービスCの見直しを中心とする'],
    ...['用語', ...SIGNED],
  ]);
  expectInOrder(officeToTown, [
    ...['引継書　課全体', '市町村用', '決まったことと、その理由', '通所型サービスCの見直し'],
    ...SIGNED,
  ]);
  expect(officeToTown).not.toMatch(/前の計画のこと|心掛け：|反省：|課内協議/);
});
