import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as Y from 'yjs';
import { loadPieces } from '#data/journal/cache.ts';
import { assemble } from '#data/projection/project.ts';
import { type DocumentId, folderOf } from '#shared/documents/document-id.ts';
import { type LogReading, readLog } from '#shared/documents/log-reader.ts';
import { deviceOfSource, isSourceName, type SourceName } from '#shared/ipc/logs.ts';
import type { Desk } from '../support/desk.ts';
import { TOOLS } from '../support/logs.ts';

const EXTENSION = '.log';

export type LogCopy = {
  readonly source: SourceName;
  readonly path: string;
  readonly bytes: Uint8Array;
};

/** All log files of a document that lie on a desk. */
export const filesOn = async (
  { logs }: Desk,
  document: DocumentId,
): Promise<readonly LogCopy[]> => {
  const folder = join(logs, folderOf(document));
  const names = await readdir(folder).catch(() => []);
  const copies: LogCopy[] = [];
  for (const name of names.toSorted()) {
    const source = name.slice(0, -EXTENSION.length);
    if (!name.endsWith(EXTENSION) || !isSourceName(source)) continue;
    const path = join(folder, name);
    copies.push({ source, path, bytes: await readFile(path) });
  }
  return copies;
};

export const readCopy = (document: DocumentId, { source, bytes }: LogCopy): LogReading =>
  readLog(bytes, { document, device: deviceOfSource(source) }, TOOLS);

const piecesInFiles = async (desk: Desk, document: DocumentId): Promise<readonly Uint8Array[]> => {
  const files = await filesOn(desk, document);
  return files.flatMap((file) => readCopy(document, file).frames).map(({ update }) => update);
};

/** Every update that a desk has of a document, on its disk and in its cache: nothing is judged. */
const piecesOn = async (desk: Desk, document: DocumentId): Promise<readonly Uint8Array[]> => {
  const { updates } = await loadPieces(desk.database(), document);
  return [...(await piecesInFiles(desk, document)), ...updates];
};

/** What a document holds, in a shape that can be asked about single edits. */
export type Holding = { readonly has: (update: Uint8Array) => boolean };

export const holdingOf = (doc: Y.Doc): Holding => {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  const deleted = Y.createDeleteSetFromStructStore(doc.store);
  const isDeleted = (client: number, from: number, length: number): boolean => {
    let at = from;
    for (const { clock, len } of deleted.clients.get(client) ?? []) {
      if (clock <= at && clock + len > at) at = clock + len;
      if (at >= from + length) return true;
    }
    return false;
  };
  return {
    has: (update) => {
      const { structs, ds } = Y.decodeUpdate(update);
      return (
        structs.every(({ id, length }) => id.clock + length <= (clocks.get(id.client) ?? 0)) &&
        [...ds.clients].every(([client, ranges]) =>
          ranges.every(({ clock, len }) => isDeleted(client, clock, len)),
        )
      );
    },
  };
};

/** What one desk has of a document on its disk. */
export const heldInFiles = async (desk: Desk, document: DocumentId): Promise<Holding> =>
  holdingOf(assemble(await piecesInFiles(desk, document)));

/** All that can be had of a document from these desks together. */
export const heldBy = async (desks: readonly Desk[], document: DocumentId): Promise<Holding> => {
  const pieces: Uint8Array[] = [];
  for (const desk of desks) pieces.push(...(await piecesOn(desk, document)));
  return holdingOf(assemble(pieces));
};
