import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { openAddress, openNewRecord } from '#tests/support/cases.ts';
import type { Place } from '#tests/support/inputs/input.ts';
import { caseEndOf } from '#tests/support/pages/case-end.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { knowHowOf } from '#tests/support/pages/know-how.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { roadmapOf } from '#tests/support/pages/roadmap.ts';
import { roadmapTableOf } from '#tests/support/pages/roadmap-table.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';

/** Where each page that is walked stands. */
export type Addresses = Readonly<Record<Place, string>>;

/** A case in which every list has a row, so that each of its inputs is there. */
export const prepareCase = async (page: Page): Promise<Addresses> => {
  const address = await openNewRecord(page);
  const caseAddress = address.split('/').slice(0, 3).join('/');
  const record = recordOf(page);
  await record.addGroup('民生委員 49人');
  await record.addItem('13:30 市説明');
  await record.attendee.fill('見本 花子（福祉課・係長）');
  await page
    .getByRole('option', { name: /を加える: 福祉課/ })
    .first()
    .click();
  await expect(record.attendee).toHaveValue('');
  await record.attendee.press('Escape');
  for (const [line, text] of [
    ['課題を加える', '担い手が足りない'],
    ['対応事項を加える', '資料を送る'],
  ] as const) {
    const field = page.getByRole('textbox', { name: line });
    await field.fill(text);
    await field.press('Enter');
    await expect(field).toHaveValue('');
  }
  const main = page.getByRole('main');
  await main.getByRole('button', { name: /加えるものの種類/ }).click();
  await page.getByRole('option', { name: '決定' }).click();
  await main.getByRole('textbox', { name: '決定を加える' }).fill('通所から始める');
  await page.keyboard.press('Enter');
  await main.getByRole('textbox', { name: '通所から始めるの理由' }).waitFor();
  await record.setState('延期');
  await page.getByRole('textbox', { name: '延期の理由' }).waitFor();
  await openAddress(page, `${caseAddress}/flow`);
  await flowOf(page).add('第N回支援', { date: '8/30' });
  await openAddress(page, `${caseAddress}/overview`);
  await main.getByRole('combobox', { name: '支援者を加える' }).fill('九州厚生局');
  await page.getByRole('option', { name: /を加える/ }).click();
  await main.getByRole('combobox', { name: '担当者を加える' }).fill('鈴木 一郎');
  await page.getByRole('option', { name: /を加える/ }).click();
  await main.getByRole('textbox', { name: '鈴木 一郎の担当の始まり' }).waitFor();
  await main.getByRole('textbox', { name: '項目', exact: true }).fill('総人口');
  await main.getByRole('textbox', { name: '値', exact: true }).fill('33,749人');
  await page.keyboard.press('Enter');
  await main.getByRole('textbox', { name: '総人口の値' }).waitFor();
  const who = await addressesOfWho(page);
  await openAddress(page, `${caseAddress}/roadmap`);
  await roadmapOf(page).begin.click();
  await roadmapOf(page).addBar.click();
  await roadmapOf(page).panel.waitFor();
  await roadmapOf(page).add('節目を追加');
  await roadmapOf(page).mark('新しい節目').waitFor();
  await roadmapTableOf(page).nameVersion('第1回支援前', 'R8.8.1');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openAddress(page, '#/know-how');
  await knowHowOf(page).add('送迎から始める');
  const knowHow = await page.evaluate(() => location.hash);
  const ended = await endedCase(page);
  await openAddress(page, '#/themes');
  const theme = page.getByRole('textbox', { name: 'テーマを加える' });
  await theme.fill('移動支援');
  await theme.press('Enter');
  await page.getByRole('grid', { name: 'テーマ' }).getByText('移動支援').click();
  await page.getByRole('heading', { level: 1, name: '移動支援' }).waitFor();
  const themeAddress = await page.evaluate(() => location.hash);
  await openAddress(page, '#/');
  await shellOf(page).saved();
  return {
    record: address,
    room: `${address}/room`,
    flow: `${caseAddress}/flow`,
    overview: `${caseAddress}/overview`,
    findings: `${caseAddress}/findings`,
    roadmap: `${caseAddress}/roadmap`,
    table: `${caseAddress}/roadmap`,
    materials: `${caseAddress}/materials`,
    import: `${caseAddress}/import`,
    ...who,
    knowHow,
    themes: '#/themes',
    theme: themeAddress,
    ended,
    newCase: '#/cases/new',
    handover: '#/handover',
    handoverPromises: '#/handover/promises',
    handoverBook: '#/handover/book',
    settings: '#/settings',
    welcome: '#/',
  };
};

/** 概要 of a case that has come to its end. */
const endedCase = async (page: Page): Promise<string> => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('ましき', '益城町');
  await caseHeadOf(page).openTab('概要');
  await caseEndOf(page).begin.click();
  await caseEndOf(page).end.click();
  await page.getByRole('region', { name: 'その後の確認' }).waitFor();
  return page.evaluate(() => location.hash);
};

/** The lists of bodies and people, and a page of each. */
const addressesOfWho = async (page: Page) => {
  const open = async (list: string, name: string): Promise<string> => {
    await openAddress(page, list);
    await page.getByRole('rowheader', { name }).click();
    await seeHeading(page, name);
    return page.evaluate(() => location.hash);
  };
  const [bodies, people] = ['#/people?view=organizations', '#/people?view=people'];
  return {
    bodies,
    people,
    organization: await open(bodies, '福祉課'),
    person: await open(people, '見本 花子'),
  };
};
