import type { Locator, Page } from '@playwright/test';

/** Pages of the app that take text. */
export type Place =
  | 'record'
  | 'room'
  | 'flow'
  | 'overview'
  | 'ended'
  | 'findings'
  | 'roadmap'
  | 'table'
  | 'materials'
  | 'import'
  | 'knowHow'
  | 'themes'
  | 'theme'
  | 'newCase'
  | 'handover'
  | 'handoverPromises'
  | 'handoverBook'
  | 'people'
  | 'bodies'
  | 'person'
  | 'organization'
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

export const words =
  (text: string) =>
  (n: number): string =>
    `${text}${'甲乙丙丁戊'[n] ?? n}`;

export const box = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole('main')
    .getByRole('textbox', { name, exact: typeof name === 'string' })
    .first();
export const combo = (name: string) => (page: Page) =>
  page.getByRole('combobox', { name, exact: true });
export const inDialog = (name: string) => (page: Page) =>
  page.getByRole('dialog').getByRole('textbox', { name, exact: true });

export const day = (n: number): string => `8/${n + 4}`;
const DAYS = ['火', '水', '木', '金', '土', '日', '月'];
export const dayReads = (n: number): string => `令和8年8月${n + 4}日(${DAYS[n]})`;
