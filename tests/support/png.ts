import { inflateSync } from 'node:zlib';

export type Picture = {
  readonly width: number;
  readonly height: number;
  /** How many different colours stand in it: one, when nothing was drawn. */
  readonly colors: number;
};

/** Reads the PNGs that Chromium writes: 8 bits for each of red, green, blue (and alpha), not interlaced. */
export const readPng = (file: Buffer): Picture => {
  if (file.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const depth = file[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(file.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const rows = unfilter(inflateSync(Buffer.concat(parts)), width * depth, depth);
  const colors = new Set<number>();
  for (let at = 0; at + depth <= rows.length; at += depth * 3) colors.add(rows.readUIntBE(at, 3));
  return { width, height, colors: colors.size };
};

/** Undoes what PNG's five filters did to each row. */
const unfilter = (raw: Buffer, row: number, depth: number): Buffer => {
  const height = Math.floor(raw.length / (row + 1));
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const here = y * row + x;
      const left = x >= depth ? (out[here - depth] ?? 0) : 0;
      const up = y > 0 ? (out[here - row] ?? 0) : 0;
      const corner = x >= depth && y > 0 ? (out[here - row - depth] ?? 0) : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[here] = ((raw[y * (row + 1) + 1 + x] ?? 0) + predicted) & 255;
    }
  }
  return out;
};

const paeth = (left: number, up: number, corner: number): number => {
  const estimate = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(estimate - value));
  if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left;
  return (b ?? 0) <= (c ?? 0) ? up : corner;
};
