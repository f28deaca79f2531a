import Encoding from 'encoding-japanese';
import Papa from 'papaparse';
import { ROW_LIMIT } from '#shared/domain/import/grid.ts';
import { fromPlain } from '#shared/text/tsv-cell.ts';

/** Enough to tell an encoding by. */
const SAMPLE = 64 * 1024;

/**
 * Text out of a file: by its mark (BOM), as UTF-16 where its zeros say so, by the escapes of ISO-2022-JP,
 * as UTF-8 where it is that, else as Shift_JIS, which Excel writes in Japan; null where it is none.
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return decodeUtf16(bytes);
  if (hasEscapes(bytes)) return japanese(bytes, 'JIS');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const detected = Encoding.detect(bytes.subarray(0, SAMPLE), ['SJIS', 'EUCJP', 'JIS']);
    return japanese(bytes, detected || 'SJIS');
  }
};

const japanese = (bytes: Uint8Array, from: Encoding.Encoding): string | null => {
  const text = Encoding.convert(bytes, { to: 'UNICODE', from, type: 'string' });
  // More than a few letters that no Japanese encoding has: the file is something else.
  const unknown = text.match(/[\ufffd\u0080-\u009f]/g)?.length ?? 0;
  return unknown > text.length / 20 ? null : text;
};

/** ISO-2022-JP changes to Japanese by ESC $ B or ESC $ @; its bytes would pass for UTF-8. */
const hasEscapes = (bytes: Uint8Array): boolean => {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) return true;
  }
  return false;
};

/** Letters that tables of offices are made of. */
const USUAL = /[\t\r\n -~\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef\u2000-\u26ff]/g;

/** UTF-16 without its mark: of the two orders of bytes the one that gives words. */
const decodeUtf16 = (bytes: Uint8Array): string | null => {
  if (bytes.length % 2 !== 0) return null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const sample = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE));
    const usual = sample.match(USUAL)?.length ?? 0;
    if (usual >= sample.length * 0.95) return new TextDecoder(encoding).decode(bytes);
  }
  return null;
};

const DELIMITERS = ['\t', ',', ';'] as const;
/** So many lines tell what parts the cells. */
const LINES = 200;

/** What parts the cells: what stands in most lines; a title above the table has none of it. */
const delimiterOf = (text: string): (typeof DELIMITERS)[number] => {
  const lines = text.slice(0, SAMPLE).split(/\r\n|\r|\n/, LINES);
  const counts = DELIMITERS.map((each) => lines.filter((line) => line.includes(each)).length);
  const most = Math.max(...counts);
  return DELIMITERS[counts.indexOf(most)] ?? ',';
};

/** Wide blanks part columns that somebody has typed under each other. */
const BLANKS = / {2,9}|\u3000{1,9}/;

/** Rows of a text whose columns are parted by blanks; null where most lines have no columns. */
const blankColumns = (text: string): readonly (readonly string[])[] | null => {
  const lines = text.split(/\r\n|\r|\n/, ROW_LIMIT + 1).map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  const parted = filled.filter((line) => BLANKS.test(line)).length;
  if (parted < 2 || parted < filled.length * 0.6) return null;
  return lines.map((line) => line.split(BLANKS).filter((cell) => cell !== ''));
};

/** Reads comma, tab or semicolon separated text. Every cell is text; what kept it from being a formula goes. */
export const readCsv = (source: string): readonly (readonly string[])[] => {
  const text = source.replace(/^\ufeff/, '');
  if (!/[\t,;]/.test(text.slice(0, SAMPLE))) {
    const columns = blankColumns(text);
    if (columns !== null) return columns.map((row) => row.map(fromPlain));
  }
  const { data } = Papa.parse<readonly string[]>(text, {
    delimiter: delimiterOf(text),
    dynamicTyping: false,
    skipEmptyLines: false,
    // One row more than a table may have tells that it has too many.
    preview: ROW_LIMIT + 1,
  });
  const last = data.at(-1);
  const rows = last?.length === 1 && last[0] === '' ? data.slice(0, -1) : data;
  return rows.map((row) => row.map(fromPlain));
};
