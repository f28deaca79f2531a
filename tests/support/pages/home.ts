import type { Locator, Page } from '@playwright/test';

/** ホーム: the year's cases, what is on one's mind, and the next two weeks. */
export const homeOf = (page: Page) => {
  const main = page.getByRole('main');
  const card = (title: string): Locator => main.getByRole('region', { name: title, exact: true });
  const concerns = card('気になること').getByRole('listitem');
  return {
    card,
    concerns,
    concern: (words: string | RegExp): Locator => concerns.filter({ hasText: words }),
    /** Goes where a concern is settled. */
    settle: (words: string | RegExp): Promise<void> =>
      concerns.filter({ hasText: words }).getByRole('button').click(),
    coming: card('これからの2週間').getByRole('listitem'),
    /** The number beside ホーム at the left. */
    count: page
      .getByRole('navigation', { name: 'メイン' })
      .getByRole('img', { name: /^気になること/ }),
  };
};
