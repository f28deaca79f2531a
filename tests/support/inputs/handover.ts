import { box, day, dayReads, type Input, inDialog, words } from './input.ts';

const tacit = (name: string): Input => ({
  name: `引継ぎの${name}`,
  place: 'handover',
  holding: 'field',
  open: async (page) => {
    await page.getByRole('grid', { name: '引き継ぐ案件' }).getByRole('rowheader').first().click();
    await page.getByRole('textbox', { name }).waitFor();
  },
  find: box(name),
  text: words(name),
});

const book = (name: string): Input => ({
  name: `引継書の${name}`,
  place: 'handoverBook',
  holding: 'field',
  find: box(name),
  text: words(name),
});

export const HANDOVER: readonly Input[] = [
  ...[
    'この町で気をつけること',
    '実際に決めている人',
    '言ってはいけないこと',
    '試してうまくいかなかったこと',
  ].map(tacit),
  {
    name: '引継ぎの新しい担当',
    place: 'handoverPromises',
    holding: 'form',
    open: async (page) => {
      // The control itself lies hidden under its label.
      const table = page.getByRole('grid', { name: '残っている対応事項' });
      await table.getByRole('row').nth(1).locator('label').click();
      await page.getByRole('button', { name: '担当を付け替える' }).click();
    },
    find: inDialog('新しい担当'),
    text: words('佐藤'),
  },
  ...['前任', '後任', '確認者'].map(book),
  { ...book('引き継いだ日'), holding: 'whole', text: day, reads: dayReads },
  {
    ...book('本文'),
    open: async (page) => {
      const section = page.getByRole('region', { name: '用語', exact: true });
      await section.waitFor();
      // It may have been written over already.
      const write = section.getByRole('button', { name: '用語を書き直す' });
      if ((await write.count()) > 0) await write.click();
    },
    find: box('用語の本文'),
  },
];
