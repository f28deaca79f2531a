import { shorts } from './rebuild-glyphs.mjs';

/**
 * @typedef {import('./read-woff2.mjs').Font} Font
 * @typedef {{ code: number, font: Font, glyph: number }} Chosen a glyph of a slice, for a code point
 */

/** The tables that are the same in every slice, and hold for all of them together. */
const SHARED = ['OS/2', 'STAT', 'avar', 'fvar', 'gasp', 'name', 'post', 'prep'];

/**
 * Joins glyphs of several slices of one variable font to a font of its own, uncompressed: what is read
 * from the disk beside the program is the sooner drawn.
 * Advances vary with `gvar` alone, and nothing is kerned or substituted, as suits ideographs and signs.
 * @param {readonly Chosen[]} chosen
 * @returns {Buffer} an sfnt with TrueType outlines
 */
export function joinFont(chosen) {
  const inOrder = chosen.toSorted((a, b) => a.code - b.code);
  const first = inOrder[0]?.font;
  if (first === undefined) throw new Error('A font needs glyphs');
  const fonts = [...new Set(inOrder.map(({ font }) => font))];
  // The glyph that stands for missing ones comes first.
  const glyphs = [{ font: first, glyph: 0 }, ...inOrder];
  const records = glyphs.map(({ font, glyph }) => font.glyphs[glyph] ?? Buffer.alloc(0));
  const advances = glyphs.map(({ font, glyph }) => font.advances[glyph] ?? 0);
  return writeSfnt(
    new Map([
      ...SHARED.map((tag) => /** @type {const} */ ([tag, tableOf(first, tag)])),
      ['cmap', writeCmap(inOrder.map(({ code }) => code))],
      ['glyf', Buffer.concat(records)],
      ['gvar', joinVariations(glyphs)],
      ['head', joinHead(tableOf(first, 'head'), records)],
      ['hhea', patched(tableOf(first, 'hhea'), (to) => to.writeUInt16BE(glyphs.length, 34))],
      [
        'hmtx',
        shorts(
          glyphs.flatMap((_, i) => [
            advances[i] ?? 0,
            records[i]?.length ? records[i].readInt16BE(2) : 0,
          ]),
        ),
      ],
      ['loca', writeOffsets(records)],
      [
        'maxp',
        joinMaxima(
          fonts.map((font) => tableOf(font, 'maxp')),
          glyphs.length,
        ),
      ],
    ]),
  );
}

/** @param {Font} font @param {string} tag @returns {Buffer} */
export function tableOf(font, tag) {
  const table = font.tables.get(tag);
  if (table === undefined) throw new Error(`A slice lacks its table ${tag}`);
  return table;
}

/** @param {Buffer} table @param {(copy: Buffer) => void} change */
function patched(table, change) {
  const copy = Buffer.from(table);
  change(copy);
  return copy;
}

/** @param {readonly Buffer[]} records @returns {Buffer} where each begins, and the last ends, as uint32 */
function writeOffsets(records) {
  const bytes = Buffer.alloc((records.length + 1) * 4);
  let at = 0;
  for (const [index, record] of records.entries()) {
    at += record.length;
    bytes.writeUInt32BE(at, (index + 1) * 4);
  }
  return bytes;
}

/** @param {Buffer} head @param {readonly Buffer[]} records */
function joinHead(head, records) {
  const boxes = records.filter((record) => record.length > 0);
  const edge = (/** @type {number} */ at) => boxes.map((record) => record.readInt16BE(at));
  return patched(head, (to) => {
    // The checksum comes when the file is whole.
    to.writeUInt32BE(0, 8);
    to.writeInt16BE(Math.min(...edge(2)), 36);
    to.writeInt16BE(Math.min(...edge(4)), 38);
    to.writeInt16BE(Math.max(...edge(6)), 40);
    to.writeInt16BE(Math.max(...edge(8)), 42);
    // Long offsets in `loca`.
    to.writeInt16BE(1, 50);
  });
}

/** @param {readonly Buffer[]} maxima @param {number} glyphs */
function joinMaxima(maxima, glyphs) {
  return patched(maxima[0] ?? Buffer.alloc(0), (to) => {
    for (let at = 6; at < to.length; at += 2) {
      to.writeUInt16BE(Math.max(...maxima.map((each) => each.readUInt16BE(at))), at);
    }
    to.writeUInt16BE(glyphs, 4);
  });
}

