import { app, dialog } from 'electron';
import type { Problem } from '#shared/result.ts';
import { appLog } from '../services/app-log/app-log.ts';
import { diskProblem } from '../services/disk-problem.ts';
import { type Lock, takeLock } from '../services/identity/lock.ts';
import type { Reserve } from '../services/identity/reserve.ts';
import { isFault } from '../services/safe-files.ts';

/** Whether the records folder is this process's alone; when it can't be known, it is told. */
export type Records = { readonly isLocked: boolean; readonly notices: readonly Problem[] };

/**
 * The single instance goes by Chromium's folder; records may be reached by another way, or from
 * another PC. Says so when somebody has them. @returns nothing when the app must end
 */
export const takeRecords = async (
  recordsFolder: string,
  reserve: Reserve,
): Promise<Records | undefined> => {
  const lock = await take(recordsFolder, reserve);
  switch (lock.kind) {
    case 'held':
      app.once('quit', lock.release);
      return { isLocked: true, notices: [] };
    case 'impossible':
      appLog.fault('records.lock', lock.error);
      return { isLocked: false, notices: [diskProblem('記録のフォルダーの状態', lock.error)] };
    case 'taken':
      appLog.warn('records.taken', { by: lock.by });
      dialog.showErrorBox('伴走ノートを始められません', TAKEN[lock.by]);
      return undefined;
  }
};

/** On a full disk the reserve makes the room that a start needs. */
const take = async (recordsFolder: string, reserve: Reserve): Promise<Lock> => {
  const lock = takeLock(recordsFolder);
  const isFull = lock.kind === 'impossible' && isFault(lock.error, 'ENOSPC', 'EDQUOT');
  return isFull && (await reserve.free()) ? takeLock(recordsFolder) : lock;
};

const TAKEN = {
  process:
    '記録のフォルダーは、別の伴走ノートで開かれています。記録には手を加えていません。\n' +
    '開いているほうを閉じてから、もう一度開いてください。\n' +
    '閉じても開けないときは、数分待つか、パソコンを再起動してください。',
  pc:
    '記録のフォルダーは、別のパソコンの伴走ノートで開かれています。記録には手を加えていません。\n' +
    'そのパソコンで閉じてから、もう一度開いてください。\n' +
    'どこでも開いていないのに続くときは、システムの担当者に、' +
    'records フォルダーの .lock というファイルを消してもらってください。',
} as const;
