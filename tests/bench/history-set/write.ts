/** Writes the history set into an empty folder: `node write-history-set.js <folder>`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { historyFiles } from './history-set.ts';

const SEED = 'banso';
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder to write to');

for (const { path, bytes } of historyFiles(SEED)) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