/** @param {readonly { font: Font, glyph: number }[]} glyphs @returns {Buffer} */
function joinVariations(glyphs) {
  const first = tableOf(/** @type {{ font: Font }} */ (glyphs[0]).font, 'gvar');
  const shared = sharedTuples(first);
  const records = glyphs.map(({ font, glyph }) => {
    const table = tableOf(font, 'gvar');
    if (!sharedTuples(table).equals(shared)) throw new Error('The slices vary in different ways');
    return variationOf(table, glyph);
  });
  const header = Buffer.from(first.subarray(0, 20));
  const offsets = writeOffsets(records);
  header.writeUInt32BE(20 + offsets.length, 8);
  header.writeUInt16BE(glyphs.length, 12);
  // Long offsets.
  header.writeUInt16BE(1, 14);
  header.writeUInt32BE(20 + offsets.length + shared.length, 16);
  return Buffer.concat([header, offsets, shared, ...records]);
}

/** @param {Buffer} gvar @returns {Buffer} the regions of the design space that glyphs refer to by number */
function sharedTuples(gvar) {
  const at = gvar.readUInt32BE(8);
  return gvar.subarray(at, at + gvar.readUInt16BE(4) * gvar.readUInt16BE(6) * 2);
}

/** @param {Buffer} gvar @param {number} glyph */
function variationOf(gvar, glyph) {
  const isLong = (gvar.readUInt16BE(14) & 1) === 1;
  const base = gvar.readUInt32BE(16);
  const offset = (/** @type {number} */ index) =>
    base + (isLong ? gvar.readUInt32BE(20 + index * 4) : gvar.readUInt16BE(20 + index * 2) * 2);
  return gvar.subarray(offset(glyph), offset(glyph + 1));
}

/** @typedef {{ start: number, end: number, glyph: number }} Run code points in a row, and the first's glyph */

/** @param {readonly number[]} codes ascending; the first has glyph 1 @returns {Buffer} */
function writeCmap(codes) {
  /** @type {Run[]} */
  const runs = [];
  for (const [index, code] of codes.entries()) {
    const last = runs.at(-1);
    if (last?.end === code - 1) last.end = code;
    else runs.push({ start: code, end: code, glyph: index + 1 });
  }
  const short = writeSegments(runs.filter(({ end }) => end < 0xffff));
  const groups = runs.flatMap(({ start, end, glyph }) => [start, end, glyph]);
  const long = Buffer.alloc(4 + (3 + groups.length) * 4);
  long.writeUInt16BE(12, 0);
  for (const [at, value] of [long.length, 0, runs.length, ...groups].entries()) {
    long.writeUInt32BE(value, 4 + at * 4);
  }
  // Windows asks for the one or the other.
  const head = Buffer.concat([shorts([0, 2, 3, 1, 0, 0]), shorts([3, 10, 0, 20])]);
  head.writeUInt32BE(20 + long.length, 8);
  return Buffer.concat([head, long, short]);
}

/** @param {readonly Run[]} runs @returns {Buffer} format 4 */
function writeSegments(runs) {
  const all = [...runs, { start: 0xffff, end: 0xffff, glyph: 0x10000 }];
  const power = 2 ** Math.floor(Math.log2(all.length));
  const words = [
    ...[4, 16 + all.length * 8, 0, all.length * 2],
    ...[power * 2, Math.log2(power), (all.length - power) * 2],
    ...all.map(({ end }) => end),
    0,
    ...all.map(({ start }) => start),
    ...all.map(({ start, glyph }) => glyph - start),
    ...all.map(() => 0),
  ];
  return wrapped(words);
}

/** @param {readonly number[]} words of 16 bits, with whatever sign */
const wrapped = (words) => shorts(words.map((word) => (word << 16) >> 16));

/** @param {ReadonlyMap<string, Buffer>} tables @returns {Buffer} */
function writeSfnt(tables) {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(entries.length));
  const words = [entries.length, power * 16, Math.log2(power), (entries.length - power) * 16];
  const head = Buffer.concat([Buffer.from([0, 1, 0, 0]), shorts(words)]);
  let at = head.length + entries.length * 16;
  const directory = [];
  const bodies = [];
  for (const [tag, table] of entries) {
    const entry = Buffer.alloc(16);
    entry.write(tag, 0, 'latin1');
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    entry.writeUInt32BE(checksum(body), 4);
    entry.writeUInt32BE(at, 8);
    entry.writeUInt32BE(table.length, 12);
    directory.push(entry);
    bodies.push(body);
    at += body.length;
  }
  const file = Buffer.concat([head, ...directory, ...bodies]);
  const index = entries.findIndex(([tag]) => tag === 'head');
  const headAt = directory[index]?.readUInt32BE(8) ?? 0;
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}

/** @param {Buffer} bytes of a length that four divides */
function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
