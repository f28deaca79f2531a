import { brotliDecompressSync } from 'node:zlib';
import { ByteReader } from './byte-reader.mjs';
import { rebuildGlyphs } from './rebuild-glyphs.mjs';

/** The tags that have a number, in its order (WOFF 2, table 1). */
const TAGS = (
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx ' +
  'kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix ' +
  'acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak ' +
  'Zapf Silf Glat Gloc Feat Sill'
).match(/.{4}(?= |$)/g);

const HEADER = 48;
const NO_TRANSFORM = 3;

/**
 * A font of a WOFF 2 file (https://www.w3.org/TR/WOFF2/).
 * @typedef {object} Font
 * @property {ReadonlyMap<string, Buffer>} tables as they stand in an sfnt; `glyf`, `loca` and `hmtx` are
 *   left out where the file has them transformed
 * @property {readonly Buffer[]} glyphs each as a record of an sfnt's `glyf`
 * @property {readonly number[]} advances of the glyphs, in font units
 */

/**
 * @param {Buffer} file
 * @returns {Font}
 * @throws when the file uses what the bundled fonts do not: collections, compound glyphs
 */
export function readWoff2(file) {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('This is no WOFF 2 file');
  const entries = readDirectory(file);
  const tables = new Map(entries.filter((it) => !it.isTransformed).map((it) => [it.tag, it.bytes]));
  const glyf = entries.find((it) => it.tag === 'glyf');
  if (glyf?.isTransformed !== true) throw new Error('Its glyphs are not stored the usual way');
  const glyphs = rebuildGlyphs(glyf.bytes);
  const hmtx = entries.find((it) => it.tag === 'hmtx');
  const hhea = tables.get('hhea');
  if (hmtx === undefined || hhea === undefined) throw new Error('It has no advances');
  return { tables, glyphs, advances: readAdvances(hmtx, hhea.readUInt16BE(34), glyphs.length) };
}

/** @param {Buffer} file */
function readDirectory(file) {
  const reader = new ByteReader(file, 12);
  const count = reader.u16();
  reader.at = 20;
  const packedSize = reader.u32();
  reader.at = HEADER;
  const sizes = Array.from({ length: count }, () => {
    const flags = reader.u8();
    const number = flags & 0x3f;
    const tag = number === 63 ? reader.take(4).toString('latin1') : (TAGS?.[number] ?? '');
    const version = flags >> 6;
    const isGlyphs = tag === 'glyf' || tag === 'loca';
    const isTransformed = isGlyphs ? version !== NO_TRANSFORM : version !== 0;
    const plain = reader.base128();
    return { tag, isTransformed, size: isTransformed ? reader.base128() : plain };
  });
  const all = new ByteReader(brotliDecompressSync(reader.take(packedSize)));
  return sizes.map(({ tag, isTransformed, size }) => ({
    tag,
    isTransformed,
    bytes: all.take(size),
  }));
}

/** @param {{ isTransformed: boolean, bytes: Buffer }} hmtx @param {number} long @param {number} glyphs */
function readAdvances({ isTransformed, bytes }, long, glyphs) {
  const reader = new ByteReader(bytes);
  if (isTransformed) reader.u8();
  const advances = Array.from({ length: long }, () => {
    const advance = reader.u16();
    if (!isTransformed) reader.i16();
    return advance;
  });
  // The last advance holds for all glyphs behind it.
  return Array.from({ length: glyphs }, (_, glyph) => advances[Math.min(glyph, long - 1)] ?? 0);
}
