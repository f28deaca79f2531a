import type { Page } from '@playwright/test';
import { box, combo, day, dayReads, type Holding, type Input, words } from './input.ts';

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
  'この町で気をつけること',
  '実際に決めている人',
  '言ってはいけないこと',
  '試してうまくいかなかったこと',
];
const overview = (name: string, find: Input['find'], holding: Holding = 'field'): Input => ({
  name: `概要の${name}`,
  place: 'overview',
  holding,
  find,
  text: words(name),
});
/** Notes a check after the end of a case, if that is not done. */
const openFollowUp =
  (act: string) =>
  async (page: Page): Promise<void> => {
    const card = page.getByRole('region', { name: 'その後の確認' });
    await card.waitFor();
    const button = card.getByRole('button', { name: act });
    if ((await button.count()) > 0) await button.click();
  };
const followUp = (act: string, name: string, holding: Holding = 'field'): Input => ({
  ...overview(`その後の確認の${name}`, box(name), holding),
  place: 'ended',
  open: openFollowUp(act),
});
export const FOLLOW_UPS: readonly Input[] = [
  { ...followUp('6か月後：確認した', '6か月後の確認した日', 'whole'), text: day, reads: dayReads },
  followUp('6か月後：確認した', '6か月後に分かったこと'),
  followUp('12か月後：見送る', '12か月後を見送る理由'),
];

export const OVERVIEW: readonly Input[] = [
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
/** Opens what lies folded below the first line that has it; it may stand open already. */
const openFirst =
  (name: RegExp) =>
  async (page: Page): Promise<void> => {
    const opener = page.getByRole('main').getByRole('button', { name }).first();
    if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
  };
const openDetails = openFirst(/のつながり・結果$/);
export const FINDINGS: readonly Input[] = [
  findings('課題', box('課題'), 'field'),
  findings('決定の理由', box(/」の理由$/), 'field'),
  findings('対応事項', box('対応事項'), 'field'),
  findings('担当', box(/」の担当$/), 'field'),
  findings(
    '期限',
    box(/」の期限$/),
    'whole',
    (n) => `R9.3.${n + 1}`,
    (n) => `R9.3.${n + 1}`,
  ),
  {
    ...findings('課題への対応を加える行', box(/」への対応$/), 'line'),
    open: openFirst(/への対応を加える$/),
  },
  { ...findings('約束した相手', box('約束した相手'), 'field'), open: openDetails },
  { ...findings('待っている相手', box('待っている相手'), 'field'), open: openDetails },
  { ...findings('結果', box('結果'), 'field'), open: openDetails },
  {
    ...findings(
      '結果の日付',
      box('結果の日付'),
      'whole',
      (n) => `R9.3.${n + 1}`,
      (n) => `令和9年3月${n + 1}日(${'月火水木金'[n]})`,
    ),
    open: openDetails,
  },
  { ...findings('こたえる課題', combo('こたえる課題'), 'form'), open: openDetails },
  { ...findings('帯・節目', combo('ロードマップの帯・節目'), 'form'), open: openDetails },
  findings('新しい内容', box('内容'), 'form'),
  findings('新しい対応事項', lastBox('対応事項'), 'form'),
  findings('新しい担当', box('担当'), 'form'),
  findings('新しい期限', box('期限'), 'form'),
  // Its list opens with it; while it is, the rest of the page is not read out.
  {
    ...findings('課題のテーマ', combo('テーマ'), 'form'),
    open: async (page) => {
      const card = page.getByRole('region', { name: '課題・気づき' });
      await card
        .getByRole('button', { name: /の操作$/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'テーマをつける' }).click();
    },
  },
];
