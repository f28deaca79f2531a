import type { Locator, Page } from '@playwright/test';
import { recordOf } from './record.ts';

/** What a meeting's note mentions, and the lists that the marks open. */
export const mentionsIn = (page: Page) => {
  const { note } = recordOf(page);
  const list = page.getByRole('listbox', { name: /へのリンク$/ });
  return {
    list,
    options: list.getByRole('option'),
    option: (words: string | RegExp): Locator => list.getByRole('option', { name: words }),
    all: note.getByRole('link'),
    link: (words: string): Locator => note.getByRole('link', { name: words, exact: true }),
    /** On the page of whatever is mentioned. */
    backlinks: page.getByRole('region', { name: '記録の本文でのリンク' }),
  };
};
