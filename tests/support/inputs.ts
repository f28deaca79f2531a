import type { Locator, Page } from '@playwright/test';
import { caseEndOf } from './pages/case-end.ts';
import { caseHeadOf } from './pages/case-head.ts';
import { flowOf } from './pages/flow.ts';
import { importOf } from './pages/import.ts';
import { materialsOf } from './pages/materials.ts';
import { recordOf } from './pages/record.ts';
import { roadmapOf } from './pages/roadmap.ts';
import { roadmapTableOf } from './pages/roadmap-table.ts';
import { welcomeOf } from './pages/welcome.ts';
import { paste } from './paste.ts';

/** Pages of the app that take text. */
export type Place =
  | 'record'
  | 'flow'
  | 'overview'
  | 'findings'
  | 'roadmap'
  | 'table'
  | 'materials'
  | 'import'
  | 'newCase'
  | 'settings'
  | 'welcome';

/**
 * How an input holds its text. `field`: in its record as it is typed. `whole`: a draft until it is left.
 * `line`: a row of a list at Enter and on leaving. `form`: a draft until its form is sent.
 */
export type Holding = 'field' | 'whole' | 'line' | 'form';

export type Input = {
  readonly name: string;
  readonly place: Place;
  readonly holding: Holding;
  /** Opens the panel or dialog in which it stands. */
  readonly open?: (page: Page) => Promise<void>;
  readonly find: (page: Page) => Locator;
  /** What is typed, the n-th time, and how it reads once it is stored. */
  readonly text: (n: number) => string;
  readonly reads?: (n: number) => string;
};

const words =
  (text: string) =>
  (n: number): string =>
    `${text}${'甲乙丙丁戊'[n] ?? n}`;

const box = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole('main')
    .getByRole('textbox', { name, exact: typeof name === 'string' })
    .first();
const combo = (name: string) => (page: Page) => page.getByRole('combobox', { name, exact: true });
const inDialog = (name: string) => (page: Page) =>
  page.getByRole('dialog').getByRole('textbox', { name, exact: true });

const day = (n: number): string => `8/${n + 4}`;
const DAYS = ['火', '水', '木', '金', '土', '日', '月'];
const dayReads = (n: number): string => `令和8年8月${n + 4}日(${DAYS[n]})`;

/** Words of a link are asked for where the cursor stands in a note. */
const openLink = async (page: Page): Promise<void> => {
  await recordOf(page).note.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Shift+k');
};
const link = (name: string, text: Input['text']): Input => ({
  name: `リンクの窓の${name}`,
  place: 'record',
  holding: 'form',
  open: openLink,
  find: inDialog(name),
  text,
});

const record = (
  name: string,
  find: Input['find'],
  holding: Holding = 'field',
  text: Input['text'] = words(name),
  reads?: Input['reads'],
): Input => ({ name, place: 'record', holding, find, text, ...(reads && { reads }) });

const RECORD: readonly Input[] = [
  record('日付', box('日付'), 'whole', day, dayReads),
  record(
    '時刻',
    box('時刻'),
    'whole',
    (n) => `1${n}:30-16:00`,
    (n) => `1${n}:30～16:00`,
  ),
  record(
    '会合の番号',
    box('番号'),
    'whole',
    (n) => `1.${n + 2}5次`,
    (n) => `1.${n + 2}5`,
  ),
  record('場所', box('場所')),
  record('対象', box('対象')),
  record('ねらい', box('ねらい')),
  record(
    '出席の計',
    box(/^出席の計/),
    'whole',
    (n) => `4${n}名`,
    (n) => `4${n}`,
  ),
  record('まとめ', box('まとめ')),
  record('延期の理由', box('延期の理由')),
  record('会合の名称', box('会合の名称')),
  record('形式の補足', box('形式の補足')),
  record('出席の書き方', box(/^出席の書き方/)),
  record('備考', box('備考')),
  record('出典', box('出典')),
  record('出席者の名前', box('出席者1の名前')),
  record(
    '出席者の人数',
    box(/の人数$/),
    'whole',
    (n) => `５${n}名`,
    (n) => `5${n}人`,
  ),
  record('次第の項目', box('次第1の項目')),
  record(
    '次第の時刻',
    box(/の時刻$/),
    'whole',
    (n) => `１${n}時`,
    (n) => `1${n}:00`,
  ),
  record('次第で話す人', box(/で話す人$/)),
  record('効果・方向性', box('効果・方向性')),
  record('課題', box('課題')),
  record('対応事項', box('対応事項')),
  record('対応事項の担当', box(/の担当$/)),
  record(
    '対応事項の期限',
    box(/の期限$/),
    'whole',
    (n) => `R9.2.${n + 1}`,
    (n) => `R9.2.${n + 1}`,
  ),
  record('支援者', combo('支援者'), 'form'),
  record('出席者を加える', combo('出席者を加える'), 'form'),
  record('次第を加える', box('次第を加える'), 'line'),
  record('課題を加える', box('課題を加える'), 'line'),
  record('対応事項を加える', box('対応事項を加える'), 'line'),
  record('記録の本文', (page) => recordOf(page).note),
  link('リンク先', (n) => `https://example.go.jp/${n}`),
  link('表示する文字', words('リンクの文字')),
];

