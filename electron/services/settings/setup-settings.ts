import path from 'node:path';
import Store from 'electron-store';
import { randomHex } from '#shared/domain/record/ids.ts';
import { DEFAULT_SETTINGS, type Settings } from '#shared/ipc/settings.ts';
import { fail, ok, type Problem } from '#shared/result.ts';
import type { Handle } from '../../ipc/handle.ts';
import { appLog } from '../app-log/app-log.ts';
import { diskProblem } from '../disk-problem.ts';
import { readJsonFile } from '../json-file.ts';
import { FILE_MODE } from '../safe-files.ts';
import { mendSettingsFile, SETTINGS_NAME, toSettings } from './settings-file.ts';

type Dependencies = {
  readonly folder: string;
  readonly handle: Handle;
  readonly report: (problem: Problem) => void;
};

/** Opens the settings, answers `saveSettings`, and hands out what is set now. */
export const setupSettings = ({ folder, handle, report }: Dependencies): (() => Settings) => {
  const store = openStore(folder, report);
  const read = (): Settings => (store === undefined ? DEFAULT_SETTINGS : toSettings(store.store));

  handle('saveSettings', (patch) => {
    if (store === undefined) return fail(diskProblem('設定', undefined));
    try {
      refuseLink(folder);
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      const isOther = patch.userName !== undefined && patch.userName !== read().userName;
      // Whoever takes the desk over is another author, and so is a name that was put right.
      store.set({ ...Object.fromEntries(given), ...(isOther ? { userId: randomHex(6) } : {}) });
      return ok(read());
    } catch (error) {
      appLog.fault('settings.save', error);
      return fail(diskProblem('設定', error));
    }
  });
  giveUserId(store);
  return read;
};

/** The store would write through a link that has come since the start. @throws ELOOP */
const refuseLink = (folder: string): void => {
  const found = readJsonFile(path.join(folder, `${SETTINGS_NAME}.json`));
  if (found.kind === 'unreadable') throw found.error;
};

type RawSettings = Record<string, unknown>;

/** Settings that an installer or an older version has written have no id yet. */
const giveUserId = (store: Store<RawSettings> | undefined): void => {
  if (store === undefined || toSettings(store.store).userId !== '') return;
  try {
    store.set('userId', randomHex(6));
  } catch (error) {
    // Names alone then tell authors apart.
    appLog.fault('settings.id', error);
  }
};

const openStore = (
  folder: string,
  report: (problem: Problem) => void,
): Store<RawSettings> | undefined => {
  try {
    for (const problem of mendSettingsFile(folder, new Date())) report(problem);
    return new Store<RawSettings>({
      cwd: folder,
      name: SETTINGS_NAME,
      accessPropertiesByDotNotation: false,
      configFileMode: FILE_MODE,
    });
  } catch (error) {
    appLog.fault('settings.open', error);
    report({ ...diskProblem('設定', error), happened: '設定のファイルを開けませんでした。' });
    return undefined;
  }
};
