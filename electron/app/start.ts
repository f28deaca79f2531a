import type { BrowserWindow } from 'electron';
import { handle, onPort } from '../ipc/handle.ts';
import { handOverAppLog } from '../services/app-log/app-log.ts';
import { setupAttachments } from '../services/attachments/setup-attachments.ts';
import { restoredNotice } from '../services/backup/problems.ts';
import { setupBackup } from '../services/backup/setup-backup.ts';
import { setupBanso } from '../services/banso-file/setup-banso.ts';
import { setupBoot } from '../services/boot.ts';
import { removeOldDrafts } from '../services/drafts.ts';
import { setupErasing } from '../services/erasing/setup-erasing.ts';
import { documentsFolder } from '../services/files/save-file.ts';
import { setupFiles } from '../services/files/setup-files.ts';
import { createReserve } from '../services/identity/reserve.ts';
import { setupIdentity } from '../services/identity/setup-identity.ts';
import { setupLog } from '../services/log/setup-log.ts';
import { setupPrint } from '../services/print/setup-print.ts';
import { setupSetAsideCache } from '../services/set-aside-cache.ts';
import { setupSettings } from '../services/settings/setup-settings.ts';
import { setupShell } from '../services/shell/setup-shell.ts';
import { afterStart } from './after-start.ts';
import { folderProblem, inspectFolder } from './data-folder.ts';
import { finishRestore } from './finish-restore.ts';
import { setupMenu } from './menu.ts';
import type { Notices } from './notices.ts';
import type { GivenFile } from './opened-files.ts';
import type { Folders } from './paths.ts';
import { setupQuitting } from './setup-quitting.ts';
import { takeRecords } from './take-records.ts';
import type { OpenedWindow } from './window.ts';

/** What stands when the services start: a window that waits for its page. */
export type Opening = OpenedWindow & {
  readonly folders: Folders;
  /** Resolves when the page has its first file. */
  readonly isAsked: Promise<void>;
  /** Lets the page's program run: from then on it reads the cache. */
  readonly run: () => void;
  /** What opens a link of the page; none can be pressed before the services stand. */
  readonly links: { open: (url: string) => void };
  readonly notices: Notices;
  readonly given: GivenFile;
};

/**
 * The services, in the order in which each needs the other.
 * @returns impossible when the app must end, which has been told
 */
export const start = async (opening: Opening): Promise<'started' | 'impossible'> => {
  const { folders, window, isShown, notices, given } = opening;
  const { report } = notices;
  const currentWindow = (): BrowserWindow | undefined => window;

  // Nobody may look at records that another process has, or at half of a restore.
  const reserve = createReserve(folders.records);
  const records = await takeRecords(folders.records, reserve);
  if (records === undefined) return 'impossible';
  const restored = await finishRestore(folders.records);
  if (restored === 'failed') return 'impossible';
  if (window.isDestroyed()) return 'started';
  // The page reads its program while the services start: what it asks for is heard when this function waits.
  opening.run();
  for (const problem of records.notices) report(problem);
  const identity = setupIdentity({
    recordsFolder: folders.records,
    dataFolder: folders.data,
    isLocked: records.isLocked,
    isFromBackup: restored !== undefined,
    handle,
    report,
  });
  if (restored !== undefined) report(restoredNotice(restored));
  const folder = folderProblem(inspectFolder(folders.data, folders.temporary));
  if (identity.isNew && folder !== undefined) report(folder);

  const shell = setupShell({ handle, dataFolder: folders.data, report });
  opening.links.open = shell.openOutside;
  const settings = setupSettings({ folder: folders.settings, handle, report });
  const log = setupLog({
    recordsFolder: folders.records,
    device: identity.device,
    folder: identity.folder,
    handle,
    freeReserve: reserve.free,
    report,
  });
  setupSetAsideCache({ browser: folders.browser, handle });
  setupErasing({ ...folders, handle });
  setupPrint({ handle, window: currentWindow });
  setupFiles({ handle, window: currentWindow });
  const backup = setupBackup({
    recordsFolder: folders.records,
    dataFolder: folders.data,
    settingsFolder: folders.settings,
    folder: identity.folder,
    handle,
    window: currentWindow,
    userName: () => settings.read().userName,
  });
  setupBanso({
    recordsFolder: folders.records,
    settingsFolder: folders.settings,
    device: identity.device,
    folder: identity.folder,
    handle,
    onPort,
    window: currentWindow,
    given,
    author: () => ({ id: settings.read().userId, name: settings.read().userName }),
  });
  const attachments = setupAttachments({
    recordsFolder: folders.records,
    dataFolder: folders.data,
    handle,
    window: currentWindow,
  });
  const isInUse = setupBoot({
    handle,
    identity,
    settings: settings.read,
    dataFolder: folders.data,
    collectNotices: notices.collect,
  });
  const guardClosing = setupQuitting({
    handle,
    isInUse,
    flush: async () => {
      await Promise.all([log.flush(), settings.flush()]);
      await backup.atQuitting();
    },
  });
  setupMenu({ window: currentWindow, showDataFolder: shell.showDataFolder });
  guardClosing(window);

  await isShown;
  const full = await reserve.ensure();
  if (full !== undefined) report(full);
  backup.begin();
  const tidy = (): Promise<void> => removeOldDrafts(documentsFolder(), Date.now());
  await afterStart([handOverAppLog, settings.prepare, attachments.clearCopies, tidy]);
  return 'started';
};
