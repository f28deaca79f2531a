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
];
