import type { InstallationId } from '#shared/backup/manifest.ts';
import type { GenerationList, RestoreLine } from '#shared/ipc/backup.ts';
import type { Beside } from '#shared/ipc/erasing.ts';
import { type ImportSpan, importSpan } from '../banso-file/import-span.ts';
import { type BansoJob, type BansoMade, makeBanso } from '../banso-file/make-banso.ts';
import { type Opened, type OpenJob, openBanso } from '../banso-file/open-banso.ts';
import { type FeedPort, piecesFrom } from '../banso-file/piece-feed.ts';
import type { Placing } from '../banso-file/place-incoming.ts';
import { type TakeJob, takeBanso } from '../banso-file/take-banso.ts';
import { type LookJob, lookBeside } from '../erasing/look-beside.ts';
import { listGenerations } from './generations.ts';
import { type BackupJob, type BackupOutcome, type Follow, makeBackup } from './make-backup.ts';
import {
  compareWithToday,
  type GenerationPlace,
  prepareRestore,
  type RestoreJob,
} from './prepare-restore.ts';
import { type FilesJob, takeFiles } from './take-files.ts';
import {
  makeTarget,
  openTarget,
  rootIn,
  type Target,
  type TargetPlace,
  unlockTarget,
} from './target.ts';
import {
  type CopyJob,
  type ProofJob,
  type Unpacked,
  unpackDocument,
  unpackForProof,
} from './unpack-for-proof.ts';

/** What is done in a process of its own: a file server may keep whoever asks it waiting. */
export type BackupWork =
  | { readonly kind: 'backup'; readonly job: BackupJob }
  | { readonly kind: 'makeTarget'; readonly chosen: string; readonly passphrase: string }
  | { readonly kind: 'findTarget'; readonly chosen: string; readonly passphrase: string }
  | { readonly kind: 'list'; readonly place: TargetPlace; readonly own: InstallationId }
  | { readonly kind: 'compare'; readonly place: GenerationPlace; readonly records: string }
  | { readonly kind: 'prepare'; readonly job: RestoreJob }
  | { readonly kind: 'prove'; readonly job: ProofJob }
  | { readonly kind: 'unpack'; readonly job: CopyJob }
  | { readonly kind: 'takeFiles'; readonly job: FilesJob }
  | { readonly kind: 'makeBanso'; readonly job: BansoJob }
  | { readonly kind: 'openBanso'; readonly job: OpenJob }
  | { readonly kind: 'takeBanso'; readonly job: TakeJob }
  | { readonly kind: 'importSpan'; readonly records: string; readonly at: number | null }
  | { readonly kind: 'lookBeside'; readonly job: LookJob };

export type WorkResults = {
  readonly backup: BackupOutcome;
  readonly makeTarget: Target;
  readonly findTarget: Target;
  readonly list: GenerationList;
  readonly compare: readonly RestoreLine[];
  readonly prepare: number;
  readonly prove: Unpacked;
  readonly unpack: Unpacked;
  readonly takeFiles: number;
  readonly makeBanso: BansoMade;
  readonly openBanso: Opened;
  readonly takeBanso: readonly Placing[];
  readonly importSpan: ImportSpan;
  readonly lookBeside: Beside;
};

export type WorkKind = BackupWork['kind'];
export type WorkOf<Kind extends WorkKind> = Extract<BackupWork, { readonly kind: Kind }>;

/** Does one piece of work. @throws the system's error, or a `BackupError` */
export const doWork = async (
  work: BackupWork,
  follow: Follow,
  ports: readonly FeedPort[],
): Promise<WorkResults[WorkKind]> => {
  switch (work.kind) {
    case 'backup':
      return makeBackup(work.job, follow);
    case 'makeTarget':
      return makeTarget(work.chosen, work.passphrase);
    case 'findTarget':
      return unlockTarget(await rootIn(work.chosen), work.passphrase);
    case 'list': {
      const target = await openTarget(work.place);
      return { path: target.root, generations: await listGenerations(target, work.own) };
    }
    case 'compare':
      return compareWithToday(work.place, work.records);
    case 'prepare':
      return prepareRestore(work.job, follow);
    case 'prove':
      return unpackForProof(work.job, follow);
    case 'unpack':
      return unpackDocument(work.job, follow);
    case 'takeFiles':
      return takeFiles(work.job, follow);
    case 'makeBanso':
      return makeBanso(
        work.job,
        follow,
        piecesFrom(ports, work.job.documents.length, follow.signal),
      );
    case 'openBanso':
      return openBanso(work.job, follow);
    case 'takeBanso':
      return takeBanso(work.job, follow.signal);
    case 'importSpan':
      return importSpan(work.records, work.at);
    case 'lookBeside':
      return lookBeside(work.job, follow);
  }
};
