import type { z } from 'zod';
import type { GenerationName } from '#shared/backup/manifest.ts';
import type {
  BackupProgress,
  BackupSource,
  copyRequest,
  filesRequest,
  GenerationList,
  RestoreLine,
} from '#shared/ipc/backup.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { codeOf } from '../log/problems.ts';
import type { SealKey } from '../sealing/seal-key.ts';
import type { BackupSettings, TargetSettings } from './backup-settings.ts';
import type { WorkKind, WorkOf, WorkResults } from './backup-work.ts';
import { noBackupProblem, restoreProblem } from './problems.ts';
import type { TargetPlace } from './target.ts';
import type { Unpacked } from './unpack-for-proof.ts';

export type RestoreDeskDependencies = {
  readonly records: string;
  readonly now: () => number;
  readonly settings: () => BackupSettings;
  /** Does one piece of work, in its turn; what is shown can be cancelled. */
  readonly follow: <Kind extends WorkKind>(
    work: WorkOf<Kind>,
    shown: Pick<BackupProgress, 'place' | 'work'> | undefined,
  ) => Promise<WorkResults[Kind]>;
  readonly backUpAll: () => Promise<void>;
  readonly onFault: (what: string, error: unknown) => void;
};

export type RestoreDesk = {
  /** Opens a folder to restore from, whatever is backed up to. */
  readonly open: (chosen: string, passphrase: string) => Promise<Result<GenerationList>>;
  readonly list: (source: BackupSource) => Promise<Result<GenerationList>>;
  readonly compare: (
    source: BackupSource,
    generation: GenerationName,
  ) => Promise<Result<readonly RestoreLine[]>>;
  /** Keeps the present state, then prepares what the next start puts in its place. */
  readonly prepare: (
    source: BackupSource,
    generation: GenerationName,
    folders: readonly string[] | undefined,
  ) => Promise<Result<number>>;
  /** Unpacks the newest backup, to be read once. */
  readonly unpack: (scratch: string, below: string) => Promise<Result<Unpacked>>;
  /** Unpacks one document of a generation, to be read once. */
  readonly unpackDocument: (
    from: z.infer<typeof copyRequest>,
    scratch: string,
    below: string,
  ) => Promise<Result<Unpacked>>;
  /** Takes attached files out of a generation that are not here. */
  readonly takeFiles: (from: z.infer<typeof filesRequest>) => Promise<Result<number>>;
};

type Place = Pick<TargetSettings, 'root' | 'id'> & { readonly key?: SealKey | undefined };

export const placed = ({ root, id, key }: Place): TargetPlace => ({ root, target: id, key });

/** What the app takes out of its backups: all, some, a copy of one, or a proof that it opens. */
export const createRestoreDesk = (dependencies: RestoreDeskDependencies): RestoreDesk => {
  const { records, now, settings, follow, backUpAll, onFault } = dependencies;
  let opened: Place | undefined;

  const placeOf = (source: BackupSource): Place | undefined =>
    source === 'opened' ? opened : settings()[source];

  const restoring = async <T>(
    source: BackupSource,
    work: (place: Place) => Promise<T>,
  ): Promise<Result<T>> => {
    const place = placeOf(source);
    if (place === undefined) return fail(noBackupProblem());
    try {
      return ok(await work(place));
    } catch (error) {
      onFault('restore', error);
      return fail(restoreProblem(error));
    }
  };

  const list: RestoreDesk['list'] = (source) =>
    restoring(source, (place) => {
      const own = settings().installation;
      return follow<'list'>({ kind: 'list', place: placed(place), own }, undefined);
    });

  return {
    open: async (chosen, passphrase) => {
      try {
        const work = { kind: 'findTarget', chosen, passphrase } as const;
        opened = await follow<'findTarget'>(work, undefined);
      } catch (error) {
        onFault('backup.open', error);
        return fail(codeOf(error) === 'AWAY' ? noBackupProblem() : restoreProblem(error));
      }
      return list('opened');
    },
    list,
    compare: (source, generation) =>
      restoring(source, (found) => {
        const place = { ...placed(found), generation };
        return follow<'compare'>({ kind: 'compare', place, records }, undefined);
      }),
    prepare: async (source, generation, folders) => {
      await backUpAll();
      return restoring(source, (found) => {
        const place = { ...placed(found), generation };
        const job = { ...place, records, folders, now: now() };
        return follow<'prepare'>({ kind: 'prepare', job }, { place: source, work: 'restore' });
      });
    },
    unpack: (scratch, below) =>
      restoring('first', (place) => {
        const job = { ...placed(place), own: settings().installation, scratch, below };
        return follow<'prove'>({ kind: 'prove', job }, { place: 'first', work: 'proof' });
      }),
    unpackDocument: ({ source, generation, folder: wanted }, scratch, below) =>
      restoring(source, (found) => {
        const job = { ...placed(found), generation, folder: wanted, scratch, below };
        return follow<'unpack'>({ kind: 'unpack', job }, { place: source, work: 'restore' });
      }),
    takeFiles: ({ source, generation, hashes }) =>
      restoring(source, (found) => {
        const job = { ...placed(found), generation, hashes, records };
        return follow<'takeFiles'>({ kind: 'takeFiles', job }, { place: source, work: 'restore' });
      }),
  };
};
