import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { addPromise, dayFromToday } from '#tests/support/cases.ts';
import { pressAt } from '#tests/support/keyboard.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { casesOf } from '#tests/support/pages/cases.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { historyOf } from '#tests/support/pages/history.ts';
import { homeOf } from '#tests/support/pages/home.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { staffOf } from '#tests/support/pages/staff.ts';
import { walkOf } from '#tests/support/pages/walk.ts';
import { STAFF } from '#tests/support/pc.ts';

/** 宇土市 with a meeting whose record is owed, one that was put off, one that is to come, and a promise. */
const makeCase = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  const flow = flowOf(page);
  await flow.add('ミーティング', { date: dayFromToday(-41) });
  await flow.add('ミーティング', { date: dayFromToday(6) });
  await flow.add('意見交換会', { title: '住民との意見交換会', date: dayFromToday(-20) });
  await flow.openRecord('住民との意見交換会');
  await recordOf(page).setState('延期');
  const reason = page.getByRole('textbox', { name: '延期の理由' });
  await reason.fill('感染の広がりのため');
  await reason.press('Enter');
  await recordOf(page).back();
  await caseHeadOf(page).openTab('課題と対応');
  await addPromise(page, '動画をつくる', '市', dayFromToday(5));
};

/** 鈴木 has had the cases for a while; the user of this PC takes them over today. */
const handOver = async (page: Page): Promise<void> => {
  const staff = staffOf(page);
  await shellOf(page).go('案件');
  await staff.begin.click();
  await staff.handOn('鈴木 一郎', dayFromToday(-200));
  await staff.begin.click();
  await staff.pickLeaver(/^鈴木 一郎/);
  await staff.handOn(STAFF.userName, dayFromToday(0));
};

test('Cases are handed on in one step, which one undo takes back; what was before keeps its name', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const staff = staffOf(page);
  await makeCase(page);
  await shellOf(page).go('設定');
  await staff.add.fill('鈴木 一郎');
  await staff.add.press('Enter');
  await expect(staff.lines).toHaveCount(1);
  expect(await violationsOn(page)).toEqual([]);

  await shellOf(page).go('案件');
  await staff.begin.click();
  await expect(staff.chosen(/^宇土市/)).toBeChecked();
  await staff.successor.fill('鈴木 一郎');
  await staff.from.fill('いつか');
  await staff.save.click();
  await expect(staff.dialog).toContainText('読み取れません');
  expect(await violationsOn(page)).toEqual([]);
  await staff.handOn('鈴木 一郎', '2020/4/1');

  await staff.begin.click();
  await staff.pickLeaver(/^鈴木 一郎/);
  await staff.handOn(STAFF.userName, '2021/4/1');
  await casesOf(page).open('宇土市');
  const head = caseHeadOf(page);
  await head.seeSection(`${STAFF.userName}（${STAFF.section}）`);
  await shellOf(page).undo.click();
  await head.seeSection(`鈴木 一郎（${STAFF.section}）`);
  await shellOf(page).redo.click();
  await head.seeSection(`${STAFF.userName}（${STAFF.section}）`);

  await head.openTab('概要');
  await expect(staff.history.getByRole('listitem')).toHaveText([/鈴木 一郎/, /山田 花子/]);
  await expect(page.getByRole('textbox', { name: '鈴木 一郎の担当の終わり' })).toHaveValue(
    'R3.3.31',
  );
  await shellOf(page).go('設定');
  await expect(staff.lines).toHaveText([/^(?!.*案件)/, /1案件/]);
});

