import type { Locator, Page } from '@playwright/test';

type Added = {
  readonly ordinal?: string;
  readonly title?: string;
  readonly date?: string;
};

/** 支援の流れ: the ladder, its table, the panel beside, and the dialog that adds. */
export const flowOf = (page: Page) => {
  const ladder = page.getByRole('list', { name: '会合（はしご）' });
  const cards = ladder.locator('[data-meeting]');
  const dialog = page.getByRole('dialog');
  const peek = page.getByRole('complementary');
  const addButton = page.getByRole('button', { name: '会合を追加' });
  const field = (name: string): Locator => dialog.getByRole('textbox', { name });
  const submit = dialog.getByRole('button', { name: '追加する' });

  const openAdd = async (kind: string): Promise<void> => {
    await addButton.click();
    await page.getByRole('menuitem', { name: kind }).click();
    await dialog.waitFor();
  };
  return {
    ladder,
    cards,
    dialog,
    peek,
    addButton,
    /** Asks for the steps that lead to a round. */
    prepare: async (round: number): Promise<void> => {
      await addButton.click();
      await page.getByRole('menuitem', { name: `第${round}回支援に向けた取組み` }).click();
    },
    remove: peek.getByRole('button', { name: '削除' }),
    field,
    submit,
    openAdd,
    /** The card of a meeting, by the words on it. */
    card: (words: string | RegExp): Locator => cards.filter({ hasText: words }),
    showTable: (): Promise<void> => page.getByRole('radio', { name: '表', exact: true }).click(),
    table: page.getByRole('grid', { name: '会合（表）' }),
    /** Adds a meeting of a kind with what is given, and waits until it stands on the ladder. */
    add: async (kind: string, { ordinal, title, date }: Added = {}): Promise<void> => {
      const before = await cards.count();
      await openAdd(kind);
      if (ordinal !== undefined) await field('番号').fill(ordinal);
      if (title !== undefined) await field('名称').fill(title);
      if (date !== undefined) await field('日付').fill(date);
      await submit.click();
      await dialog.waitFor({ state: 'detached' });
      await cards.nth(before).waitFor();
    },
    /** Opens a meeting's record through the panel. */
    openRecord: async (words: string | RegExp): Promise<void> => {
      const card = cards.filter({ hasText: words }).first();
      await card.click();
      await peek.getByRole('button', { name: '開いて書く' }).click();
    },
  };
};
