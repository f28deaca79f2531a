import type { Page } from '@playwright/test';

/** 記録の確定 in the head of a record, and the window that tells what has changed since. */
export const confirmationOf = (page: Page) => {
  const main = page.getByRole('main');
  const panel = page.getByRole('dialog', { name: /^(確定後の変更|記録の確定)$/ });
  return {
    confirm: main.getByRole('button', { name: '確定する', exact: true }),
    /** 確定 R8.11.22 山田 花子 */
    mark: main.getByText(/^確定 /),
    /** 確定後の変更 2件, or 確定の内容 while there are none. */
    open: main.getByRole('button', { name: /^(確定後の変更|確定の内容)/ }),
    panel,
    /** The rows of the table, each as 項目, 確定したとき, いま, 変えた日時と人. */
    changes: (): Promise<readonly string[][]> =>
      panel
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
        ),
    again: panel.getByRole('button', { name: 'いまの内容で確定し直す' }),
    reopen: panel.getByRole('button', { name: '確定を取り消す' }),
  };
};
