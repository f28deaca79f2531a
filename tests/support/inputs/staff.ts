import type { Page } from '@playwright/test';
import { staffOf } from '../pages/staff.ts';
import { box, combo, day, type Input, words } from './input.ts';

const month = (n: number): string => `R4.${n + 1}`;

const dates = (place: Input['place'], names: Readonly<Record<string, RegExp>>): readonly Input[] =>
  Object.entries(names).map(([name, label]) => ({
    name,
    place,
    holding: 'whole',
    find: box(label),
    text: month,
    reads: month,
  }));

const openChange = async (page: Page): Promise<void> => {
  await staffOf(page).begin.click();
};

/** 担当の履歴 on 概要. */
export const CHARGE: readonly Input[] = [
  ...dates('overview', { 担当の始まり: /の担当の始まり$/, 担当の終わり: /の担当の終わり$/ }),
  {
    name: '担当者を加える',
    place: 'overview',
    holding: 'form',
    find: combo('担当者を加える'),
    text: words('担当者'),
  },
];

export const STAFF: readonly Input[] = [
  {
    name: '職員を加える行',
    place: 'settings',
    holding: 'line',
    find: box('職員を加える'),
    text: words('職員'),
  },
  {
    name: '職員の名前',
    place: 'settings',
    holding: 'field',
    find: box('職員1の名前'),
    text: words('鈴木 一郎'),
  },
  {
    name: '職員の分担',
    place: 'settings',
    holding: 'field',
    find: box(/の分担$/),
    text: words('県南'),
  },
  ...dates('settings', { 職員の着任: /の課への着任$/, 職員の離任: /の課からの離任$/ }),
  {
    name: '担当替えの後任',
    place: 'settings',
    holding: 'form',
    open: openChange,
    find: (page) => staffOf(page).successor,
    text: words('後任'),
  },
  {
    name: '担当替えの日',
    place: 'settings',
    holding: 'form',
    open: openChange,
    find: (page) => staffOf(page).from,
    text: day,
  },
];
