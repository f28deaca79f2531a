import { expect, test } from '#tests/support/app.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { casesOf } from '#tests/support/pages/cases.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { noteText, recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { welcomeOf } from '#tests/support/pages/welcome.ts';

/** The contacts of 益城町（令和4年度） in the order in which the prefecture's table prints them. */
const MASHIKI = [
  '0.5次ミーティング',
  'マネジメント指針説明資料の検討、他自治体策定指針の情報提供',
  '1回目支援事前ミーティング',
  '第1回支援',
  '他県作成動画の情報提供',
  '意見交換会事前ミーティング',
  '意見交換会',
  '1.5次ミーティング',
  'マネジメント指針及び今後の方向性に関する打合せ',
  '指針案に関する打合せ',
  '今後の取組みの方向性に係るヒアリング',
  '今後の取組みの方向性に関する打合せ',
  '1.75次ミーティング',
  '第2回支援',
  '2.5次ミーティング',
  '第3回支援',
] as const;

test('The sample shows the year of 益城町 as the prefecture printed it', async ({ pc }) => {
  const { page } = await pc.start();
  const welcome = welcomeOf(page);
  await welcome.introduce();
  await welcome.openSample.click();
  await seeHeading(page, '益城町');

  const rungs = flowOf(page).ladder.locator('[data-rung]');
  await expect(rungs).toHaveCount(MASHIKI.length);
  const words = await rungs.allInnerTexts();
  for (const [index, title] of MASHIKI.entries()) expect(words[index]).toContain(title);
  await expect(flowOf(page).card('午前の部')).toBeVisible();
  await expect(flowOf(page).card('午後の部')).toBeVisible();
});

test('A new member plans a case, writes a record, loses power and finds everything', async ({
  pc,
}) => {
  const run = await pc.start();
  const { page } = run;
  const welcome = welcomeOf(page);
  await welcome.introduce();
  await welcome.openSample.click();
  await seeHeading(page, '益城町');

  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  const flow = flowOf(page);
  await flow.openAdd('ミーティング');
  await expect(flow.field('番号')).toHaveValue('0.5');
  await flow.field('日付').fill('8/3');
  await flow.submit.click();
  await expect(flow.card('0.5次ミーティング')).toBeVisible();
  await flow.add('第N回支援', { date: '8/24' });
  await flow.add('第N回支援', { date: '12月' });
  for (const ordinal of ['1.5', '1.75']) {
    await flow.openAdd('ミーティング');
    await expect(flow.field('番号')).toHaveValue(ordinal);
    await flow.submit.click();
    await expect(flow.card(`${ordinal}次ミーティング`)).toBeVisible();
  }
  const planned = [
    '0.5次ミーティング',
    '第1回支援',
    '1.5次ミーティング',
    '1.75次ミーティング',
    '第2回支援',
  ];
  await expect(flow.ladder.locator('[data-rung]')).toHaveCount(planned.length);
  const order = await flow.ladder.locator('[data-rung]').allInnerTexts();
  for (const [index, title] of planned.entries()) expect(order[index]).toContain(title);

  await flow.openRecord('第1回支援');
  const record = recordOf(page);
  await record.times.fill('13:30-16:00');
  await record.place.fill('宇土市役所 大会議室');
  await record.pickMode('現地');
  await record.addGroup('民生委員 49人');
  await record.addGroup('居宅介護支援事業所 18人');
  await record.addItem('13:30 市説明');
  await record.addItem('14:00 意見交換');
  await record.aim.fill('方針を共有し、意見をもらう');
  await record.note.click();
  await page.keyboard.type('市からの説明');
  await page.keyboard.press('Enter');
  await page.keyboard.type('前向きな発言が多く、');
  await shellOf(page).saved();
  await page.keyboard.type('多くの方が問題意識を');
  // What is older than this must not be lost, however the run ends.
  await page.waitForTimeout(300);
  await page.keyboard.type('持って');
  await run.kill();

  const again = (await pc.start()).page;
  await casesOf(again).open('宇土市');
  const after = flowOf(again);
  await expect(after.ladder.locator('[data-rung]')).toHaveCount(planned.length);
  await after.openRecord('第1回支援');
  const written = recordOf(again);
  await expect(written.note).toContainText('前向きな発言が多く、多くの方が問題意識を');
  expect(await noteText(again)).toMatch(/^市からの説明\n前向きな発言が多く、/);
  await expect(written.date).toHaveValue('令和8年8月24日(月)');
  await expect(written.times).toHaveValue('13:30～16:00');
  await expect(written.place).toHaveValue('宇土市役所 大会議室');
  await expect(written.mode('現地')).toBeChecked();
  await expect(written.aim).toHaveValue('方針を共有し、意見をもらう');
  await expect(written.attendance.getByRole('textbox', { name: '民生委員の人数' })).toHaveValue(
    '49人',
  );
  await expect(written.total).toHaveAttribute('placeholder', '67');
  await expect(written.programme.getByRole('textbox', { name: '次第2の項目' })).toHaveValue(
    '意見交換',
  );
  await seeHeading(again, '第1回支援');
});
