import { TEXT_LIMIT } from '#shared/domain/import/grid.ts';
import { ArchiveError } from '#shared/zip/entries.ts';
import { type Package, partOf } from './parts.ts';
import { readSharedStrings } from './rich-text.ts';
import { readSheetXml } from './sheet-xml.ts';
import { readStylesXml } from './styles-xml.ts';
import type { TextSheet } from './text-sheet.ts';
import { readWorkbookXml, relationsOf } from './workbook-xml.ts';

/**
 * Reads the sheets of a workbook as texts, as Excel shows them.
 * @throws ArchiveError at what can't be read or is too much
 */
export const readXlsx = async ({ path, main, read }: Package): Promise<readonly TextSheet[]> => {
  const relations = relationsOf(path);
  const book = readWorkbookXml(main, partOf(await read([relations]), relations), path);
  const files = await read([
    book.sharedStrings,
    book.styles,
    ...book.sheets.map((sheet) => sheet.path),
  ]);
  const shared = {
    strings: readSharedStrings(partOf(files, book.sharedStrings)),
    styles: readStylesXml(partOf(files, book.styles)),
    is1904: book.is1904,
  };
  const sheets = book.sheets.map(({ name, path: place, isHidden }): TextSheet => {
    const xml = files.get(place.toLowerCase());
    if (xml === undefined) throw new ArchiveError('broken');
    const { isTooLarge, ...texts } = readSheetXml(xml, shared);
    if (!isTooLarge && lettersIn(texts.cells) <= TEXT_LIMIT) return { name, isHidden, ...texts };
    return { name, cells: [], merges: [], isHidden, isTooLarge: true };
  });
  const hasCells = sheets.some(({ cells }) => cells.length > 0);
  if (!hasCells && sheets.some(({ isTooLarge }) => isTooLarge)) throw new ArchiveError('too-large');
  return sheets;
};

const lettersIn = (cells: readonly (readonly string[])[]): number =>
  cells.reduce((sum, row) => row.reduce((more, text) => more + text.length, sum), 0);
