import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { shellOf } from './shell.ts';

/** 設定 → バックアップ. */
export const backupOf = (page: Page) => {
  const targets = page.getByRole('region', { name: 'バックアップ先' });
  const table = page.getByRole('grid', { name: '残っているバックアップ' });
  const dialog = page.getByRole('dialog', { name: /のバックアップに戻す$/ });
  return {
    targets,
    proof: page.getByRole('region', { name: '開けるか確かめる' }),
    table,
    dialog,
    rows: table.getByRole('row').filter({ has: page.getByRole('rowheader') }),
    progress: page.getByRole('progressbar'),
    now: targets.getByRole('button', { name: '今すぐバックアップする' }),
    open: async (): Promise<void> => {
      await shellOf(page).go('設定');
      await page.getByRole('button', { name: 'バックアップを開く' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'バックアップ' })).toBeVisible();
    },
    chooseFirst: (): Promise<void> =>
      targets.getByRole('button', { name: /^一つ目のフォルダーを/ }).click(),
    openOther: (): Promise<void> =>
      page.getByRole('button', { name: '別のフォルダーを開く…' }).click(),
    /** Backs up by hand, and waits until it is done. */
    backUp: async (): Promise<void> => {
      await targets.getByRole('button', { name: '今すぐバックアップする' }).click();
      await expect(shellOf(page).toast('バックアップしました。')).toBeVisible();
    },
    /** Opens the dialog of the newest generation. */
    askFor: async (row = 0): Promise<void> => {
      await table
        .getByRole('button', { name: /に戻す$/ })
        .nth(row)
        .click();
      await expect(dialog.getByRole('grid')).toBeVisible();
    },
    /** Brings one case back beside today's. */
    copy: async (found: string): Promise<void> => {
      await dialog.getByText('一つの案件を、写しとしていまの案件に並べる').click();
      await dialog.getByRole('combobox', { name: '写しにする案件' }).fill(found);
      await page.getByRole('option', { name: new RegExp(found) }).click();
    },
    confirm: (): Promise<void> =>
      dialog.getByRole('button', { name: '戻してアプリを開き直す' }).click(),
  };
};

/** The system's dialog answers with a folder, as if staff had chosen it. */
export const chooseFolder = (app: ElectronApplication, folder: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);

/** Opening again is the test's own: a process that the app starts would be nobody's. */
export const startOnce = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: running }) => {
    running.relaunch = () => undefined;
  });
