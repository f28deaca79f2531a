import type { TableContent } from '#shared/domain/tables/table.ts';
import { toHtml } from '#shared/domain/tables/to-html.ts';
import { toTsv } from '#shared/domain/tables/to-tsv.ts';
import { showToast } from '#ui/toast-queue.ts';
import { audienceNote } from '../audience/audience-choice.tsx';
import { copy } from '../clipboard/clipboard.ts';
import { showProblem } from '../store/store.tsx';

/** Puts a table on the clipboard, for Excel and Word alike, and says so. Must begin in a key press or a click. */
export const copyTable = async (table: TableContent): Promise<void> => {
  const isTaken = await copy(toTsv(table), toHtml(table));
  if (isTaken) {
    showToast(`表をコピーしました。${audienceNote(table.outgoing)}ExcelやWordに貼り付けられます。`);
  } else showProblem(NOT_COPIED);
};

const NOT_COPIED = {
  code: 'unexpected',
  happened: '表をコピーできませんでした。',
  safe: '記録は変わっていません。',
  todo: 'もう一度「表をコピー」を押してください。',
} as const;
