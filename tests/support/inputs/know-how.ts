import type { Page } from '@playwright/test';
import { box, combo, type Input, words } from './input.ts';

const knowHow = (
  name: string,
  find: Input['find'],
  holding: Input['holding'] = 'field',
): Input => ({ name: `ノウハウの${name}`, place: 'knowHow', holding, find, text: words(name) });

export const KNOW_HOW: readonly Input[] = [
  ...['題名', '内容', 'うまくいくとき', '避けること', '聞く相手'].map((name) =>
    knowHow(name, box(name)),
  ),
  {
    ...knowHow('最後に確かめた日', box('最後に確かめた日'), 'whole'),
    text: (n) => `R8.8.${n + 4}`,
    reads: (n) => `令和8年8月${n + 4}日`,
  },
  knowHow('テーマ', combo('テーマ'), 'form'),
  knowHow('新しい題名', box('ノウハウを加える'), 'line'),
];

/** Makes the peer support, if that is not done. */
const openPeer = async (page: Page): Promise<void> => {
  const card = page.getByRole('region', { name: 'ピアサポート' });
  await card.waitFor();
  if ((await card.getByRole('listitem').count()) > 0) return;
  for (const [name, municipality] of [
    ['助ける市町村', '宇土市'],
    ['助けを受ける市町村', '益城町'],
  ] as const) {
    // A name typed to its end is picked.
    await card.getByRole('combobox', { name, exact: true }).fill(municipality);
    await page.keyboard.press('Tab');
  }
  await card.getByRole('button', { name: '加える' }).click();
  await card.getByRole('listitem').waitFor();
};

export const THEMES: readonly Input[] = [
  {
    name: '新しいテーマ',
    place: 'themes',
    holding: 'line',
    find: box('テーマを加える'),
    text: words('買い物支援'),
  },
  {
    name: 'テーマの名前',
    place: 'theme',
    holding: 'whole',
    find: box('名前'),
    text: words('移動の支援'),
  },
  {
    name: 'ピアサポートの内容',
    place: 'theme',
    holding: 'field',
    open: openPeer,
    find: box('宇土市から益城町への内容'),
    text: words('説明のしかた'),
  },
];