test('A walk through a case goes on where it was left, also after a restart, and leads to the records', async ({
  pc,
}) => {
  await pc.settle();
  const first = await pc.start();
  await makeCase(first.page);
  await first.page.getByRole('button', { name: '案件の歩き方' }).click();
  const begun = walkOf(first.page);
  await seeHeading(first.page, '案件の歩き方');
  expect(await violationsOn(first.page)).toEqual([]);
  await begun.next.click();
  await expect(begun.card('これまでの流れ')).toContainText('感染の広がりのため');
  await expect(begun.stops).toContainText('7か所のうち1か所');
  expect(await violationsOn(first.page)).toEqual([]);
  await shellOf(first.page).saved();
  await first.quit();

  const { page } = await pc.start();
  await casesOf(page).open('宇土市');
  await page.getByRole('button', { name: '案件の歩き方' }).click();
  const walk = walkOf(page);
  await expect(walk.card('これまでの流れ')).toBeVisible();
  // By keyboard: on to the promises, and to the place of one of them.
  await walk.next.press('Enter');
  await walk.next.press('Enter');
  const promises = walk.card('約束していること');
  await promises.getByRole('button', { name: '動画をつくる' }).press('Enter');
  await expect(page.getByRole('region', { name: '対応事項' })).toBeVisible();
  await page.goBack();
  await expect(promises).toBeVisible();
  await walk.stop('次にすること').click();
  await walk.stop('決めたこと').click();
  await walk.stop('気をつけること').click();
  await walk.stop('次にすること').click();
  await walk.end.click();
  await seeHeading(page, '宇土市');
  await page.getByRole('button', { name: '案件の歩き方' }).click();
  await expect(walk.stops).toContainText('一回りしました');
});

/** What somebody asks, what is pressed on the way from ホーム, and what then stands there. */
type Question = readonly [asked: string, clicks: readonly Locator[], answer: string | RegExp];

/** Goes to each answer from ホーム, by mouse and by keyboard. */
const walkQuestions = async (page: Page, questions: readonly Question[]): Promise<void> => {
  const ways: readonly (readonly [by: string, press: (goal: Locator) => Promise<void>])[] = [
    ['by mouse', (goal) => goal.click()],
    ['by keyboard', (goal) => pressAt(page, goal)],
  ];
  for (const [by, press] of ways) {
    for (const [question, clicks, answer] of questions) {
      await test.step(`${question}, ${by}`, async () => {
        expect(clicks.length).toBeLessThanOrEqual(3);
        await shellOf(page).go('ホーム');
        await expect(homeOf(page).card('気になること')).toBeVisible();
        for (const click of clicks) await press(click.first());
        await expect(page.getByRole('main').getByText(answer).first()).toBeVisible();
      });
    }
  }
};

/** What is pressed on the way. */
const waysOf = (page: Page) => {
  const main = page.getByRole('main');
  return {
    caseOf: (name: string): Locator => main.getByRole('button', { name, exact: true }),
    tab: (name: string): Locator =>
      page.getByRole('navigation', { name: '案件のページ' }).getByRole('link', { name }),
    place: (name: string): Locator =>
      page.getByRole('navigation', { name: 'メイン' }).getByRole('link', { name }),
    toWalk: main.getByRole('button', { name: '案件の歩き方' }),
  };
};

