import 'fake-indexeddb/auto';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EDITOR_ORIGIN } from '#adapters/editor/editor-origin.ts';
import { findConflicts } from '#data/conflicts/find-conflicts.ts';
import { Database, type ErasedAgain } from '#data/database.ts';
import { inspect } from '#data/documents/inspect.ts';
import type { ErasePort } from '#data/erasing/erase-port.ts';
import { loadPieces } from '#data/journal/cache.ts';
import type { LogPort } from '#data/journal/log-port.ts';
import { storedNote } from '#data/mentions/retell.ts';
import { assemble, projectAll } from '#data/projection/project.ts';
import { createAdopt } from '#data/startup/adopt.ts';
import type { AskAdopt } from '#data/startup/adopting.ts';
import { type Started, start } from '#data/startup/start.ts';
import {
  listAsideLogs,
  readAsideLog,
  settleAsides,
} from '#electron/services/erasing/aside-logs.ts';
import { clearTraces } from '#electron/services/erasing/clear-traces.ts';
import {
  dropErasePlan,
  keepErasePlan,
  readErasePlan,
} from '#electron/services/erasing/plan-file.ts';
import { readOnThread } from '#electron/services/log/log-reader.ts';
import { type LogStore, openLogStore } from '#electron/services/log/log-store.ts';
import {
  type DeviceId,
  type FolderId,
  type Id,
  randomHex,
  randomId,
} from '#shared/domain/record/ids.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { ok, type Result } from '#shared/result.ts';

/** Origin under which tests write to notes, as the editor does. */
export const EDITOR = Symbol('editor');

