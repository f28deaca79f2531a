import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentId, documentOfFolder, folderOf } from '#shared/documents/document-id.ts';
import { genesis } from '#shared/documents/frame-codec.ts';
import { packFramesAfter } from '#shared/documents/log-reader.ts';
import { type DeviceId, isId } from '#shared/domain/ids.ts';
import type { Append, AppendOutcome, LogHead, LogPart } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import {
  appendFrames,
  type FileState,
  readFileHead,
  readForWriting,
  readLogFile,
} from './log-file.ts';
import { asDiskProblem, lostLogProblem } from './problems.ts';

/** The log files of all documents: `<folder>/<document>/<device>.log`, each with exactly one writer. */
export type LogStore = {
  readonly heads: () => Promise<Result<readonly LogHead[]>>;
  readonly read: (
    document: DocumentId,
    device: DeviceId,
    after: number,
  ) => Promise<Result<LogPart>>;
  readonly append: (entries: readonly Append[]) => Promise<AppendOutcome>;
  /** Resolves when all that was asked for before has reached the disk or failed. */
  readonly flush: () => Promise<void>;
};

const EXTENSION = '.log';
const PARALLEL_READS = 16;

export const openLogStore = (folder: string, device: DeviceId): LogStore => {
  /** Our own files as they were left; a size that differs on disk means somebody else touched them. */
  const states = new Map<DocumentId, FileState>();
  let queue: Promise<unknown> = Promise.resolve();

  const pathOf = (document: DocumentId, of: DeviceId): string =>
    join(folder, folderOf(document), `${of}${EXTENSION}`);

  /** One thing at a time: a read never sees half of an append. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const stateOf = async (document: DocumentId): Promise<FileState> => {
    const path = pathOf(document, device);
    const size = await stat(path).then(
      (file) => file.size,
      () => 0,
    );
    const known = states.get(document);
    if (known?.size === size) return known;
    const {
      head,
      sinceCheckpoint,
      size: whole,
    } = await readForWriting(path, genesis(document, device));
    return { head, sinceCheckpoint, size: whole };
  };

  const appendTo = async (
    document: DocumentId,
    entries: readonly Append[],
  ): Promise<Result<readonly FileState[]>> => {
    try {
      const state = await stateOf(document);
      const [first] = entries;
      if (first && first.draft.kind === 'update' && first.known.seq > state.head.seq) {
        return fail(lostLogProblem());
      }
      const next = await appendFrames(pathOf(document, device), state, entries);
      states.set(document, next.at(-1) ?? state);
      return ok(next);
    } catch (error) {
      states.delete(document);
      return fail(asDiskProblem(error));
    }
  };

  return {
    heads: () =>
      inTurn(async () => {
        try {
          return ok(await readHeads(folder));
        } catch (error) {
          return fail(asDiskProblem(error));
        }
      }),

    read: (document, of, after) =>
      inTurn(async () => {
        try {
          const start = genesis(document, of);
          const path = pathOf(document, of);
          const reading =
            of === device ? await readForWriting(path, start) : await readLogFile(path, start);
          const { head, damage, sinceCheckpoint, size } = reading;
          if (of === device) states.set(document, { head, sinceCheckpoint, size });
          return ok({
            packed: packFramesAfter(reading.bytes, reading, after),
            head,
            damage,
            sinceCheckpoint,
          });
        } catch (error) {
          return fail(asDiskProblem(error));
        }
      }),

    append: (entries) =>
      inTurn(async () => {
        const appended: AppendOutcome['appended'][number][] = [];
        for (const [document, group] of groupInOrder(entries)) {
          const result = await appendTo(document, group);
          if (!result.ok) return { appended, problem: result.error };
          for (const { head, sinceCheckpoint } of result.value) {
            appended.push({ document, head, sinceCheckpoint });
          }
        }
        return { appended };
      }),

    flush: () => inTurn(async () => undefined),
  };
};

/** Neighbouring entries of one document share one flush; the order of the request is kept. */
const groupInOrder = (
  entries: readonly Append[],
): readonly (readonly [DocumentId, readonly Append[]])[] => {
  const groups: [DocumentId, Append[]][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0] === entry.document) last[1].push(entry);
    else groups.push([entry.document, [entry]]);
  }
  return groups;
};

const readHeads = async (folder: string): Promise<readonly LogHead[]> => {
  const folders = await readdir(folder).catch(() => [] as string[]);
  const files: {
    readonly document: DocumentId;
    readonly device: DeviceId;
    readonly path: string;
  }[] = [];
  for (const name of folders) {
    const document = documentOfFolder(name);
    if (document === undefined) continue;
    for (const file of await readdir(join(folder, name))) {
      const of = file.slice(0, -EXTENSION.length);
      if (file.endsWith(EXTENSION) && isId(of)) {
        files.push({ document, device: of as DeviceId, path: join(folder, name, file) });
      }
    }
  }
  const heads: LogHead[] = [];
  for (let at = 0; at < files.length; at += PARALLEL_READS) {
    const batch = files.slice(at, at + PARALLEL_READS).map(async ({ document, device, path }) => ({
      document,
      device,
      head: await readFileHead(path, genesis(document, device)),
    }));
    heads.push(...(await Promise.all(batch)));
  }
  return heads;
};
