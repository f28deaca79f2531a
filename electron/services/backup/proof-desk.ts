import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { DeviceId, FolderId } from '#shared/domain/record/ids.ts';
import type { ProofOpened } from '#shared/ipc/backup.ts';
import type { LogPart, LogRequest } from '#shared/ipc/logs.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { createWorkerReader } from '../log/log-reader.ts';
import { type LogStore, openLogStore } from '../log/log-store.ts';
import { noBackupProblem } from './problems.ts';
import type { Unpacked } from './unpack-for-proof.ts';

/** The unpacked backup while the screen reads it, log by log, with the reader that the records have. */
export type ProofDesk = {
  readonly scratch: string;
  readonly open: (unpacked: Unpacked) => Promise<Result<ProofOpened>>;
  readonly read: (request: LogRequest) => Promise<Result<LogPart>>;
  /** Removes what a crash has left of an earlier one; one that is under way stays. */
  readonly sweep: () => Promise<void>;
  /** Removes what was unpacked. */
  readonly close: () => Promise<void>;
};

export const createProofDesk = (dataFolder: string): ProofDesk => {
  const scratch = path.join(dataFolder, 'proof');
  let store: LogStore | undefined;
  return {
    scratch,
    open: async (unpacked) => {
      store = openLogStore({
        records: scratch,
        // Nothing is ever written there.
        device: 'proof' as DeviceId,
        folder: '0'.repeat(32) as FolderId,
        read: createWorkerReader(path.join(import.meta.dirname, 'log-worker.js')),
      });
      const heads = await store.heads();
      return heads.ok ? ok({ ...unpacked, files: heads.value }) : heads;
    },
    read: async (request) => (store === undefined ? fail(noBackupProblem()) : store.read(request)),
    sweep: async () => {
      if (store === undefined) await rm(scratch, { recursive: true, force: true });
    },
    close: async () => {
      store = undefined;
      await rm(scratch, { recursive: true, force: true });
    },
  };
};
