import type { Page } from '@playwright/test';
import { flowOf } from '../pages/flow.ts';
import { day, dayReads, type Input, inDialog, words } from './input.ts';

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
  await page.getByRole('menuitem', { name: PREPARATIONS }).last().click();
  await ladder.getByRole('region', { name: /支援に向けて$/ }).waitFor();
};

export const FLOW: readonly Input[] = [
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
