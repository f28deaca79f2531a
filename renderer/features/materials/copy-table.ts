import type { Table } from '#shared/domain/tables/table.ts';
import { toHtml } from '#shared/domain/tables/to-html.ts';
import { toTsv } from '#shared/domain/tables/to-tsv.ts';

/**
 * Puts a table on the clipboard, as HTML for Excel and Word and as text beside it.
 * Must begin in a key press or a click.
 * @returns whether the system took it
 */
export const copyTable = async (table: Table): Promise<boolean> => {
  const part = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        ...part('text/html', toHtml(table)),
        ...part('text/plain', toTsv(table)),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
};
