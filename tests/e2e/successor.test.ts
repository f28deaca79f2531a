import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { openAddress } from '#tests/support/cases.ts';
import { pressAt } from '#tests/support/keyboard.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { findingsOf } from '#tests/support/pages/findings.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { handoverOf } from '#tests/support/pages/handover.ts';
import { knowHowOf } from '#tests/support/pages/know-how.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

/** What who leaves has written down beyond the sample, so that there is something to ask. */
const leave = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(page, '益城町');
  await flowOf(page).openRecord('2.5次ミーティング');
  await recordOf(page).setState('延期');
  await page.getByRole('textbox', { name: '延期の理由' }).fill('議会の日程のため');
  await recordOf(page).back();
  await caseHeadOf(page).openTab('課題と対応');
  await findingsOf(page).openDetails('効果がわかる動画の作成');
  await page.getByRole('textbox', { name: '約束した相手' }).fill('町の課長');
  const due = page.getByRole('textbox', { name: '「効果がわかる動画の作成」の期限' });
  await due.fill('R5.6');
  await due.press('Enter');
  await knowHowOf(page).keep('分からないことは一緒に考える', 'ノウハウにする');
  await shellOf(page).go('引継ぎ');
  await handoverOf(page).case('益城町').click();
  for (const [question, answer] of [
    ['この町で気をつけること', '電話は午前中に'],
    ['実際に決めている人', '係長'],
    ['言ってはいけないこと', '前の計画のこと'],
    ['試してうまくいかなかったこと', '夜の説明会'],
  ] as const) {
    await page.getByRole('textbox', { name: question }).fill(answer);
  }
  await shellOf(page).go('人・機関');
  await page.getByRole('rowheader', { name: 'AD', exact: true }).click();
  await page.getByRole('textbox', { name: '電話' }).fill('096-000-0000');
  await shellOf(page).saved();
};

type Question = {
  readonly asks: string;
  /** What is pressed, one after the other, beginning on ホーム. */
  readonly clicks: readonly (() => Locator)[];
  readonly answer: () => Locator;
  readonly says: string | RegExp;
};

test('A successor’s twenty questions are each answered from ホーム in at most three clicks, by mouse and by keyboard', async ({
  pc,
}) => {
  test.setTimeout(300_000);
  await pc.settle();
  const { page } = await pc.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  await leave(page);

  const main = page.getByRole('main');
  const place = (name: string) => () =>
    page.getByRole('navigation', { name: 'メイン' }).getByRole('link', { name });
  const tab = (of: string, name: string) => () =>
    page.getByRole('navigation', { name: of }).getByRole('link', { name, exact: true });
  const region = (name: string) => () => main.getByRole('region', { name, exact: true });
  const row = (table: string, name: string) => () =>
    page
      .getByRole('grid', { name: table, exact: true })
      .getByRole('rowheader', { name, exact: true });
  const ofOffice = [place('引継ぎ'), tab('引継ぎのページ', '引継書')];
  const ofCase = [
    ...ofOffice,
    () =>
      page
        .getByRole('navigation', { name: '引継書', exact: true })
        .getByRole('button', { name: '益城町' }),
  ];
  const atHome = () => main.getByRole('button', { name: '益城町', exact: true }).first();
  const onCase = (name: string) => [atHome, tab('案件のページ', name)];
  const book = (asks: string, section: string, says: string | RegExp): Question => ({
    ...{ asks, clicks: ofCase, answer: region(section), says },
  });
  const questions: readonly Question[] = [
    book('益城町はどこまで進んだか', 'いまの状況', /段階：まとめ/),
    book('何に困っているか', 'いまの状況', '課題：自立支援・重度化防止の考え方が浸透していない'),
    book('ADはだれで、どこに電話するか', '関係者と連絡先', /AD.*電話 096-000-0000/),
    book('厚生局はかかわっているか', '関係者と連絡先', '九州厚生局'),
    book(
      '6月までに、だれに何を約束したか',
      '約束したこと',
      '期限 R5.6　効果がわかる動画の作成（だれに：町の課長',
    ),
    book('ほかに何が残っているか', '残っている対応事項', '試行実施要領の策定'),
    book(
      '2.5次はなぜ延期したか',
      '決まったことと、その理由',
      /延期：.*2\.5次ミーティング（議会の日程のため）/,
    ),
    book('何が決まったか', '決まったことと、その理由', '通所型サービスCの見直しを中心とする'),
    book('何に気をつけるか', '気をつけること', '電話は午前中に'),
    book('だれが実際に決めているか', '気をつけること', '実際に決めている人：係長'),
    book('何を言ってはいけないか', '気をつけること', '前の計画のこと'),
    book('何を試してうまくいかなかったか', '気をつけること', '夜の説明会'),
    book('8月には何があるか', '一年の流れ', /8月.*第1回支援（R4\.8\.24）/),
    book('何を学んだか', 'ノウハウ', '【分からないことは一緒に考える】'),
    book('通所Cとは何か', '用語', '通所C：通所型サービスC'),
    {
      asks: '課のほかの案件はどうなっているか',
      ...{ clicks: ofOffice, answer: region('案件のいま'), says: /氷川町.*準備中/ },
    },
    {
      asks: '引継ぎに何が足りないか',
      clicks: [place('引継ぎ'), row('引き継ぐ案件', '益城町')],
      answer: region('実施した会合の記録'),
      says: /\d+ \/ \d+/,
    },
    {
      asks: '第2回支援では何がまとまったか',
      clicks: [atHome, () => flowOf(page).card('第2回支援').first()],
      answer: () => flowOf(page).peek,
      says: /第2回支援/,
    },
    {
      asks: '課題は何から生まれたか',
      ...{ clicks: onCase('課題と対応'), answer: () => main, says: 'サービスの周知不足' },
    },
    {
      asks: '同じテーマに取り組んだのはどこか',
      clicks: [place('テーマ'), row('テーマ', '通所型サービスC')],
      answer: () => main,
      says: '益城町',
    },
  ];
  expect(questions).toHaveLength(20);

  const ways: readonly ((goal: Locator) => Promise<void>)[] = [
    (goal) => goal.click(),
    (goal) => pressAt(page, goal),
  ];
  for (const press of ways) {
    for (const { asks, clicks, answer, says } of questions) {
      await openAddress(page, '#/');
      await page.locator('[data-ready="home"]').waitFor();
      expect(clicks.length, asks).toBeLessThanOrEqual(3);
      for (const click of clicks) await press(click());
      await expect(answer(), asks).toContainText(says);
    }
  }
});
