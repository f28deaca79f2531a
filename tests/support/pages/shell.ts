import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

type Place =
  | 'ホーム'
  | '案件'
  | '予定'
  | '人・機関'
  | 'テーマ'
  | 'ノウハウ'
  | '引継ぎ'
  | 'ごみ箱'
  | '設定';

/** What stands around every screen: places, search, undo, and the save state. */
export const shellOf = (page: Page) => {
  const bar = page.getByRole('banner').first();
  const status = bar.getByRole('status');
  return {
    status,
    undo: page.getByRole('button', { name: /^元に戻す/ }).first(),
    redo: page.getByRole('button', { name: /^やり直す/ }).first(),
    heading: page.getByRole('heading', { level: 1 }),
    /** Messages that are told until they are put away. */
    notice: (words: string | RegExp): Locator =>
      page.locator('[role=status],[role=alert]').filter({ hasText: words }),
    go: (place: Place): Promise<void> =>
      page.getByRole('navigation', { name: 'メイン' }).getByRole('link', { name: place }).click(),
    /** Waits until the log's flush of the last edit has returned. */
    saved: () => expect(status).toContainText('保存済み'),
    failed: page.getByRole('button', { name: '保存できません' }),
    saveAgain: page.getByRole('button', { name: 'もう一度保存' }),
    /** A toast: what was done just now. */
    toast: (words: string | RegExp): Locator =>
      page.getByRole('alertdialog').filter({ hasText: words }),
  };
};

/** Waits for a page with this title and tells how it is called. */
export const seeHeading = (page: Page, name: string | RegExp): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
