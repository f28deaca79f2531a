import type { Locator, Page } from '@playwright/test';
import { recordOf } from './record.ts';

/** The findings and actions that stand in a meeting's note. */
export const linkedIn = (page: Page) => {
  const { note } = recordOf(page);
  return {
    menu: page.getByRole('listbox', { name: 'この行を何にするか' }),
    /** All of them, in their order. */
    all: note.getByRole('group'),
    /** The words of those of a kind: 課題. */
    words: (kind: string): Locator => note.getByRole('textbox', { name: kind, exact: true }),
  };
};
