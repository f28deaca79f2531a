import type { Page } from '@playwright/test';
import { STAFF } from '../pc.ts';

/** First start: who one is, then where to begin. */
export const welcomeOf = (page: Page) => {
  const prefecture = page.getByRole('combobox', { name: '都道府県' });
  const section = page.getByRole('textbox', { name: '課・班' });
  const userName = page.getByRole('textbox', { name: 'あなたの名前' });
  const next = page.getByRole('button', { name: '次へ' });
  return {
    prefecture,
    section,
    userName,
    next,
    openSample: page.getByRole('button', { name: /^サンプルを開く/ }),
    newCase: page.getByRole('button', { name: /^案件をつくる/ }),
    skip: page.getByRole('button', { name: 'あとで決める' }),
    introduce: async (): Promise<void> => {
      await prefecture.fill('くまもと');
      await page.getByRole('option', { name: /熊本県/ }).click();
      await section.fill(STAFF.section);
      await userName.fill(STAFF.userName);
      await next.click();
    },
  };
};
