import readWorkbook from 'read-excel-file/universal';
import { COLUMN_LIMIT, type Merge, ROW_LIMIT } from '#shared/domain/import/grid.ts';
import { type ArchiveEntry, ArchiveError, pack, unpack } from './archive.ts';
import type { TextSheet } from './text-sheet.ts';

/** No workbook of tables that a year's meetings fill comes near this when it is unpacked. */
const UNPACKED_LIMIT = 150 * 1024 * 1024;

export const isWorkbook = (names: readonly string[]): boolean => names.includes('xl/workbook.xml');

/**
 * Reads the sheets of a workbook as texts: of a formula what Excel reckoned last, of a date the day.
 * @throws ArchiveError, and what read-excel-file throws at a workbook that it can't read
 */
export const readXlsx = async (
  bytes: Uint8Array,
): Promise<readonly TextSheet[] | 'no-workbook'> => {
  const entries = await unpack(bytes, (name) => /\.(?:xml|rels)$/.test(name), UNPACKED_LIMIT);
  if (!isWorkbook(entries.map(({ name }) => name))) return 'no-workbook';
  for (const { name, bytes: xml } of entries) {
    if (/worksheets\/[^/]+\.xml$/.test(name)) checkSize(xml);
  }
  // Unpacked already: the library then neither unpacks without limit nor starts workers of its own.
  const sheets = await readWorkbook(pack(entries), { trim: false });
  const merges = mergesBySheet(entries);
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    cells: data.map((row) => row.map(textOf)),
    merges: merges.get(sheet) ?? [],
  }));
};

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A cell far away would make the reader fill in all rows before it. */
const checkSize = (xml: Uint8Array): void => {
  for (const [, row = ''] of decode(xml).matchAll(/<(?:\w+:)?row\b[^>]*?\br="(\d+)"/g)) {
    if (Number(row) > ROW_LIMIT * 10) throw new ArchiveError('too-large');
  }
};

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

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** The merged areas of each sheet, which the library leaves out. */
const mergesBySheet = (entries: readonly ArchiveEntry[]): ReadonlyMap<string, readonly Merge[]> => {
  const files = new Map(entries.map(({ name, bytes }) => [name, bytes]));
  const read = (name: string): string => decode(files.get(name) ?? new Uint8Array());
  const targets = new Map(
    [...read('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  const sheets = [...read('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)];
  return new Map(
    sheets.map(([tag]) => [
      unescaped(attribute(tag, 'name')),
      mergesOf(read(targets.get(attribute(tag, 'r:id')) ?? '')),
    ]),
  );
};

const mergesOf = (xml: string): readonly Merge[] =>
  [...xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].flatMap(
    ([, fromColumn = '', fromRow = '', toColumn = '', toRow = '']) => {
      const from = { row: Number(fromRow) - 1, column: columnOf(fromColumn) };
      const to = { row: Number(toRow) - 1, column: columnOf(toColumn) };
      return from.row <= ROW_LIMIT && from.column <= COLUMN_LIMIT ? [{ from, to }] : [];
    },
  );

/** A is 0, AA is 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
