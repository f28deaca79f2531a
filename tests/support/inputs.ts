import type { Locator, Page } from '@playwright/test';
import { caseHeadOf } from './pages/case-head.ts';
import { flowOf } from './pages/flow.ts';
import { recordOf } from './pages/record.ts';
import { roadmapOf } from './pages/roadmap.ts';

/** Pages of the app that take text. */
export type Place =
  | 'record'
  | 'flow'
  | 'overview'
  | 'findings'
  | 'roadmap'
  | 'newCase'
  | 'settings';

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
  'きっかけ',
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
  roadmapDialog('取組み（行）を追加', '取組みの名前'),
  roadmapDialog('分野を追加', '分野の名前'),
  roadmapDialog('表題・期間・暫定版の設定', '表題'),
  roadmapDialog('表題・期間・暫定版の設定', '添え書き'),
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

/**
 * Every input of the app that takes text for a record. Not in it: what only looks for something (search,
 * filters, lists of options that take nothing new), and pasted tables, which are kept by their source.
 */
export const INPUTS: readonly Input[] = [
  ...RECORD,
  ...FLOW,
  ...OVERVIEW,
  ...HEAD,
  ...FINDINGS,
  ...ROADMAP,
  ...NEW_CASE,
  ...SETTINGS,
];
