import { readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Says that a copied data folder is this installation's own, as it is after its first start: otherwise the
 * app would greet it as a copy, and write under a new device id.
 * @param {string} data
 */
export function ownData(data) {
  const path = realpathSync.native(join(data, 'records'));
  const { dev, ino } = statSync(path, { bigint: true });
  const { folder } = read(join(path, 'folder.json'));
  const [device] = readdirSync(join(path, 'devices')).map((name) => name.replace(/\.json$/, ''));
  const starts = read(join(path, 'devices', `${device}.json`));
  const place = { path, volume: String(dev), file: String(ino), host: hostname() };
  const marks = [{ ...place, ...starts, folder, device }];
  writeFileSync(`${data}.installations.json`, JSON.stringify({ marks }));
}

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
