import { ByteReader } from './byte-reader.mjs';

/**
 * @param {Buffer} cmap
 * @returns {ReadonlyMap<number, number>} code points, each with its glyph
 * @throws when the table has no part in format 4 or 12
 */
export function readCmap(cmap) {
  const count = cmap.readUInt16BE(2);
  const places = Array.from({ length: count }, (_, part) => cmap.readUInt32BE(8 + part * 8));
  const inFormat = (/** @type {number} */ format) =>
    places.find((at) => cmap.readUInt16BE(at) === format);
  const long = inFormat(12);
  if (long !== undefined) return readGroups(new ByteReader(cmap, long + 12));
  const short = inFormat(4);
  if (short !== undefined) return readSegments(cmap, short);
  throw new Error('The characters are not listed the usual way');
}

/** Format 12: every code point. @param {ByteReader} reader */
function readGroups(reader) {
  const groups = reader.u32();
  const glyphs = new Map();
  for (let group = 0; group < groups; group += 1) {
    const [start, end, first] = [reader.u32(), reader.u32(), reader.u32()];
    for (let code = start; code <= end; code += 1) glyphs.set(code, first + code - start);
  }
  return glyphs;
}

/** Format 4: the Basic Multilingual Plane alone. @param {Buffer} cmap @param {number} place */
function readSegments(cmap, place) {
  const segments = cmap.readUInt16BE(place + 6) / 2;
  const row = (/** @type {number} */ at) => new ByteReader(cmap, place + at);
  const ends = row(14);
  const starts = row(16 + segments * 2);
  const deltas = row(16 + segments * 4);
  const ranges = row(16 + segments * 6);
  const glyphs = new Map();
  for (let segment = 0; segment < segments; segment += 1) {
    const [start, end, delta, listAt] = [starts.u16(), ends.u16(), deltas.u16(), ranges.at];
    const range = ranges.u16();
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const listed = range === 0 ? code : cmap.readUInt16BE(listAt + range + (code - start) * 2);
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}
