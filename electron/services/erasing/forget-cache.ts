import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '#shared/result.ts';
import { appLog } from '../app-log/app-log.ts';
import { diskProblem } from '../disk-problem.ts';
import { writeWholeFile } from '../whole-file.ts';

const markerIn = (browser: string): string => path.join(browser, 'forget-cache');

/** What of Chromium's may hold something of the records; a database that was set aside stands beside the other. */
const HOLDS_RECORDS = /^(?:IndexedDB|blob_storage|Session Storage|Cache$|crashes|Crashpad)/;

/**
 * Throws the browser's database away where something was erased for good: rows that are deleted in it stay in
 * its files for a long time. Chromium must not be ready yet; the logs hold all of it.
 */
export const forgetCache = (browser: string): void => {
  const marker = markerIn(browser);
  if (!existsSync(marker)) return;
  try {
    for (const name of readdirSync(browser).filter((each) => HOLDS_RECORDS.test(each))) {
      rmSync(path.join(browser, name), { recursive: true, force: true, maxRetries: 5 });
    }
    // Last of all: what could not be removed is removed by the next start.
    rmSync(marker);
  } catch (error) {
    appLog.fault('cache.forget', error);
  }
};

/** Has the next start throw the browser's database away. */
export const askToForget = (browser: string): Result<null> => {
  try {
    writeWholeFile(markerIn(browser), '', 0o600);
    return ok(null);
  } catch (error) {
    appLog.fault('cache.forget', error);
    return fail(diskProblem('画面用のデータ', error));
  }
};
