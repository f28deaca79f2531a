import readWorkbook from 'read-excel-file/universal';
import { TEXT_LIMIT } from '#shared/domain/import/grid.ts';
import { type ArchiveEntry, ArchiveError, pack, unpack } from './archive.ts';
import { readSheetXml } from './sheet-xml.ts';
import type { TextSheet } from './text-sheet.ts';
import { plainWorkbook, readWorkbookXml } from './workbook-xml.ts';

/** No workbook of tables that a year's meetings fill comes near this when it is unpacked. */
const UNPACKED_LIMIT = 100 * 1024 * 1024;

/** Pictures, drawings and the like are not unpacked. */
const isRead = (name: string): boolean =>
  /^xl\/(?:[^/]+\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i.test(name);

/**
 * Reads the sheets of a workbook as texts: of a formula what Excel reckoned last, of a date the day.
 * The library is given a workbook that is written anew out of what was counted and checked before.
 * @throws ArchiveError, and what read-excel-file throws at a workbook that it can't read
 */
export const readXlsx = async (
  bytes: Uint8Array,
): Promise<readonly TextSheet[] | 'no-workbook'> => {
  const entries = await unpack(bytes, isRead, UNPACKED_LIMIT);
  const files = new Map(entries.map((entry) => [entry.name, entry.bytes]));
  if (!files.has('xl/workbook.xml')) return 'no-workbook';
  const textOfFile = (name: string): string => decode(files.get(name));
  const book = readWorkbookXml(
    textOfFile('xl/workbook.xml'),
    textOfFile('xl/_rels/workbook.xml.rels'),
  );
  const sheets = book.sheets.map(({ name, path }) => {
    if (!files.has(path)) throw new ArchiveError('broken');
    return { name, ...readSheetXml(textOfFile(path)) };
  });
  const plain = plainWorkbook(sheets.length, book.is1904);
  const read = await readWorkbook(
    pack([
      entry('xl/workbook.xml', plain.book),
      entry('xl/_rels/workbook.xml.rels', plain.relations),
      ...sheets.map(({ xml }, index) => entry(`xl/worksheets/sheet${index + 1}.xml`, xml)),
      ...optional('xl/sharedStrings.xml', files.get(book.sharedStrings)),
      ...optional('xl/styles.xml', files.get(book.styles)),
    ]),
    { trim: false },
  );
  const texts = sheets.map(({ name, merges, isTooLarge }, index): TextSheet => {
    const cells = (read[index]?.data ?? []).map((row) => row.map(textOf));
    const isTooLong = lettersIn(cells) > TEXT_LIMIT;
    if (isTooLarge || isTooLong) return { name, cells: [], merges: [], isTooLarge: true };
    return { name, cells, merges };
  });
  if (texts.length > 0 && !texts.some(({ isTooLarge, cells }) => !isTooLarge && cells.length > 0)) {
    if (texts.some(({ isTooLarge }) => isTooLarge)) throw new ArchiveError('too-large');
  }
  return texts;
};

const decode = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? '' : new TextDecoder().decode(bytes);

const entry = (name: string, text: string): ArchiveEntry => ({
  name,
  bytes: new TextEncoder().encode(text),
});

const optional = (name: string, bytes: Uint8Array | undefined): readonly ArchiveEntry[] =>
  bytes === undefined ? [] : [{ name, bytes }];

const lettersIn = (cells: readonly (readonly string[])[]): number =>
  cells.reduce((sum, row) => row.reduce((more, text) => more + text.length, sum), 0);

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
};

/** A date as staff write it; the library gives midnight of that day in UTC. */
const dayText = (date: Date): string => {
  const day = `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
  const [hours, minutes] = [date.getUTCHours(), date.getUTCMinutes()];
  if (Number.isNaN(date.getTime())) return '';
  return hours === 0 && minutes === 0 ? day : `${day} ${hours}:${String(minutes).padStart(2, '0')}`;
};
