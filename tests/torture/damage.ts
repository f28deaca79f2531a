import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type DocumentId, folderOf } from '#shared/documents/document-id.ts';
import { deviceOfSource } from '#shared/ipc/logs.ts';
import type { Desk } from '../support/desk.ts';
import { laterFrame } from '../support/later-frame.ts';
import type { Chance } from './chance.ts';
import { filesOn, type LogCopy, readCopy } from './holdings.ts';

/** The file that a desk writes itself. */
export const ownCopy = async (desk: Desk, document: DocumentId): Promise<LogCopy | undefined> =>
  (await filesOn(desk, document)).find(({ source }) => source === (desk.device as string));

export const write = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
};

export const flip = async ({ path, bytes }: LogCopy, chance: Chance): Promise<string> => {
  const changed = Uint8Array.from(bytes);
  const at = chance.below(changed.length);
  const length = chance.pick([1, 1, 40]);
  for (let next = at; next < Math.min(changed.length, at + length); next += 1) {
    changed[next] = (changed[next] ?? 0) ^ (1 + chance.below(255));
  }
  await writeFile(path, changed);
  return `${length} bytes at ${at} of ${bytes.length}`;
};

export const cut = async ({ path, bytes }: LogCopy, chance: Chance): Promise<string> => {
  const to = chance.below(bytes.length);
  await truncate(path, to);
  return `at ${to} of ${bytes.length}`;
};

/** What a file system leaves of a write after a power cut: the length, and nothing in it. */
export const zeroEnd = async (
  document: DocumentId,
  copy: LogCopy,
  chance: Chance,
): Promise<string> => {
  const { starts } = readCopy(document, copy);
  const from = chance.happens(0.5) ? copy.bytes.length : (starts.at(-1) ?? copy.bytes.length);
  const zeros = new Uint8Array(1 + chance.below(5000));
  await writeFile(copy.path, Buffer.concat([copy.bytes.subarray(0, from), zeros]));
  return `${zeros.length} behind ${from} of ${copy.bytes.length}`;
};

/** Makes the last frame one that only a later version understands; false where there is none. */
export const makeLater = async (document: DocumentId, copy: LogCopy): Promise<boolean> => {
  const last = readCopy(document, copy).frames.at(-1);
  if (last === undefined) return false;
  const device = deviceOfSource(copy.source);
  await writeFile(copy.path, laterFrame(copy.bytes, document, device, last.seq));
  return true;
};

/** An earlier state of a file, as a slow synchronisation brings it: any beginning of it. */
export const beginningOf = (document: DocumentId, copy: LogCopy, chance: Chance): Uint8Array => {
  const { starts } = readCopy(document, copy);
  const isWhole = starts.length > 0 && chance.happens(0.7);
  return copy.bytes.subarray(0, isWhole ? chance.pick(starts) : chance.below(copy.bytes.length));
};

/** All files of a records folder. */
export const readFolder = async ({ logs }: Desk): Promise<ReadonlyMap<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  for (const document of await readdir(logs).catch(() => [])) {
    for (const file of await readdir(join(logs, document))) {
      files.set(join(document, file), await readFile(join(logs, document, file)));
    }
  }
  return files;
};

/** Puts a records folder back to what it was; what was not there then is gone. */
export const writeFolder = async (
  { logs }: Desk,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> => {
  await rm(logs, { recursive: true, force: true });
  for (const [name, bytes] of files) await write(join(logs, name), bytes);
};

export const pathOf = ({ logs }: Desk, document: DocumentId, source: string): string =>
  join(logs, folderOf(document), `${source}.log`);
