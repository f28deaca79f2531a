import type { Page } from '@playwright/test';
import { caseEndOf } from '../pages/case-end.ts';
import { caseHeadOf } from '../pages/case-head.ts';
import { importOf } from '../pages/import.ts';
import { materialsOf } from '../pages/materials.ts';
import { welcomeOf } from '../pages/welcome.ts';
import { paste } from '../paste.ts';
import { box, combo, day, type Input, inDialog, words } from './input.ts';

export const MATERIALS: readonly Input[] = [
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

export const IMPORT: readonly Input[] = [
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
export const NEW_CASE: readonly Input[] = [
  newCase('市町村', combo('市町村')),
  newCase('団体コード', box('団体コード'), (n) => `43999${n}`),
  newCase('担当', box('担当')),
  newCase('事業の名前', box('事業の名前')),
  newCase('きっかけの日付', box('きっかけの日付'), day),
  newCase('きっかけの理由', box('きっかけの理由')),
  newCase('テーマ', combo('テーマ')),
  newCase('テーマの説明', box(/^テーマの説明/)),
];

export const SETTINGS: readonly Input[] = ['課・班', 'あなたの名前'].map((name) => ({
  name: `設定の${name}`,
  place: 'settings',
  holding: 'form',
  find: box(name),
  text: words(name),
}));

export const WELCOME: readonly Input[] = (['section', 'userName'] as const).map((field) => ({
  name: `はじめの画面の${field === 'section' ? '課・班' : 'あなたの名前'}`,
  place: 'welcome',
  holding: 'form',
  find: (page) => welcomeOf(page)[field],
  text: words(field === 'section' ? '課・班' : '山田'),
}));

export const HEAD: readonly Input[] = ['担当', '事業の名前'].map((name) => ({
  name: `案件の情報の${name}`,
  place: 'overview',
  holding: 'form',
  open: async (page: Page) => {
    await caseHeadOf(page).edit.click();
  },
  find: inDialog(name),
  text: words(name),
}));

export const END: readonly Input[] = [
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
