import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Packs files of one folder as an asar archive: a pickled JSON header, then the contents.
 * Format: https://github.com/electron/asar#format
 * @param {string} folder
 * @param {readonly string[]} names files directly in that folder
 * @param {string} target
 */
export function packAsar(folder, names, target) {
  const contents = names.map((name) => readFileSync(join(folder, name)));
  const files = {};
  let offset = 0;
  for (const [index, name] of names.entries()) {
    files[name] = { size: contents[index].length, offset: String(offset) };
    offset += contents[index].length;
  }
  const text = Buffer.from(JSON.stringify({ files }));
  const padded = Math.ceil(text.length / 4) * 4;
  const header = Buffer.alloc(16 + padded);
  header.writeUInt32LE(4, 0);
  header.writeUInt32LE(padded + 8, 4);
  header.writeUInt32LE(padded + 4, 8);
  header.writeUInt32LE(text.length, 12);
  text.copy(header, 16);
  writeFileSync(target, Buffer.concat([header, ...contents]));
}
