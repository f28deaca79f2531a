import path from 'node:path';
import { type DocumentId, folderOf } from '#shared/documents/document-id.ts';
import type { DeviceId, FolderId } from '#shared/domain/record/ids.ts';
import {
  type AppendAnswer,
  type AppendGroup,
  type AppendRequest,
  deviceOfSource,
  type EraseAnswer,
  type EraseRequest,
  type LogFiles,
  type LogPart,
  type LogRequest,
  sourceOf,
} from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { eraseInFile } from './erase-file.ts';
import { EXTENSION, listLogs, readHeads } from './list-logs.ts';
import { type LogReader, readOnThread } from './log-reader.ts';
import { createOwnFile, type OwnFile } from './own-file.ts';
import { asEraseProblem, asReadProblem, refusedProblem, reserveUsedProblem } from './problems.ts';

/** The log files of all documents: `<folder>/<document>/<device>.log`, each with exactly one writer. */
export type LogStore = {
  readonly heads: () => Promise<Result<LogFiles>>;
  readonly read: (request: LogRequest) => Promise<Result<LogPart>>;
  /** Answers for each document, in the order of the request; one that fails holds up no other. */
  readonly append: (groups: readonly AppendRequest[]) => Promise<readonly AppendAnswer[]>;
  /** Rewrites files as new generations without what is erased; each as a whole, or not at all. */
  readonly erase: (request: EraseRequest) => Promise<Result<EraseAnswer>>;
  /** Resolves when all that was asked for before has reached the disk or failed. */
  readonly flush: () => Promise<void>;
};

export type LogStoreOptions = {
  /** The records folder: logs lie in `logs/` below it. */
  readonly records: string;
  readonly device: DeviceId;
  readonly folder: FolderId;
  readonly read?: LogReader;
  /** Gives the reserve free on a full disk. @returns whether there was one */
  readonly freeReserve?: () => Promise<boolean>;
  readonly report?: (problem: Problem) => void;
  readonly now?: () => Date;
};

export const openLogStore = (options: LogStoreOptions): LogStore => {
  const { records, device, folder: folderId } = options;
  const { read = readOnThread, freeReserve, report, now = () => new Date() } = options;
  const folder = path.join(records, 'logs');
  const own = new Map<DocumentId, OwnFile>();
  const turns = new Map<DocumentId, Promise<unknown>>();
  /** Appends whose last group has not had its turn yet. */
  const appends = new Set<Promise<unknown>>();

  const ownFile = (document: DocumentId): OwnFile => {
    const found =
      own.get(document) ??
      createOwnFile({ folder, below: records, document, device, folderId, read, now });
    own.set(document, found);
    return found;
  };

  /** One thing at a time for each document: a read never sees half of an append. */
  const inTurn = <T>(document: DocumentId, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(document) ?? Promise.resolve()).then(work);
    turns.set(
      document,
      turn.catch(() => undefined),
    );
    return turn;
  };

  const appendOne = async ({ drafts, ...request }: AppendRequest): Promise<AppendAnswer> => {
    const { document } = request;
    const sound = drafts.filter((draft) => draft !== null);
    if (sound.length < drafts.length) {
      const index = drafts.indexOf(null);
      return { kind: 'refused', document, index, problem: refusedProblem('malformed') };
    }
    const group: AppendGroup = { ...request, drafts: sound };
    const answer = await ownFile(document).append(group);
    if (answer.kind !== 'failed' || answer.problem.code !== 'disk-full') return answer;
    if (!(await freeReserve?.())) return answer;
    const again = await ownFile(document).append(group);
    if (again.kind === 'appended') report?.(reserveUsedProblem());
    return again;
  };

  const appendAll = async (groups: readonly AppendRequest[]): Promise<readonly AppendAnswer[]> => {
    const answers: AppendAnswer[] = [];
    for (const group of groups) {
      answers.push(await inTurn(group.document, () => appendOne(group)));
    }
    return answers;
  };

  return {
    heads: async () => {
      try {
        const { places, closed, problems } = await listLogs(folder);
        return ok({ files: await readHeads(places, records, read), closed, problems });
      } catch (error) {
        return fail(asReadProblem(error));
      }
    },

    read: ({ document, source, known, whole = false, last, state }) =>
      inTurn(document, async () => {
        const of = deviceOfSource(source);
        const isOwn = source === sourceOf(device);
        try {
          const { part } = await read({
            path: path.join(folder, folderOf(document), `${source}${EXTENSION}`),
            below: records,
            document,
            device: of,
            known,
            whole,
            last,
            state,
            limit: isOwn ? ownFile(document).limit() : undefined,
          });
          return ok(part);
        } catch (error) {
          return fail(asReadProblem(error));
        }
      }),

    erase: ({ document, files, drafts }) =>
      inTurn(document, async () => {
        try {
          for (const { source, ...file } of files) {
            const isOwn = source === sourceOf(device);
            const own = ownFile(document);
            // Bytes behind a flush that failed are cut off by the next append, and by nobody else.
            if (isOwn && own.limit() !== undefined) return ok('changed');
            const place = path.join(folder, folderOf(document), `${source}${EXTENSION}`);
            const ours = isOwn ? drafts : [];
            const of = { document, device: deviceOfSource(source) };
            if (isOwn) own.rewritten();
            const answer = await eraseInFile(place, records, of, { ...file, drafts: ours });
            if (answer === 'changed') return ok(answer);
          }
          return ok('erased');
        } catch (error) {
          return fail(asEraseProblem(error));
        }
      }),

    append: (groups) => {
      const answers = appendAll(groups);
      appends.add(answers);
      return answers.finally(() => appends.delete(answers));
    },

    flush: async () => {
      await Promise.allSettled([...appends, ...turns.values()]);
    },
  };
};
