import { ByteReader } from './byte-reader.mjs';

/** @typedef {{ dx: number, dy: number, isOn: boolean }} Point where it lies from the one before */

/**
 * Undoes WOFF 2's transform of `glyf` (section 5.1).
 * @param {Buffer} bytes the transformed table
 * @returns {Buffer[]} a record for each glyph, of even length, empty for one without an outline
 */
export function rebuildGlyphs(bytes) {
  const head = new ByteReader(bytes, 2);
  const hasOverlaps = (head.u16() & 1) === 1;
  const count = head.u16();
  head.u16();
  const sizes = Array.from({ length: 7 }, () => head.u32());
  const [contours, points, flags, triplets, , boxes, instructions] = sizes.map(
    (size) => new ByteReader(head.take(size)),
  );
  const hasBox = boxes.take(4 * Math.ceil(count / 32));
  const overlaps = hasOverlaps ? head.take(Math.ceil(count / 8)) : undefined;

  return Array.from({ length: count }, (_, glyph) => {
    const number = contours.i16();
    if (number === 0) return Buffer.alloc(0);
    if (number < 0) throw new Error('Compound glyphs are not expected here');
    const lengths = Array.from({ length: number }, () => points.short());
    const outline = Array.from({ length: lengths.reduce((sum, n) => sum + n, 0) }, () =>
      readPoint(flags.u8(), triplets),
    );
    const program = instructions.take(triplets.short());
    const box = isSet(hasBox, glyph) ? boxes.take(8) : boxOf(outline);
    const overlap = overlaps !== undefined && isSet(overlaps, glyph);
    return encodeGlyph({ lengths, outline, program, box, overlap });
  });
}

/** @param {Buffer} bits @param {number} index */
const isSet = (bits, index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;

/** @param {number} flag @param {ByteReader} from @returns {Point} */
function readPoint(flag, from) {
  const isOn = flag < 128;
  const kind = flag & 0x7f;
  const sign = (/** @type {number} */ bit, /** @type {number} */ size) =>
    (kind >> bit) & 1 ? size : -size;
  const first = from.u8();
  if (kind < 10) return { dx: 0, dy: sign(0, ((kind & 14) << 7) + first), isOn };
  if (kind < 20) return { dx: sign(0, (((kind - 10) & 14) << 7) + first), dy: 0, isOn };
  if (kind < 84) {
    const rest = kind - 20;
    const dx = sign(0, 1 + (rest & 0x30) + (first >> 4));
    return { dx, dy: sign(1, 1 + ((rest & 0x0c) << 2) + (first & 0x0f)), isOn };
  }
  const second = from.u8();
  if (kind < 120) {
    const rest = kind - 84;
    const dx = sign(0, 1 + (Math.trunc(rest / 12) << 8) + first);
    return { dx, dy: sign(1, 1 + (((rest % 12) >> 2) << 8) + second), isOn };
  }
  const third = from.u8();
  if (kind < 124) {
    const dx = sign(0, (first << 4) + (second >> 4));
    return { dx, dy: sign(1, ((second & 0x0f) << 8) + third), isOn };
  }
  return { dx: sign(0, (first << 8) + second), dy: sign(1, (third << 8) + from.u8()), isOn };
}

/** @param {readonly Point[]} outline @returns {Buffer} xMin, yMin, xMax, yMax */
function boxOf(outline) {
  let [x, y] = [0, 0];
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { dx, dy } of outline) {
    x += dx;
    y += dy;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return shorts(box);
}

/** @param {readonly number[]} values @returns {Buffer} big-endian int16 */
export function shorts(values) {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeInt16BE(value, index * 2);
  return bytes;
}

const ON_CURVE = 1;
const OVERLAP = 0x40;

/**
 * @param {{ lengths: readonly number[], outline: readonly Point[], program: Buffer, box: Buffer, overlap: boolean }} glyph
 * @returns {Buffer} a simple glyph's record
 */
function encodeGlyph({ lengths, outline, program, box, overlap }) {
  let end = -1;
  const ends = lengths.map((length) => (end += length));
  const flags = [];
  const xs = [];
  const ys = [];
  for (const [index, { dx, dy, isOn }] of outline.entries()) {
    const x = encodeStep(dx, xs);
    const y = encodeStep(dy, ys);
    const own = (isOn ? ON_CURVE : 0) | (x << 1) | (y << 2);
    flags.push(index === 0 && overlap ? own | OVERLAP : own);
  }
  const record = Buffer.concat([
    shorts([lengths.length]),
    box,
    shorts(ends),
    shorts([program.length]),
    program,
    Buffer.from([...flags, ...xs, ...ys]),
  ]);
  return record.length % 2 === 0 ? record : Buffer.concat([record, Buffer.alloc(1)]);
}

/** Short steps take a byte and their sign a flag; none at all takes a flag alone. */
const SHORT = 1;
const SAME_OR_POSITIVE = 1 << 3;

/** @param {number} step @param {number[]} into @returns {number} flags, as those of x without the shift */
function encodeStep(step, into) {
  if (step === 0) return SAME_OR_POSITIVE;
  if (step > -256 && step < 256) {
    into.push(Math.abs(step));
    return step > 0 ? SHORT | SAME_OR_POSITIVE : SHORT;
  }
  into.push((step >> 8) & 0xff, step & 0xff);
  return 0;
}
