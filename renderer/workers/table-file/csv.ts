import Encoding from 'encoding-japanese';
import Papa from 'papaparse';
import { ROW_LIMIT } from '#shared/domain/import/grid.ts';
import { fromPlain } from '#shared/text/tsv-cell.ts';

/** Enough to tell an encoding by. */
const SAMPLE = 64 * 1024;

/**
 * Text out of a file: by its mark (BOM), as UTF-8 where it is that, else as Shift_JIS, which Excel
 * writes in Japan; null where it is neither.
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const detected = Encoding.detect(bytes.subarray(0, SAMPLE), ['SJIS', 'EUCJP', 'JIS']);
    const from = detected || 'SJIS';
    const text = Encoding.convert(bytes, { to: 'UNICODE', from, type: 'string' });
    // More than a few letters that no Japanese encoding has: the file is something else.
    const unknown = text.match(/[\ufffd\u0080-\u009f]/g)?.length ?? 0;
    return unknown > text.length / 20 ? null : text;
  }
};

/** Reads comma, tab or semicolon separated text. Every cell is text; what kept it from being a formula goes. */
export const readCsv = (text: string): readonly (readonly string[])[] => {
  const { data } = Papa.parse<readonly string[]>(text.replace(/^\ufeff/, ''), {
    dynamicTyping: false,
    skipEmptyLines: false,
    // One row more than a table may have tells that it has too many.
    preview: ROW_LIMIT + 1,
    delimitersToGuess: [',', '\t', ';'],
  });
  const last = data.at(-1);
  const rows = last?.length === 1 && last[0] === '' ? data.slice(0, -1) : data;
  return rows.map((row) => row.map(fromPlain));
};
