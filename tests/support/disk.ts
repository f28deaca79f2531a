import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentId, documentOfFolder, folderOf } from '#shared/documents/document-id.ts';
import type { FrameDraft } from '#shared/documents/frame.ts';
import { type LogReading, readLog } from '#shared/documents/log-reader.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { aDraft, TOOLS } from './logs.ts';
import type { Run } from './pc.ts';
import { appendToLog } from './write-logs.ts';

/** The files of a data folder, for tests that look at them or break them while the app is closed. */
export type Disk = {
  readonly documents: () => Promise<readonly DocumentId[]>;
  readonly read: (document: DocumentId) => Promise<LogReading>;
  /** The device whose log it is; the first where several have one. */
  readonly deviceOf: (document: DocumentId) => Promise<DeviceId>;
  /** Cuts the last bytes off, as a power cut in the middle of a write does. */
  readonly cut: (document: DocumentId, bytes: number) => Promise<void>;
  /** Flips bits in the frame with this index. */
  readonly flip: (document: DocumentId, frame: number) => Promise<void>;
  /** Appends an edit that the app itself would not make. */
  readonly append: (document: DocumentId, draft: Partial<FrameDraft>) => Promise<void>;
  /** Throws the whole IndexedDB away. */
  readonly loseCache: () => Promise<void>;
};

export const diskOf = (data: string): Disk => {
  const logs = join(data, 'records', 'logs');
  const deviceOf = async (document: DocumentId): Promise<DeviceId> => {
    const files = await readdir(join(logs, folderOf(document)));
    const [first] = files.filter((file) => /^[0-9a-z]+\.log$/.test(file)).sort();
    if (first === undefined) throw new Error(`${document} has no log`);
    return first.slice(0, -'.log'.length) as DeviceId;
  };
  const pathOf = async (document: DocumentId): Promise<string> =>
    join(logs, folderOf(document), `${await deviceOf(document)}.log`);
  const read = async (document: DocumentId): Promise<LogReading> =>
    readLog(
      Uint8Array.from(await readFile(await pathOf(document))),
      { document, device: await deviceOf(document) },
      TOOLS,
    );

  return {
    documents: async () => (await readdir(logs)).flatMap((name) => documentOfFolder(name) ?? []),
    read,
    deviceOf,
    cut: async (document, bytes) => {
      const path = await pathOf(document);
      await truncate(path, (await readFile(path)).length - bytes);
    },
    flip: async (document, frame) => {
      const path = await pathOf(document);
      const bytes = await readFile(path);
      const update = (await read(document)).frames[frame]?.update;
      if (update === undefined) throw new Error(`there is no frame ${frame}`);
      const at = bytes.indexOf(update) + Math.floor(update.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      await writeFile(path, bytes);
    },
    append: async (document, draft) =>
      appendToLog(logs, document, await deviceOf(document), [aDraft(draft)]),
    loseCache: () =>
      rm(join(data, 'browser', 'IndexedDB'), { recursive: true, force: true, maxRetries: 5 }),
  };
};

/**
 * Fills the disk under a running app: half of each log frame is written, then the system says that
 * there is no space left.
 * @returns what makes space again
 */
export const fillDisk = async ({ app }: Run): Promise<() => Promise<void>> => {
  await app.evaluate(() => {
    const { promises } = process.getBuiltinModule('node:fs');
    const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
    const open = promises.open;
    promises.open = async (path, ...rest) => {
      const file = await open(path, ...rest);
      if (!String(path).endsWith('.log')) return file;
      file.writeFile = async (content) => {
        const bytes = content as Uint8Array;
        await file.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
          code: 'ENOSPC',
        });
      };
      return file;
    };
    syncBuiltinESMExports();
    Object.assign(globalThis, { openWithSpace: open });
  });
  return () =>
    app.evaluate(() => {
      const { promises } = process.getBuiltinModule('node:fs');
      const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
      const { openWithSpace } = globalThis as unknown as {
        readonly openWithSpace: typeof promises.open;
      };
      promises.open = openWithSpace;
      syncBuiltinESMExports();
    });
};

/** Damages the cache of one document, as a half-written IndexedDB would be: what it holds is gone. */
export const loseCacheOf = ({ page }: Run, document: DocumentId): Promise<void> =>
  page.evaluate(async (id) => {
    const [found] = await indexedDB.databases();
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(found?.name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const stores = [...database.objectStoreNames].filter((name) => name !== 'meta');
    const work = database.transaction(stores, 'readwrite');
    for (const name of stores) {
      const request = work.objectStore(name).openCursor();
      request.onsuccess = () => {
        const cursor = request.result;
        if (cursor === null) return;
        const [key] = [cursor.primaryKey].flat();
        if (key === id) cursor.delete();
        cursor.continue();
      };
    }
    await new Promise<void>((resolve) => {
      work.oncomplete = () => resolve();
    });
    database.close();
  }, document);
