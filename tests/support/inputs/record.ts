import type { Page } from '@playwright/test';
import { attachmentsOf, give } from '../pages/attachments.ts';
import { recordOf } from '../pages/record.ts';
import { box, combo, day, dayReads, type Holding, type Input, inDialog, words } from './input.ts';

/** An action that was begun on an empty line of the note: its three inputs stand there. */
const openLinked = async (page: Page): Promise<void> => {
  const { note } = recordOf(page);
  const words = note.getByRole('textbox', { name: '対応', exact: true });
  await note.waitFor();
  // What stands in the note is drawn with the next frame.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  if ((await words.count()) > 0) return;
  await note.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('する');
  await page.keyboard.press('Control+Alt+5');
  await words.waitFor();
};
const inNote = (
  name: string,
  label: string,
  holding: Holding = 'field',
  text: Input['text'] = words(name),
  reads?: Input['reads'],
): Input => ({
  name: `本文の${name}`,
  place: 'record',
  holding,
  open: openLinked,
  find: (page) => recordOf(page).note.getByRole('textbox', { name: label, exact: true }),
  text,
  ...(reads && { reads }),
});

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

/** A file that was dropped, with the line for what it is. */
const openRemark = async (page: Page): Promise<void> => {
  const files = attachmentsOf(page);
  if ((await files.items.count()) === 0) {
    await give(files.card, 'drop', { name: '次第.txt', type: 'text/plain', bytes: [65] });
    await files.items.first().waitFor();
  }
  if ((await files.items.getByRole('textbox').count()) === 0) {
    await files.act('次第.txt', '説明を書く');
  }
};

const record = (
  name: string,
  find: Input['find'],
  holding: Holding = 'field',
  text: Input['text'] = words(name),
  reads?: Input['reads'],
): Input => ({ name, place: 'record', holding, find, text, ...(reads && { reads }) });

export const RECORD: readonly Input[] = [
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
  {
    name: '添付ファイルの説明',
    place: 'record',
    holding: 'field',
    open: openRemark,
    find: (page) => attachmentsOf(page).items.getByRole('textbox'),
    text: words('説明'),
  },
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
  record('決定の理由', box(/始めるの理由$/)),
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
  inNote('対応', '対応'),
  inNote('対応の担当', '担当'),
  inNote(
    '対応の期限',
    '期限',
    'whole',
    (n) => `R9.3.${n + 1}`,
    (n) => `R9.3.${n + 1}`,
  ),
  link('リンク先', (n) => `https://example.go.jp/${n}`),
  link('表示する文字', words('リンクの文字')),
];

const room = (name: string, find: Input['find'], holding: Holding = 'field'): Input => ({
  name: `会議モードの${name}`,
  place: 'room',
  holding,
  find,
  text: words(name),
});

export const ROOM: readonly Input[] = [
  room('課題', box('課題')),
  room('発言者', box(/の発言者$/)),
  room('決定の理由', box(/始めるの理由$/)),
  room('対応事項の担当', box(/の担当$/)),
  room('課題を加える', box('課題を加える'), 'line'),
  room('記録の本文', (page) => recordOf(page).note),
];
