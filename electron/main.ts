import { app, type BrowserWindow, dialog, Menu, session } from 'electron';
import type { Problem } from '#shared/result.ts';
import { keepHeapsSmall } from './app/heaps.ts';
import { createNotices } from './app/notices.ts';
import { createGivenFile } from './app/opened-files.ts';
import { type Folders, setupPaths } from './app/paths.ts';
import { setupSingleInstance } from './app/single-instance.ts';
import type { Opening } from './app/start.ts';
import { openWindow, raiseWindow } from './app/window.ts';
import { emit } from './ipc/emit.ts';
import { setupContentsGuards } from './security/contents.ts';
import { setupNoNetwork, silenceChromium } from './security/no-network.ts';
import { setupPermissions } from './security/permissions.ts';
import { registerAppScheme, setupAppScheme } from './security/scheme.ts';
import { appLog, setupAppLog } from './services/app-log/app-log.ts';
import { watchFaults } from './services/app-log/watch.ts';
import { forgetCache } from './services/erasing/forget-cache.ts';
import { isFault } from './services/safe-files.ts';
import { setAsideCache } from './services/set-aside-cache.ts';

/**
 * What Chromium must know, and the window. Nothing else is read before the page has its first file: its
 * process comes up while the rest of the program is read (`app/start.ts`).
 */

const opened: { window: BrowserWindow | undefined } = { window: undefined };
const currentWindow = (): BrowserWindow | undefined => opened.window;
const notices = createNotices((problem: Problem) => emit(currentWindow(), 'notice', problem));

const given = createGivenFile(() => emit(currentWindow(), 'bansoGiven', undefined));

/** What Chromium must know before it is ready. */
const prepare = (): Folders | undefined => {
  registerAppScheme();
  silenceChromium();
  keepHeapsSmall();
  // Electron would make an English menu first; ours comes with what it calls.
  Menu.setApplicationMenu(null);
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

/** Shuts the page in, and opens the window on it; its program runs when `run` is called. */
const open = (folders: Folders): Opening => {
  const refused = (what: string): void => appLog.warn(`refused.${what}`);
  const links: Opening['links'] = { open: () => refused('link') };
  let run = (): void => undefined;
  const mayRun = new Promise<void>((resolve) => {
    run = resolve;
  });
  setupPermissions(session.defaultSession);
  setupNoNetwork(session.defaultSession, refused);
  const isAsked = setupAppScheme({
    root: folders.renderer,
    recordsFolder: folders.records,
    mayRun,
  });
  setupContentsGuards({ openOutside: (url) => links.open(url), refused });
  const { window, isShown } = openWindow(folders);
  opened.window = window;
  return { folders, window, isShown, isAsked, run, links, notices, given };
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
  // Not awaited: Chromium becomes ready only after this module has run to its end.
  app
    .whenReady()
    .then(async () => {
      const opening = open(folders);
      await Promise.race([opening.isAsked, opening.isShown]);
      const { start } = await import('./app/start.ts');
      if ((await start(opening)) === 'impossible') app.exit(1);
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
