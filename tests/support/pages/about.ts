import type { Page } from '@playwright/test';

/** このアプリについて: version and licences. */
export const aboutOf = (page: Page) => {
  const region = page.getByRole('region', { name: '使っているソフトウェアのライセンス' });
  const link = page.getByRole('button', { name: '版とライセンスを見る' });
  return {
    link,
    /** From the settings. */
    open: () => link.click(),
    search: region.getByRole('searchbox', { name: '名前やライセンスでさがす' }),
    packages: region.getByRole('listitem'),
    found: region.getByRole('status'),
  };
};
