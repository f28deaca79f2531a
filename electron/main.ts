import { app, type BrowserWindow, dialog, session } from 'electron';
import type { Problem } from '#shared/result.ts';
import { afterStart } from './app/after-start.ts';
import { folderProblem, inspectFolder } from './app/data-folder.ts';
import { finishRestore } from './app/finish-restore.ts';
import { keepHeapsSmall } from './app/heaps.ts';
import { setupMenu } from './app/menu.ts';
import { createNotices } from './app/notices.ts';
import { createGivenFile } from './app/opened-files.ts';
import { type Folders, setupPaths } from './app/paths.ts';
import { setupQuitting } from './app/setup-quitting.ts';
import { setupSingleInstance } from './app/single-instance.ts';
import { type Records, takeRecords } from './app/take-records.ts';
import { openWindow, raiseWindow } from './app/window.ts';
import { emit, handle, onPort } from './ipc/handle.ts';
import { setupContentsGuards } from './security/contents.ts';
import { setupNoNetwork, silenceChromium } from './security/no-network.ts';
import { setupPermissions } from './security/permissions.ts';
import { registerAppScheme, setupAppScheme } from './security/scheme.ts';
import { appLog, handOverAppLog, setupAppLog } from './services/app-log/app-log.ts';
import { watchFaults } from './services/app-log/watch.ts';
import { setupAttachments } from './services/attachments/setup-attachments.ts';
import { restoredNotice } from './services/backup/problems.ts';
import type { RestorePlan } from './services/backup/restore-plan.ts';
import { setupBackup } from './services/backup/setup-backup.ts';
import { setupBanso } from './services/banso-file/setup-banso.ts';
import { setupBoot } from './services/boot.ts';
import { removeOldDrafts } from './services/drafts.ts';
import { forgetCache } from './services/erasing/forget-cache.ts';
import { setupErasing } from './services/erasing/setup-erasing.ts';
import { documentsFolder } from './services/files/save-file.ts';
import { setupFiles } from './services/files/setup-files.ts';
import { createReserve, type Reserve } from './services/identity/reserve.ts';
import { setupIdentity } from './services/identity/setup-identity.ts';
import { setupLog } from './services/log/setup-log.ts';
import { setupPrint } from './services/print/setup-print.ts';
import { isFault } from './services/safe-files.ts';
import { setAsideCache, setupSetAsideCache } from './services/set-aside-cache.ts';
import { setupSettings } from './services/settings/setup-settings.ts';
import { setupShell } from './services/shell/setup-shell.ts';

const opened: { window: BrowserWindow | undefined } = { window: undefined };
const currentWindow = (): BrowserWindow | undefined => opened.window;
const notices = createNotices((problem: Problem) => emit(currentWindow(), 'notice', problem));

const given = createGivenFile(() => emit(currentWindow(), 'bansoGiven', undefined));

/** What Chromium must know before it is ready. */
const prepare = (): Folders | undefined => {
  registerAppScheme();
  silenceChromium();
  keepHeapsSmall();
  app.setAppUserModelId('jp.banso-note');
  try {
    return setupPaths();
  } catch (error) {
    dialog.showErrorBox('伴走ノートを始められません', noFolders(error));
    return undefined;
  }
};

const noFolders = (error: unknown): string =>
  isFault(error, 'ELOOP')
    ? 'データを保存するフォルダーの中に、別の場所へのリンクがあります。\n' +
      '安全のため、リンクの先は読み書きしません。システムの担当者に確かめてもらってください。\n' +
      '前に保存した記録には手を加えていません。'
    : 'データを保存するフォルダーをつくれませんでした。\n' +
      'ディスクの空きと、フォルダーに書き込めるかどうかを確かめて、もう一度開いてください。\n' +
      '前に保存した記録には手を加えていません。';

/** The app from the first file to the window, in the order in which each needs the other. */
const start = async (
  folders: Folders,
  records: Records,
  restored: RestorePlan | undefined,
  reserve: Reserve,
): Promise<void> => {
  const { report } = notices;
  const refused = (what: string): void => appLog.warn(`refused.${what}`);

  setupPermissions(session.defaultSession);
  setupNoNetwork(session.defaultSession, refused);
  const isAsked = setupAppScheme({ root: folders.renderer, recordsFolder: folders.records });
  const shell = setupShell({ handle, dataFolder: folders.data, report });
  setupContentsGuards({ openOutside: shell.openOutside, refused });
  const { window, isShown } = openWindow(folders);
  opened.window = window;

  // The page has what it begins with; while it reads that, the services start. What it asks for next is
  // heard when this function has ended.
  await Promise.race([isAsked, isShown]);
  if (window.isDestroyed()) return;
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
};

const folders = prepare();
const isFirst =
  folders !== undefined &&
  setupSingleInstance({
    raise: () => raiseWindow(currentWindow()),
    report: notices.report,
    give: given.give,
  });

if (folders === undefined) app.exit(1);
else if (!isFirst) app.exit(0);
else {
  setupAppLog(folders.appLog, [folders.data]);
  watchFaults(notices.report);
  appLog.info('start', { version: app.getVersion(), electron: process.versions.electron ?? '' });
  forgetCache(folders.browser);
  const setAside = setAsideCache(folders.browser, new Date());
  if (setAside !== undefined) notices.report(setAside);
  const reserve = createReserve(folders.records);
  // Not awaited: Chromium becomes ready only after this module has run to its end.
  app
    .whenReady()
    .then(() => takeRecords(folders.records, reserve))
    .then(async (records) => {
      if (records === undefined) return app.exit(1);
      const restored = await finishRestore(folders.records);
      if (restored === 'failed') return app.exit(1);
      return start(folders, records, restored, reserve);
    })
    .catch((error: unknown) => {
      appLog.fault('start', error);
      dialog.showErrorBox(
        '伴走ノートを始められません',
        'アプリの準備の途中で問題が起きました。保存済みの記録には手を加えていません。\n' +
          'もう一度開いてください。続くときは、システムの担当者にご相談ください。',
      );
      app.exit(1);
    });
}
