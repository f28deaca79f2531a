import { existsSync, renameSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { fail, ok, type Problem } from '#shared/result.ts';
import type { Handle } from '../ipc/handle.ts';
import { appLog } from './app-log/app-log.ts';
import { diskProblem } from './disk-problem.ts';
import { setAsideName } from './safe-files.ts';
import { writeWholeFile } from './whole-file.ts';

/** A database that can't be opened for lack of space is no broken one. */
const ROOM_BYTES = 16 * 1024 * 1024;

const markerIn = (browser: string): string => path.join(browser, 'set-aside-cache');

/**
 * Puts the browser's database out of the way when the last run could open none in it. Chromium must not
 * be ready yet. @returns what to tell
 */
export const setAsideCache = (browser: string, now: Date): Problem | undefined => {
  const marker = markerIn(browser);
  if (!existsSync(marker)) return undefined;
  try {
    // First of all: a marker that stayed would put the next, sound database away too.
    rmSync(marker);
    const database = path.join(browser, 'IndexedDB');
    if (!existsSync(database)) return undefined;
    renameSync(database, setAsideName(database, 'set-aside', now));
    return SET_ASIDE;
  } catch (error) {
    // Then the database is tried once more as it is.
    appLog.fault('cache.set-aside', error);
    return undefined;
  }
};

/** Answers `setAsideCache`, with which the screen asks for that. */
export const setupSetAsideCache = ({
  browser,
  handle,
}: {
  readonly browser: string;
  readonly handle: Handle;
}): void => {
  handle('setAsideCache', () => {
    const { bavail, bsize } = statfsSync(browser);
    if (bavail * bsize < ROOM_BYTES) return fail(diskProblem('画面用のデータ', NO_SPACE));
    try {
      writeWholeFile(markerIn(browser), '', 0o600);
      return ok(null);
    } catch (error) {
      appLog.fault('cache.set-aside', error);
      return fail(diskProblem('画面用のデータ', error));
    }
  });
};

const NO_SPACE = Object.assign(new Error('no space'), { code: 'ENOSPC' });

const SET_ASIDE: Problem = {
  code: 'damaged',
  happened: '画面に表示するためのデータを開けなかったため、つくり直しています。',
  safe: '保存済みの記録は、記録ファイルからすべて読み直します。開けなかったデータも消していません。',
  todo: '前回、保存が終わらないうちに閉じた入力は、抜けていることがあります。最後に書いたところをご確認ください。',
};