const openAdd = (page: Page): Promise<void> => flowOf(page).openAdd('意見交換会');
/** Opens the panel of the first meeting with these words on its card. */
const openPeek = async (page: Page, words = ''): Promise<void> => {
  const { card, peek } = flowOf(page);
  await card(words).first().click();
  const edits = peek.getByRole('button', { name: '日時・状態を変える' });
  await edits.waitFor();
  if ((await peek.getByRole('textbox', { name: '日付' }).count()) === 0) await edits.click();
};
const inPeek = (name: string) => (page: Page) => flowOf(page).peek.getByRole('textbox', { name });

/** A field that one kind of meeting has in its dialog. */
const ofKind = (kind: string, name: string, text: Input['text'] = words(name)): Input => ({
  name: `${kind}を追加する窓の${name}`,
  place: 'flow',
  holding: 'form',
  open: (page) => flowOf(page).openAdd(kind),
  find: inDialog(name),
  text,
});
const PREPARATIONS = '支援に向けた取組み';
/** Opens the steps that lead to the next round; what stands there is not opened again. */
const openPreparations = async (page: Page): Promise<void> => {
  const { addButton, ladder } = flowOf(page);
  if ((await ladder.getByRole('region', { name: /支援に向けて$/ }).count()) > 0) return;
  await addButton.click();
  await page.getByRole('menuitem', { name: PREPARATIONS }).click();
  await ladder.getByRole('region', { name: /支援に向けて$/ }).waitFor();
};

const FLOW: readonly Input[] = [
  ...['名称', '場所'].map(
    (name): Input => ({
      name: `会合を追加する窓の${name}`,
      place: 'flow',
      holding: 'form',
      open: openAdd,
      find: inDialog(name),
      text: words(name),
    }),
  ),
  ...['日付', '始まりの時刻', '終わりの時刻'].map(
    (name): Input => ({
      name: `会合を追加する窓の${name}`,
      place: 'flow',
      holding: 'form',
      open: openAdd,
      find: inDialog(name),
      text: (n) => (name === '日付' ? day(n) : `1${n}:00`),
    }),
  ),
  {
    name: '会合を追加する窓の支援者',
    place: 'flow',
    holding: 'form',
    open: openAdd,
    find: (page) => page.getByRole('dialog').getByRole('combobox', { name: '支援者' }),
    text: words('支援者'),
  },
  ofKind('ミーティング', '番号', (n) => `7.${n + 1}`),
  ofKind('第N回支援', '回', (n) => `${n + 6}`),
  ofKind('第N回支援', '対象'),
  ofKind('支援の部', '部の名前'),
  {
    name: '右の欄の延期の理由',
    place: 'flow',
    holding: 'field',
    open: (page) => openPeek(page, '延期'),
    find: inPeek('理由'),
    text: words('雨のため'),
  },
  {
    name: '右の欄の日付',
    place: 'flow',
    holding: 'whole',
    open: (page) => openPeek(page),
    find: inPeek('日付'),
    text: day,
    reads: dayReads,
  },
  {
    name: '右の欄の時刻',
    place: 'flow',
    holding: 'whole',
    open: (page) => openPeek(page),
    find: inPeek('時刻'),
    text: (n) => `1${n}:30-17:00`,
    reads: (n) => `1${n}:30～17:00`,
  },
  {
    name: '右の欄の支援の回の番号',
    place: 'flow',
    holding: 'whole',
    open: (page) => openPeek(page, '第'),
    find: inPeek('支援の回の番号'),
    text: (n) => `第${n + 5}回`,
    reads: (n) => `第${n + 5}回支援`,
  },
  {
    name: '支援に向けた取組みを加える行',
    place: 'flow',
    holding: 'line',
    open: openPreparations,
    find: (page) => flowOf(page).ladder.getByRole('textbox', { name: /の取組みを加える$/ }),
    text: words('取組み'),
  },
  {
    name: '右の欄の部の名前',
    place: 'flow',
    holding: 'field',
    open: (page) => openPeek(page, '第'),
    find: inPeek('部の名前'),
    text: words('部'),
  },
];

const LONG_TEXTS = [
  '感じたこと',
  '学んだこと',
  '反省したこと',
  'いきさつ',
  '現状',
  '課題',
  '目指す姿',
  '検討していた取組み',
  '強み',
  '受援体制',
];
const overview = (name: string, find: Input['find'], holding: Holding = 'field'): Input => ({
  name: `概要の${name}`,
  place: 'overview',
  holding,
  find,
  text: words(name),
});
const OVERVIEW: readonly Input[] = [
  ...LONG_TEXTS.map((name) => overview(name, box(name))),
  overview('まとめの見出しを加える行', box('まとめの見出しを加える'), 'line'),
  {
    ...overview('きっかけの日付', box('日付'), 'whole'),
    text: day,
    reads: dayReads,
  },
  overview('きっかけの理由', box('理由')),
  overview('支援者の役割', box(/の役割$/)),
  overview('数値の値', box(/の値$/)),
  overview('数値の時点', box(/の時点$/)),
  overview('数値の出典', box(/の出典$/)),
  ...['項目', '値', '時点', '出典'].map((name) =>
    overview(
      `新しい数値の${name}`,
      (page) => page.getByRole('main').getByRole('textbox', { name, exact: true }).last(),
      'form',
    ),
  ),
  overview('支援者を加える', combo('支援者を加える'), 'form'),
];

