import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** 会合の記録: the fields, the note, and what came of the meeting. */
export const recordOf = (page: Page) => {
  const form = page.getByRole('region', { name: '会合の内容' });
  const note = page.getByRole('textbox', { name: /の記録$/ });
  const field = (label: string | RegExp): Locator =>
    form.getByRole('textbox', { name: label, exact: typeof label === 'string' });
  const attendance = page.getByRole('region', { name: '出席' });
  const programme = page.getByRole('region', { name: '当日の次第' });
  return {
    form,
    note,
    field,
    attendance,
    programme,
    date: field('日付'),
    times: field('時刻'),
    place: field('場所'),
    aim: field('ねらい'),
    total: attendance.getByRole('textbox', { name: /^出席の計/ }),
    attendee: page.getByRole('combobox', { name: '出席者を加える' }),
    supporters: form.getByRole('combobox', { name: '支援者' }),
    item: programme.getByRole('textbox', { name: '次第を加える' }),
    mode: (name: string): Locator => form.getByRole('checkbox', { name }),
    /** The box itself lies hidden under its label. */
    pickMode: (name: string): Promise<void> =>
      form.locator('label').filter({ hasText: name }).first().click(),
    /** A group with its heads, made on the spot: 民生委員 49人. */
    addGroup: async (words: string): Promise<void> => {
      const box = page.getByRole('combobox', { name: '出席者を加える' });
      await box.fill(words);
      await page.getByRole('option', { name: /機関・団体として加える/ }).click();
      // The list is open for the next one; while it is, the rest of the page is not read out.
      await expect(box).toHaveValue('');
      await box.press('Escape');
      const [name = ''] = words.split(' ');
      await expect(attendance.getByRole('textbox', { name: /の名前$/ }).last()).toHaveValue(name);
    },
    addItem: async (words: string): Promise<void> => {
      const item = programme.getByRole('textbox', { name: '次第を加える' });
      await item.fill(words);
      await item.press('Enter');
      await expect(item).toHaveValue('');
    },
    back: (): Promise<void> =>
      page
        .getByRole('navigation', { name: '現在の場所' })
        .getByRole('button', { name: '支援の流れ' })
        .click(),
    /** 予定, 実施, 延期 or 中止. */
    setState: async (state: string): Promise<void> => {
      await page.getByRole('button', { name: /状態/ }).click();
      await page.getByRole('option', { name: state }).click();
    },
  };
};

/** The note's words as they stand on the screen, line by line. */
export const noteText = (page: Page): Promise<string> =>
  recordOf(page).note.evaluate((element) =>
    [...element.querySelectorAll('p, h1, h2, h3')].map((line) => line.textContent).join('\n'),
  );
