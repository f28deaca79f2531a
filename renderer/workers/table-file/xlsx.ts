import { TEXT_LIMIT } from '#shared/domain/import/grid.ts';
import { ArchiveError } from '#shared/zip/entries.ts';
import { unpack } from './archive.ts';
import { readSharedStrings } from './rich-text.ts';
import { readSheetXml } from './sheet-xml.ts';
import { readStylesXml } from './styles-xml.ts';
import type { TextSheet } from './text-sheet.ts';
import { readWorkbookXml, relationsOf, workbookPath } from './workbook-xml.ts';

/** No workbook of tables that a year's meetings fill comes near this when it is unpacked. */
const UNPACKED_LIMIT = 100 * 1024 * 1024;

/**
 * Reads the sheets of a workbook as texts, as Excel shows them. Only files that tables need are unpacked.
 * @throws ArchiveError at what can't be read or is too much
 */
export const readXlsx = async (
  bytes: Uint8Array,
): Promise<readonly TextSheet[] | 'no-workbook'> => {
  let left = UNPACKED_LIMIT;
  const texts = async (wanted: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const names = new Set(wanted.map((name) => name.toLowerCase()));
    const entries = await unpack(bytes, (name) => names.has(keyOf(name)), left);
    left -= entries.reduce((sum, { bytes: own }) => sum + own.length, 0);
    return new Map(entries.map((entry) => [keyOf(entry.name), decode(entry.bytes)]));
  };
  const textOf = (files: ReadonlyMap<string, string>, name: string): string =>
    files.get(name.toLowerCase()) ?? '';

  const root = textOf(await texts(['_rels/.rels']), '_rels/.rels');
  const path = workbookPath(root);
  const relations = relationsOf(path);
  const books = await texts([path, relations]);
  if (textOf(books, path) === '') return 'no-workbook';
  const book = readWorkbookXml(textOf(books, path), textOf(books, relations), path);
  const files = await texts([
    book.sharedStrings,
    book.styles,
    ...book.sheets.map((sheet) => sheet.path),
  ]);
  const shared = {
    strings: readSharedStrings(textOf(files, book.sharedStrings)),
    styles: readStylesXml(textOf(files, book.styles)),
    is1904: book.is1904,
  };
  const sheets = book.sheets.map(({ name, path: place, isHidden }): TextSheet => {
    const xml = files.get(place.toLowerCase());
    if (xml === undefined) throw new ArchiveError('broken');
    const { isTooLarge, ...read } = readSheetXml(xml, shared);
    if (!isTooLarge && lettersIn(read.cells) <= TEXT_LIMIT) return { name, isHidden, ...read };
    return { name, cells: [], merges: [], isHidden, isTooLarge: true };
  });
  const hasCells = sheets.some(({ cells }) => cells.length > 0);
  if (!hasCells && sheets.some(({ isTooLarge }) => isTooLarge)) throw new ArchiveError('too-large');
  return sheets;
};

/** Names in an archive are told apart by their letters alone; some programs write \ between folders. */
const keyOf = (name: string): string => name.replaceAll('\\', '/').toLowerCase();

/** XML says by its first bytes whether it is UTF-16. */
const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
};

const lettersIn = (cells: readonly (readonly string[])[]): number =>
  cells.reduce((sum, row) => row.reduce((more, text) => more + text.length, sum), 0);
