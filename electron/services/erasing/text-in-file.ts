import { inflateRawSync } from 'node:zlib';
import { says } from '#shared/text/sought-words.ts';
import { isZip, listEntries, packedBytes } from '#shared/zip/entries.ts';

/** `closed`: nobody can say, since it is a picture, a scan, sealed, or of a kind that is not read. */
export type Finding = 'says' | 'silent' | 'closed';

/** In which offices of Japan write their files. */
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'iso-2022-jp'] as const;
/** Unpacked, all together; a document of so much text is none. */
const MAX_UNPACKED = 256 * 1024 * 1024;
/** What parts of Word's, Excel's and PowerPoint's files say something in letters. */
const SAYING = /\.(?:xml|rels|vml)$/i;
/** Of Microsoft's office, and of OpenDocument. */
const OFFICE = /^(?:\[Content_Types\]\.xml|content\.xml)$/;
/** Pictures within; what a scan says stands in no letters. */
const PICTURE = /(?:^|\/)(?:media|Pictures)\/|\.(?:bin|ole|pdf)$/i;
/** Text to look at, in which Japanese stands in another form. */
const IN_CODE = /^(?:%PDF|\{\\rtf)|^content-transfer-encoding:/im;
const LOOKED_AT = 64 * 1024;

/** Whether a file says a word that is looked for. Never throws. */
export const sayingOf = (bytes: Uint8Array, pattern: RegExp): Finding => {
  if (isZip(bytes)) return inArchive(bytes, pattern);
  if (ENCODINGS.some((encoding) => saysIn(bytes, encoding, pattern))) return 'says';
  return isText(bytes) ? 'silent' : 'closed';
};

const saysIn = (bytes: Uint8Array, encoding: string, pattern: RegExp): boolean =>
  says(pattern, plain(new TextDecoder(encoding).decode(bytes)));

const inArchive = (bytes: Uint8Array, pattern: RegExp): Finding => {
  try {
    const entries = listEntries(bytes);
    let left = MAX_UNPACKED;
    for (const entry of entries) {
      if (says(pattern, entry.name)) return 'says';
      if (!SAYING.test(entry.name)) continue;
      const packed = packedBytes(bytes, entry);
      const content =
        entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: left });
      left -= content.length;
      const xml = new TextDecoder().decode(content);
      // A name may be cut into runs of letters; what stands in attributes is no run.
      if (says(pattern, plain(xml)) || says(pattern, plain(withoutTags(xml)))) return 'says';
    }
    const isWhole = entries.some(({ name }) => OFFICE.test(name));
    return isWhole && !entries.some(({ name }) => PICTURE.test(name)) ? 'silent' : 'closed';
  } catch {
    return 'closed';
  }
};

/** Readings that Excel keeps beside a word would stand between its letters. */
const withoutTags = (xml: string): string =>
  xml.replaceAll(/<(\w+:)?rPh\b[\s\S]*?<\/\1?rPh>/g, '').replaceAll(/<[^>]*>/g, '');

/** Letters that are written as numbers, as letters. */
const plain = (text: string): string =>
  text.includes('&#')
    ? text.replaceAll(
        /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi,
        (whole, hex?: string, digits?: string) => {
          const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
          return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
        },
      )
    : text;

const isText = (bytes: Uint8Array): boolean => {
  const start = bytes.subarray(0, LOOKED_AT);
  const [first, second] = start;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return true;
  if (start.some((byte) => byte === 0)) return false;
  return !IN_CODE.test(new TextDecoder('latin1').decode(start));
};