/** One PC: a folder of real log files, and a cache of its own. It can be started again and again. */
export type Desk = {
  readonly device: DeviceId;
  readonly folder: string;
  readonly logs: string;
  /** The files as they are, while it runs. */
  readonly readLog: LogPort['read'];
  readonly database: () => Database;
  readonly start: (change?: (port: LogPort) => LogPort) => Promise<Started>;
  /** The same, for whoever does not wait until the logs were read. */
  readonly begin: (change?: (port: LogPort) => LogPort) => Started;
  /** Ends the run as a power cut does: nothing is flushed first. */
  readonly stop: () => void;
  /** Takes another device id from the next start on, as a copied folder does. */
  readonly become: (device: DeviceId) => void;
  /** Resolves when nothing more of the run before can reach the disk. */
  readonly settled: () => Promise<void>;
  /** Whoever sits at it from now on. */
  readonly seat: (name: string) => void;
  /** Moves the clock, by milliseconds; it goes on from there. */
  readonly turnClock: (by: number) => void;
  /** Who puts documents into its cache from the next start on. */
  readonly adoptBy: (ask: AskAdopt) => void;
  /** What it was told since it began of what was erased again. */
  readonly erasedTold: () => readonly ErasedAgain[];
  readonly loseCache: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** @param folder a records folder that another desk has too; a new one unless given */
export const createDesk = async (first = randomId<DeviceId>(), shared?: string): Promise<Desk> => {
  const folder = shared ?? (await mkdtemp(join(tmpdir(), 'desk-')));
  const folderId = randomHex(16) as FolderId;
  let device = first;
  let run: Started | undefined;
  const logs = join(folder, 'logs');
  const name = `cache-${randomId<Id<'cache'>>()}`;
  let database = new Database(name);
  let time = 1_660_000_000_000;
  let author = { id: 'a1', name: '山田' };
  let store: LogStore | undefined;
  let adopt: AskAdopt = createAdopt(() => true);
  let current = 0;
  let told: ErasedAgain[] = [];
  const end = (): void => {
    current += 1;
    run?.stop();
    database.close();
    // The run keeps the closed one: whatever it still wanted to write, it cannot.
    database = new Database(name);
  };
  /** What has been stopped asks nothing more, and hears no answer: a process that is gone does neither. */
  const whileCurrent = (port: LogPort): LogPort => {
    const own = current;
    const unlessGone = async <T>(ask: () => Promise<T>): Promise<T> => {
      const answer = own === current ? await ask() : undefined;
      return answer !== undefined && own === current ? answer : new Promise(() => undefined);
    };
    return {
      heads: () => unlessGone(port.heads),
      read: (request) => unlessGone(() => port.read(request)),
      append: (groups) => unlessGone(() => port.append(groups)),
      erase: (request) => unlessGone(() => port.erase(request)),
    };
  };
  const whileErasing = (): ErasePort => {
    const own = current;
    const unlessGone = async <T>(ask: () => Promise<T>): Promise<Result<T>> => {
      const answer = own === current ? await ask() : undefined;
      return answer !== undefined && own === current ? ok(answer) : new Promise(() => undefined);
    };
    return {
      readPlan: () =>
        unlessGone(async () => {
          const plan = await readErasePlan(folder);
          return plan === 'damaged' ? null : (plan ?? null);
        }),
      keepPlan: (plan) =>
        unlessGone(async () => {
          await (plan === null ? dropErasePlan(folder) : keepErasePlan(folder, plan));
          return null;
        }),
      // A test loses its cache itself.
      forgetCache: () => unlessGone(async () => null),
      clearTraces: (traces) =>
        unlessGone(async () => {
          await clearTraces({ data: folder, records: folder, settings: folder }, traces);
          return null;
        }),
      asideLogs: () => unlessGone(() => listAsideLogs(folder)),
      readAside: (request) => unlessGone(() => readAsideLog(folder, readOnThread, request)),
      settleAsides: (files) =>
        unlessGone(async () => {
          await settleAsides(folder, files);
          return null;
        }),
    };
  };
  const begin: Desk['begin'] = (change = (port) => port) => {
    end();
    told = [];
    const opened = openLogStore({ records: folder, device, folder: folderId });
    store = opened;
    const port: LogPort = {
      heads: opened.heads,
      read: opened.read,
      append: async (groups) => ok(await opened.append(groups)),
      erase: opened.erase,
    };
    const started = start({
      database,
      device,
      port: whileCurrent(change(port)),
      erasePort: whileErasing(),
      author: () => author,
      now: () => {
        time += 1000;
        return time;
      },
      editorOrigins: [EDITOR, EDITOR_ORIGIN],
      inspect: async (request) => inspect(request, () => true),
      adopt,
      find: async ({ document, files }) => ok(findConflicts(document, files)),
      onProgress: () => undefined,
      onErased: (by) => told.push(by),
      pause: () => Promise.resolve(),
    });
    run = started;
    return started;
  };
  return {
    get device() {
      return device;
    },
    become: (other) => {
      device = other;
    },
    folder,
    logs,
    readLog: (request) => store?.read(request) ?? Promise.reject(new Error('not started')),
    database: () => database,
    start: async (change) => {
      const started = begin(change);
      await started.caughtUp;
      return started;
    },
    begin,
    settled: async () => store?.flush(),
    seat: (name) => {
      author = { id: randomHex(6), name };
    },
    turnClock: (by) => {
      time += by;
    },
    stop: end,
    adoptBy: (ask) => {
      adopt = ask;
    },
    erasedTold: () => told,
    loseCache: async () => {
      end();
      await database.delete();
      database = new Database(name);
    },
    remove: async () => {
      end();
      await store?.flush();
      // What was stopped may still be writing its last bytes.
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
};

/** Every row and note text of a desk, in an order that depends on nothing but their ids. */
export const rowsOf = async (desk: Desk): Promise<readonly unknown[]> => {
  const database = desk.database();
  const all: unknown[] = [];
  for (const { name } of COLLECTIONS) all.push(name, await database.rowsOf(name).toArray());
  all.push('notes', await database.noteTexts.filter((note) => note.text !== '').toArray());
  return all;
};

/** The rows that a desk's documents project to from scratch. */
export const rowsFromScratch = async (of: Desk): Promise<readonly unknown[]> => {
  const database = of.database();
  const ids = await database.documents.toCollection().primaryKeys();
  const parts = await Promise.all(
    ids.map(async (id) => projectAll(id, assemble((await loadPieces(database, id)).updates))),
  );
  const notes = ids.flatMap((document, at) =>
    (parts[at]?.notes ?? []).map((note) => storedNote(document, note)),
  );
  return [
    ...COLLECTIONS.flatMap(({ name }) => [
      name,
      sorted(parts.flatMap((part) => part.rows.get(name) ?? [])),
    ]),
    'notes',
    sorted(notes),
  ];
};

const sorted = (rows: readonly { readonly document: string; readonly id: string }[]) =>
  rows.toSorted((a, b) => (`${a.document} ${a.id}` < `${b.document} ${b.id}` ? -1 : 1));

/** Brings one desk's own log files to another, as a copied folder would. */
export const carryLogs = async (from: Desk, to: Desk): Promise<void> => {
  for (const document of await readdir(from.logs).catch(() => [] as string[])) {
    for (const file of await readdir(join(from.logs, document))) {
      if (file !== `${from.device}.log`) continue;
      await mkdir(join(to.logs, document), { recursive: true });
      await copyFile(join(from.logs, document, file), join(to.logs, document, file));
    }
  }
};
