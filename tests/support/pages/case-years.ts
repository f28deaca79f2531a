import type { Locator, Page } from '@playwright/test';

/** The years of a municipality: the line in a case's head, its card on 概要, what is taken along. */
export const caseYearsOf = (page: Page) => {
  const line = page.getByRole('navigation', { name: '年度ごとの案件' });
  const dialog = page.getByRole('dialog', { name: '前の案件から引き継ぐ' });
  const card = page.getByRole('region', { name: '年度のつながり' });
  return {
    line,
    links: line.getByRole('link'),
    current: line.locator('[aria-current=page]'),
    card,
    dialog,
    take: card.getByRole('button', { name: '前の案件から引き継ぐ' }),
    /** A kind of what may be taken along, with its number. */
    kind: (name: string | RegExp): Locator => page.getByRole('checkbox', { name }),
    kinds: page.getByRole('group', { name: /から引き継ぐもの/ }).getByRole('checkbox'),
  };
};
