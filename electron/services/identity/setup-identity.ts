import { fail, ok, type Problem } from '#shared/result.ts';
import type { Handle } from '../../ipc/handle.ts';
import { appLog } from '../app-log/app-log.ts';
import { diskProblem } from '../disk-problem.ts';
import { type Identity, loadIdentity } from './load-identity.ts';
import { markFileOf } from './place.ts';

type Dependencies = {
  readonly recordsFolder: string;
  readonly dataFolder: string;
  readonly isLocked: boolean;
  /** The records were just restored from a backup, which says so itself. */
  readonly isFromBackup: boolean;
  readonly handle: Handle;
  readonly report: (problem: Problem) => void;
};

/** Finds out as which device this start writes, and answers `settleRestored`. */
export const setupIdentity = ({
  recordsFolder,
  dataFolder,
  isLocked,
  isFromBackup,
  handle,
  report,
}: Dependencies): Identity => {
  const { platform, env } = process;
  const markFile = markFileOf(dataFolder, { platform, localAppData: env.LOCALAPPDATA });
  const identity = loadIdentity({ recordsFolder, markFile, isLocked }, new Date());
  const { happened, isNew, isRestored } = identity;
  appLog.info('identity', { happened, isNew, isRestored });
  const isKnown = isFromBackup && happened === 'copied';
  for (const problem of isKnown ? [] : identity.notices) report(problem);
  handle('settleRestored', () => {
    try {
      identity.settleRestored();
      return ok(null);
    } catch (error) {
      appLog.fault('identity.settle', error);
      return fail(diskProblem('このパソコンの識別番号', error));
    }
  });
  return identity;
};
