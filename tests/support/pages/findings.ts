import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** 課題と対応: findings beside actions, their links, and both as a table. */
export const findingsOf = (page: Page) => {
  const findings = page.getByRole('region', { name: '課題・気づき' });
  const actions = page.getByRole('region', { name: '対応事項' });
  /** A line by the text in its first field. */
  const line = (card: Locator, text: string): Locator =>
    card
      .locator('[data-record]')
      .filter({ has: page.getByRole('button', { name: `「${text}」の操作` }) });
  return {
    findings,
    actions,
    finding: (text: string): Locator => line(findings, text),
    action: (text: string): Locator => line(actions, text),
    table: page.getByRole('grid', { name: '課題と対応（表）' }),
    show: (look: 'つながり' | '表'): Promise<void> =>
      page.getByRole('radio', { name: look, exact: true }).click(),
    copy: page.getByRole('button', { name: '表をコピー' }),
    print: page.getByRole('button', { name: '印刷' }),
    filter: async (what: string, choice: string): Promise<void> => {
      await page.getByRole('button', { name: `${what}で絞り込む` }).click();
      await page.getByRole('option', { name: choice, exact: true }).click();
    },
    add: async (text: string): Promise<void> => {
      const field = findings.getByRole('textbox', { name: '内容', exact: true });
      await field.fill(text);
      await field.press('Enter');
      await expect(field).toHaveValue('');
    },
    /** Adds an action that answers a finding, by one line below it. */
    answer: async (finding: string, text: string): Promise<void> => {
      const opener = findings.getByRole('button', { name: `「${finding}」への対応を加える` });
      // The line stays open for the next one.
      if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
      const field = findings.getByRole('textbox', { name: `「${finding}」への対応` });
      await expect(field).toBeFocused();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await expect(field).toHaveValue('');
    },
    openDetails: (action: string): Promise<void> =>
      actions.getByRole('button', { name: `「${action}」のつながり・結果` }).click(),
    tie: async (bar: string): Promise<void> => {
      const box = actions.getByRole('combobox', { name: 'ロードマップの帯・節目' });
      await box.fill(bar);
      await page.getByRole('option', { name: bar }).click();
      // The list is open for the next one; while it is, the rest of the page is not read out.
      await expect(box).toHaveValue('');
      await box.press('Escape');
    },
  };
};
