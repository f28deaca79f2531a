import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { closeToOthers, makeDataFolder, makeFolderSync } from '../services/safe-files-sync.ts';
import { dataFolder, type Surroundings } from './data-folder.ts';

/** Where everything stands; all of it under one local folder. */
export type Folders = {
  readonly data: string;
  /** The logs: the only folder that has to be kept. */
  readonly records: string;
  /** What Chromium keeps, the cache among it. */
  readonly browser: string;
  readonly settings: string;
  readonly appLog: string;
  /** The built renderer, the only files that app:// serves. */
  readonly renderer: string;
  readonly preload: string;
  /** System folders whose content may vanish. */
  readonly temporary: readonly string[];
};

/**
 * Sets Chromium's folders before it is ready; later they would be ignored.
 * @throws when the data folder can't be made, ELOOP when a link stands in it
 */
export const setupPaths = (): Folders => {
  const surroundings: Surroundings = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    packaged: app.isPackaged,
  };
  const data = dataFolder(surroundings);
  const browser = path.join(data, 'browser');
  const folders: Folders = {
    data,
    records: path.join(data, 'records'),
    browser,
    settings: path.join(data, 'settings'),
    appLog: path.join(data, 'app-log'),
    renderer: path.join(import.meta.dirname, '..', 'renderer'),
    preload: path.join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
    temporary: [tmpdir()],
  };
  makeDataFolder(data);
  for (const folder of [browser, folders.records, folders.settings, folders.appLog]) {
    makeFolderSync(folder, data);
    closeToOthers(folder);
  }
  app.setPath('userData', browser);
  app.setPath('sessionData', browser);
  app.setPath('crashDumps', path.join(browser, 'crashes'));
  app.setAppLogsPath(folders.appLog);
  return folders;
};
