import { dialog } from 'electron';
import { appLog } from '../services/app-log/app-log.ts';
import { applyRestore } from '../services/backup/apply-restore.ts';
import type { RestorePlan } from '../services/backup/restore-plan.ts';
import { applyIncoming } from '../services/banso-file/apply-incoming.ts';

/**
 * Carries a prepared restore out before anything is opened, and says so when that fails: half of a
 * restore must not be opened. A hand-over file that was being taken in comes before it.
 */
export const finishRestore = async (
  records: string,
): Promise<RestorePlan | 'failed' | undefined> => {
  try {
    await applyIncoming(records);
  } catch (error) {
    appLog.fault('banso.finish', error);
    dialog.showErrorBox(
      '引継ぎファイルの取り込みを仕上げられません',
      '記録のファイルを置く途中で、ディスクに書けませんでした。\n' +
        'もとの記録も、取り込む記録も残っています。\n' +
        'パソコンを再起動して、もう一度開いてください。続きから仕上げます。',
    );
    return 'failed';
  }
  try {
    return await applyRestore(records);
  } catch (error) {
    appLog.fault('restore.finish', error);
    dialog.showErrorBox(
      'バックアップから戻すのを仕上げられません',
      '記録のファイルを入れかえる途中で、ディスクに書けませんでした。\n' +
        '戻す前の記録も、戻す記録も残っています。\n' +
        'パソコンを再起動して、もう一度開いてください。続きから仕上げます。',
    );
    return 'failed';
  }
};
