import type { Page } from '@playwright/test';
import { roadmapOf } from '../pages/roadmap.ts';
import { roadmapTableOf } from '../pages/roadmap-table.ts';
import { type Holding, type Input, inDialog, words } from './input.ts';

const openBar = async (page: Page): Promise<void> => {
  const { bars, panel } = roadmapOf(page);
  await bars.first().locator('rect.bar').click();
  await panel.waitFor();
};
const openMilestone = async (page: Page): Promise<void> => {
  const { panel, chart } = roadmapOf(page);
  // 第1回 stands there too, and is the ladder's.
  const own = chart.locator('.mark-wrapper').filter({ hasNotText: /第\d回/ });
  await own.first().locator('polygon').click();
  await panel.waitFor();
};
/** A panel is named by its kind. */
const inMilestone = (name: string) => (page: Page) =>
  roadmapOf(page).panel.filter({ hasText: '節目' }).getByRole('textbox', { name, exact: true });
const milestone = (
  name: string,
  holding: Holding = 'field',
  text: Input['text'] = words(name),
  reads?: Input['reads'],
): Input => ({
  name: `節目の${name}`,
  place: 'roadmap',
  holding,
  open: openMilestone,
  find: inMilestone(name),
  text,
  ...(reads && { reads }),
});
const newVersion = (name: string, text: Input['text'] = words(name)): Input => ({
  name: `新しい版の${name}`,
  place: 'roadmap',
  holding: 'form',
  open: (page) => roadmapTableOf(page).version(/名前をつけて残す/),
  find: inDialog(name),
  text,
});
const version = (
  name: string,
  holding: Holding,
  text: Input['text'] = words(name),
  reads?: Input['reads'],
): Input => ({
  name: `残した版の${name}`,
  place: 'roadmap',
  holding,
  open: (page) => roadmapTableOf(page).version(/版の名前を変える/),
  find: (page) =>
    page.getByRole('dialog').getByRole('textbox', { name: new RegExp(`」の${name}$`) }),
  text,
  ...(reads && { reads }),
});
const bar = (
  name: string,
  holding: Holding = 'field',
  text: Input['text'] = words(name),
  reads?: Input['reads'],
): Input => ({
  name: `帯の${name}`,
  place: 'roadmap',
  holding,
  open: openBar,
  find: (page) => roadmapOf(page).field(name),
  text,
  ...(reads && { reads }),
});
const roadmapDialog = (what: string, name: string): Input => ({
  name: `${what}の窓の${name}`,
  place: 'roadmap',
  holding: 'form',
  open: (page) => roadmapOf(page).add(what),
  find: inDialog(name),
  text: words(name),
});
export const ROADMAP: readonly Input[] = [
  bar('名前'),
  bar('担当'),
  bar('備考'),
  bar(
    '進み',
    'whole',
    (n) => `３${n}`,
    (n) => `3${n}`,
  ),
  ...['開始', '実際の開始'].map((name) =>
    bar(
      name,
      'whole',
      (n) => `R7.${n + 4}`,
      (n) => `令和7年${n + 4}月`,
    ),
  ),
  ...['終了', '実際の終了'].map((name) =>
    bar(
      name,
      'whole',
      (n) => `R12.${n + 4}`,
      (n) => `令和12年${n + 4}月`,
    ),
  ),
  milestone('名前'),
  milestone(
    '日付',
    'whole',
    (n) => `R9.2.${n + 1}`,
    (n) => `令和9年2月${n + 1}日`,
  ),
  milestone('備考'),
  newVersion('名前'),
  newVersion('日付', (n) => `R8.9.${n + 1}`),
  newVersion('理由・メモ'),
  version('名前', 'whole'),
  version(
    '日付',
    'whole',
    (n) => `R8.10.${n + 1}`,
    (n) => `R8.10.${n + 1}`,
  ),
  version('理由・メモ', 'field'),
  roadmapDialog('取組み（行）を追加', '取組みの名前'),
  roadmapDialog('分野を追加', '分野の名前'),
  roadmapDialog('表題・期間・暫定版の設定', '表題'),
  roadmapDialog('表題・期間・暫定版の設定', '添え書き'),
];

type Column = Parameters<ReturnType<typeof roadmapTableOf>['cell']>[1];

const openTable = async (page: Page): Promise<void> => {
  const { show, grid } = roadmapTableOf(page);
  await show('表');
  await grid.waitFor();
};
/** A cell of the first row that holds a bar; of others nothing is stored yet. */
const cell = (
  column: Column,
  text: Input['text'] = words(column),
  reads?: Input['reads'],
): Input => ({
  name: `表の${column}`,
  place: 'table',
  holding: 'whole',
  open: openTable,
  find: (page) => roadmapTableOf(page).barCell(column),
  text,
  ...(reads && { reads }),
});
export const TABLE: readonly Input[] = [
  cell('名前'),
  cell('開始', (n) => `R7.${n + 4}`),
  cell('終了', (n) => `R12.${n + 4}`),
  cell('種類', (n) => ['検討', '試行', '実施'][n] ?? ''),
  cell('状態', (n) => ['進行中', '完了', '中止'][n] ?? ''),
  cell(
    '進み',
    (n) => `3${n}`,
    (n) => `3${n}%`,
  ),
  cell('担当'),
  cell('実績開始', (n) => `R7.${n + 7}`),
  cell('実績終了', (n) => `R12.${n + 7}`),
  cell('備考'),
  cell('取組み'),
  cell('分野'),
  {
    ...cell('名前', words('新しい行の名前')),
    name: '表の新しい行の名前',
    find: (page) => roadmapTableOf(page).rows.last().locator('[data-column=label]'),
  },
];
