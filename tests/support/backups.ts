import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyRestore } from '#electron/services/backup/apply-restore.ts';
import { listGenerations } from '#electron/services/backup/generations.ts';
import {
  type BackupJob,
  type BackupOutcome,
  type Follow,
  makeBackup,
} from '#electron/services/backup/make-backup.ts';
import { prepareRestore } from '#electron/services/backup/prepare-restore.ts';
import { makeTarget, type Target } from '#electron/services/backup/target.ts';
import type { GenerationName, InstallationId } from '#shared/backup/manifest.ts';
import type { FolderId } from '#shared/domain/record/ids.ts';

export const PC_A = 'pca' as InstallationId;
export const PC_B = 'pcb' as InstallationId;

/** A summer's morning; each backup of a test comes a day after the last unless it says otherwise. */
export const FIRST_DAY = Date.UTC(2026, 6, 1, 0, 30);
export const DAY_MS = 24 * 60 * 60 * 1000;

export const follow = (
  signal = new AbortController().signal,
  onProgress: Follow['onProgress'] = () => undefined,
): Follow => ({ signal, onProgress });

/** A file server's folder with a backup folder in it. */
export type Server = {
  /** The folder that staff chose. */
  readonly chosen: string;
  readonly target: Target;
  readonly backUp: (
    records: string,
    change?: Partial<BackupJob>,
    signal?: AbortSignal,
    onProgress?: Follow['onProgress'],
  ) => Promise<BackupOutcome>;
  /** The same, where it is known that a generation is made. */
  readonly keep: (records: string, change?: Partial<BackupJob>) => Promise<GenerationName>;
  /** Prepares a restore and carries it out, as the next start does. */
  readonly restore: (
    generation: GenerationName,
    records: string,
    folders?: readonly string[],
  ) => Promise<void>;
  readonly list: (own?: InstallationId) => ReturnType<typeof listGenerations>;
  readonly objects: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
};

/** @param passphrase seals its backups */
export const createServer = async (passphrase = ''): Promise<Server> => {
  const chosen = await mkdtemp(join(tmpdir(), 'server-'));
  const target = await makeTarget(chosen, passphrase);
  const reached = { root: target.root, target: target.id, key: target.key };
  let days = 0;
  const backUp: Server['backUp'] = (records, change = {}, signal, onProgress) => {
    const at = FIRST_DAY + days * DAY_MS;
    days += 1;
    const job: BackupJob = {
      ...{ ...reached, records, installation: PC_A },
      ...{ folder: 'f0'.repeat(16) as FolderId, by: '山田 花子', app: '1.0.0', titles: {} },
      ...{ at, offset: 540, isWanted: false },
      ...change,
    };
    return makeBackup(job, follow(signal, onProgress));
  };
  return {
    chosen,
    target,
    backUp,
    keep: async (records, change) => {
      const { made } = await backUp(records, { isWanted: true, ...change });
      if (made === undefined) throw new Error('no generation was made');
      return made;
    },
    restore: async (generation, records, folders) => {
      await mkdir(records, { recursive: true });
      const place = { ...reached, generation };
      await prepareRestore({ ...place, records, folders, now: Date.now() }, follow());
      await applyRestore(records);
    },
    list: (own = PC_A) => listGenerations(target, own),
    objects: () => filesBelow(join(target.root, 'objects')),
    remove: () => rm(chosen, { recursive: true, force: true }),
  };
};

/** Every file below a folder, by its path in it, in order. */
export const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
};