const lastBox = (name: string) => (page: Page) =>
  page.getByRole('main').getByRole('textbox', { name, exact: true }).last();
const findings = (
  name: string,
  find: Input['find'],
  holding: Holding,
  text: Input['text'] = words(name),
  reads?: Input['reads'],
): Input => ({
  name: `課題と対応の${name}`,
  place: 'findings',
  holding,
  find,
  text,
  ...(reads && { reads }),
});
const FINDINGS: readonly Input[] = [
  findings('課題', box('課題'), 'field'),
  findings('対応事項', box('対応事項'), 'field'),
  findings('担当', box(/」の担当$/), 'field'),
  findings(
    '期限',
    box(/」の期限$/),
    'whole',
    (n) => `R9.3.${n + 1}`,
    (n) => `R9.3.${n + 1}`,
  ),
  findings('新しい内容', box('内容'), 'form'),
  findings('新しい対応事項', lastBox('対応事項'), 'form'),
  findings('新しい担当', box('担当'), 'form'),
  findings('新しい期限', box('期限'), 'form'),
];

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
const ROADMAP: readonly Input[] = [
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
const TABLE: readonly Input[] = [
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

const MATERIALS: readonly Input[] = [
  {
    name: '資料の列の幅',
    place: 'materials',
    holding: 'whole',
    find: (page) =>
      materialsOf(page)
        .settings.getByRole('group', { name: '列の幅' })
        .getByRole('textbox')
        .first(),
    text: (n) => `${61 + n}`,
  },
];

const IMPORT: readonly Input[] = [
  {
    name: '取り込む表の出典',
    place: 'import',
    holding: 'form',
    open: async (page) => {
      const { pasteArea } = importOf(page);
      await pasteArea.waitFor();
      await paste(pasteArea, { 'text/plain': '日付\t内容\n8/5\t意見交換会' });
    },
    find: box('出典'),
    text: words('県の一覧'),
  },
];

const newCase = (name: string, find: Input['find'], text: Input['text'] = words(name)): Input => ({
  name: `案件をつくる画面の${name}`,
  place: 'newCase',
  holding: 'form',
  find,
  text,
});
const NEW_CASE: readonly Input[] = [
  newCase('市町村', combo('市町村')),
  newCase('団体コード', box('団体コード'), (n) => `43999${n}`),
  newCase('担当', box('担当')),
  newCase('事業の名前', box('事業の名前')),
  newCase('きっかけの日付', box('きっかけの日付'), day),
  newCase('きっかけの理由', box('きっかけの理由')),
  newCase('テーマ', combo('テーマ')),
  newCase('テーマの説明', box(/^テーマの説明/)),
];

const SETTINGS: readonly Input[] = ['課・班', 'あなたの名前'].map((name) => ({
  name: `設定の${name}`,
  place: 'settings',
  holding: 'form',
  find: box(name),
  text: words(name),
}));

const WELCOME: readonly Input[] = (['section', 'userName'] as const).map((field) => ({
  name: `はじめの画面の${field === 'section' ? '課・班' : 'あなたの名前'}`,
  place: 'welcome',
  holding: 'form',
  find: (page) => welcomeOf(page)[field],
  text: words(field === 'section' ? '課・班' : '山田'),
}));

const HEAD: readonly Input[] = ['担当', '事業の名前'].map((name) => ({
  name: `案件の情報の${name}`,
  place: 'overview',
  holding: 'form',
  open: async (page: Page) => {
    await caseHeadOf(page).edit.click();
  },
  find: inDialog(name),
  text: words(name),
}));

const END: readonly Input[] = [
  {
    name: '案件を終える窓の終了日',
    place: 'overview',
    holding: 'form',
    open: async (page: Page) => {
      await caseEndOf(page).begin.click();
    },
    find: (page) => caseEndOf(page).date,
    text: day,
  },
];

/**
 * Every input of the app that takes text for a record. Not in it: what only looks for something (search,
 * filters, lists of options that take nothing new), and pasted tables, which are kept by their source.
 */
export const INPUTS: readonly Input[] = [
  ...RECORD,
  ...FLOW,
  ...OVERVIEW,
  ...HEAD,
  ...END,
  ...FINDINGS,
  ...ROADMAP,
  ...TABLE,
  ...MATERIALS,
  ...IMPORT,
  ...NEW_CASE,
  ...SETTINGS,
  ...WELCOME,
];
