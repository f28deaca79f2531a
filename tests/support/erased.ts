import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as Y from 'yjs';
import { isSaying } from '#data/erasing/blank-update.ts';
import { documentOfFolder } from '#shared/documents/document-id.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import { deviceOfSource, type SourceName } from '#shared/ipc/logs.ts';
import { filesBelow } from './backups.ts';
import { TOOLS } from './logs.ts';

/** Files below a folder whose bytes hold a text, as UTF-8 or UTF-16. */
export const filesWith = async (folder: string, text: string): Promise<readonly string[]> => {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const found: string[] = [];
  for (const file of await filesBelow(folder)) {
    const bytes = await readFile(join(folder, file));
    if (forms.some((form) => bytes.includes(form))) found.push(file);
  }
  return found;
};

/** All that the frames of a folder's logs say, packed ones unpacked, letters of a text put together. */
export const saidInLogs = async (logs: string): Promise<string> => {
  const said: string[] = [];
  for (const file of await filesBelow(logs)) {
    const [folder = '', name = ''] = file.split('/');
    const document = documentOfFolder(folder);
    if (document === undefined || !name.endsWith('.log')) continue;
    const device = deviceOfSource(name.slice(0, -'.log'.length) as SourceName);
    const bytes = await readFile(join(logs, file));
    for (const { label, author, update } of readLog(bytes, { document, device }, TOOLS).frames) {
      said.push(label, author.name, wordsOf(update));
    }
  }
  return said.join('\n');
};

const wordsOf = (update: Uint8Array): string =>
  Y.decodeUpdate(update)
    .structs.map((struct) =>
      struct instanceof Y.Item && isSaying(struct.content)
        ? JSON.stringify(struct.content.getContent())
        : '',
    )
    .join('')
    .replaceAll(/[[\]",]/g, '');