test('A successor’s questions are answered from ホーム in at most three clicks, or keys', async ({
  pc,
}) => {
  test.setTimeout(180_000);
  await pc.settle();
  const { page } = await pc.start();
  await makeCase(page);
  await handOver(page);
  const { caseOf, tab, place, toWalk } = waysOf(page);
  const { stop, changes } = walkOf(page);
  const city = caseOf('宇土市');
  await shellOf(page).go('ホーム');
  await expect(homeOf(page).card('最初にすること')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await walkQuestions(page, [
    ['What has to be done first?', [], '宇土市 約束の期限（2週間以内1件）'],
    ['What comes next?', [], '宇土市 0.75次ミーティング'],
    ['Whom do I have to call?', [], '宇土市に担当が替わったことを伝える'],
    ['Where does it stand?', [city], '0.5次ミーティング'],
    ['Who was in charge before, until when?', [city, tab('概要')], '鈴木 一郎'],
    ['Why was the exchange put off?', [city, toWalk, stop('流れ')], '感染の広がりのため'],
    ['What did we promise, by when?', [city, tab('課題と対応')], '動画をつくる'],
    ['What was promised in all cases?', [place('予定')], '動画をつくる'],
    ['Which records are owed?', [city, toWalk, stop('次に')], '前任に内容を聞いておきましょう'],
    ['What was changed since I took over?', [city, toWalk, changes], /^担当替え/],
    ['Who else is there?', [place('設定')], '課の職員'],
  ]);
});

test('Those about a year that is over, too', async ({ pc }) => {
  test.setTimeout(180_000);
  await pc.settle();
  const { page } = await pc.start();
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(page, '益城町');
  const { caseOf, tab, place, toWalk } = waysOf(page);
  const { stop } = walkOf(page);
  const town = caseOf('益城町');
  await walkQuestions(page, [
    ['What is it about?', [], 'サービス利用適正化に向けた制度再構築'],
    ['How far did it come?', [town], '第3回支援'],
    ['Who is its AD?', [town, toWalk, stop('かかわる人')], /^AD$/],
    ['Who else supports it?', [town, tab('概要')], '九州厚生局'],
    ['How did it begin?', [town, toWalk, stop('何の案件か')], 'プッシュ型'],
    ['What came of the first round?', [town, toWalk, stop('流れ')], '第1回支援（実施'],
    ['What is still to be done?', [town, toWalk, stop('約束')], '効果がわかる動画の作成'],
    ['What was the matter?', [town, toWalk, stop('決めたこと')], 'サービスの周知不足'],
    ['What is to be minded?', [town, toWalk, stop('気をつける')], /対話・意見交換を重ねる/],
    ['What is on its roadmap?', [town, tab('ロードマップ')], '試行の継続'],
    ['Which tables are there?', [town, tab('資料')], '表をコピー'],
    ['Where else is its theme?', [place('テーマ')], '通所型サービスC'],
    ['Whom do we know?', [place('人・機関')], '九州厚生局'],
  ]);
});

test('最初にすること goes away as it is done, is put aside one by one, and stays away once it is closed', async ({
  pc,
}) => {
  await pc.settle();
  const run = await pc.start();
  const { page } = run;
  await makeCase(page);
  await shellOf(page).go('ホーム');
  const home = homeOf(page);
  const first = home.card('最初にすること');
  await handOver(page);
  await shellOf(page).go('ホーム');
  const tasks = first.getByRole('listitem');
  await expect(tasks).toHaveText([
    /^期限宇土市 約束の期限（2週間以内1件）.*動画をつくる/,
    /^予定宇土市 0\.75次ミーティング.*の準備/,
    /^読む宇土市の案件を一回り歩く.*前任：鈴木 一郎/,
    /^連絡宇土市に担当が替わったことを伝える/,
    /^記録宇土市 記録がまだの会合が1件あります/,
  ]);
  await tasks
    .filter({ hasText: '0.75次' })
    .getByRole('button', { name: /済んだことに/ })
    .click();
  await expect(tasks).toHaveCount(4);

  await tasks
    .filter({ hasText: '伝える' })
    .getByRole('button', { name: /連絡を記録$/ })
    .click();
  const flow = flowOf(page);
  await flow.field('名称').fill('着任のあいさつ');
  await flow.field('日付').fill(dayFromToday(0));
  await flow.submit.click();
  await expect(flow.dialog).toHaveCount(0);
  await shellOf(page).go('ホーム');
  await expect(tasks).toHaveCount(3);
  await shellOf(page).saved();
  await run.quit();

  const again = await pc.start();
  const later = homeOf(again.page).card('最初にすること');
  await expect(later.getByRole('listitem')).toHaveCount(3);
  await later.getByRole('button', { name: 'もう出さない' }).click();
  await expect(later).toHaveCount(0);
  await expect(homeOf(again.page).card('気になること')).toBeVisible();
});

test('What was changed since one looked is what came since', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await makeCase(page);
  const history = historyOf(page);
  await history.openOfCase.click();
  await expect(history.rows.first()).toBeVisible();
  const period = page.getByRole('button', { name: /いつ$/ });
  await page.goBack();
  await caseHeadOf(page).openTab('課題と対応');
  await addPromise(page, '名簿をつくる', '県', '');
  await shellOf(page).saved();
  await history.openOfCase.click();
  await period.click();
  await page.getByRole('option', { name: '前に見てから' }).click();
  await expect(history.rows).toHaveCount(1);
  await expect(history.rows).toContainText('名簿をつくる');

  // Beside the case, what belongs to none: who is new there since it was taken over.
  await handOver(page);
  await casesOf(page).open('宇土市');
  await page.getByRole('button', { name: '案件の歩き方' }).click();
  await walkOf(page).changes.click();
  await page.getByRole('link', { name: '共通の記録' }).click();
  await expect(period).toHaveText(/担当になってから/);
  await expect(history.row('課の職員「鈴木 一郎」を追加')).toBeVisible();
  await expect(page.getByRole('navigation', { name: '現在の場所' })).toContainText('宇土市');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'この案件' }).click();
  await expect(history.row('担当替え').first()).toBeVisible();
});
