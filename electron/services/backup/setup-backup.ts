import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { FolderId } from '#shared/domain/record/ids.ts';
import type { AsideState } from '#shared/ipc/backup.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { emit } from '../../ipc/emit.ts';
import type { Handle } from '../../ipc/handle.ts';
import { appLog } from '../app-log/app-log.ts';
import { asideState, pruneAsides, removeAsides } from './asides.ts';
import { createBackupDesk } from './backup-desk.ts';
import { readBackupSettings, writeBackupSettings } from './backup-settings.ts';
import { createProofDesk } from './proof-desk.ts';
import { runWork } from './run-work.ts';

type Dependencies = {
  readonly recordsFolder: string;
  readonly dataFolder: string;
  readonly settingsFolder: string;
  readonly folder: FolderId;
  readonly handle: Handle;
  readonly window: () => BrowserWindow | undefined;
  readonly userName: () => string;
};

export type BackupService = {
  /** Begins to look whether a backup is due. */
  readonly begin: () => void;
  /** Backs up while the app closes, as long as that may take. */
  readonly atQuitting: () => Promise<void>;
};

const LOOK_MS = 10 * 60 * 1000;
/** The app has better to do right after its start. */
const FIRST_LOOK_MS = 60 * 1000;
/** Nobody waits longer for the app to close. */
const QUIT_MS = 30 * 1000;

/** Answers what the screen asks of backups, and makes them when they are due. */
export const setupBackup = (dependencies: Dependencies): BackupService => {
  const { recordsFolder, dataFolder, settingsFolder, folder, handle, window } = dependencies;
  const desk = createBackupDesk({
    records: recordsFolder,
    folder,
    app: app.getVersion(),
    by: dependencies.userName,
    now: Date.now,
    settings: readBackupSettings(settingsFolder, new Date()),
    save: (settings) => writeBackupSettings(settingsFolder, settings),
    run: runWork,
    onState: (state) => emit(window(), 'backup', state),
    onFault: appLog.fault,
  });
  const proof = createProofDesk(dataFolder);
  let isRestarting = false;
  /** Only main knows paths: whoever is asked for a passphrase does not choose the folder again. */
  let lastOpened: string | undefined;

  handle('backupState', () => ok(desk.state()));
  handle('chooseBackupTarget', async ({ place, passphrase }) => {
    const chosen = await chooseFolder(window(), 'バックアップ先のフォルダーを選ぶ');
    if (chosen === undefined) return ok(desk.state());
    return isWithin(chosen, dataFolder)
      ? fail(insideProblem())
      : desk.choose(place, chosen, passphrase);
  });
  handle('dropBackupTarget', ({ place }) => desk.drop(place));
  handle('backUpNow', () => desk.backUpNow());
  handle('cancelBackup', () => {
    desk.cancel();
    return ok(null);
  });
  handle('listGenerations', ({ source }) => desk.list(source));
  handle('openBackup', async ({ passphrase, again }) => {
    const chosen =
      (again ? lastOpened : undefined) ??
      (await chooseFolder(window(), 'バックアップのあるフォルダーを選ぶ'));
    lastOpened = chosen;
    return chosen === undefined ? ok(null) : desk.open(chosen, passphrase);
  });
  handle('previewRestore', ({ source, generation }) => desk.compare(source, generation));
  handle('prepareRestore', ({ source, generation, folders }) =>
    desk.prepare(source, generation, folders),
  );
  handle('asideState', () => asides(() => asideState(recordsFolder)));
  handle('removeAsides', () =>
    asides(async () => {
      await removeAsides(recordsFolder);
      return asideState(recordsFolder);
    }),
  );
  handle('beginCopy', async (from) => {
    const unpacked = await desk.unpackDocument(from, proof.scratch, dataFolder);
    return unpacked.ok ? proof.open(unpacked.value) : unpacked;
  });
  handle('takeBackedUpFiles', (from) => desk.takeFiles(from));
  handle('beginProof', async () => {
    const unpacked = await desk.unpack(proof.scratch, dataFolder);
    return unpacked.ok ? proof.open(unpacked.value) : unpacked;
  });
  handle('readProof', (request) => proof.read(request));
  handle('endProof', async (found) => {
    await proof.close();
    return ok(found === null ? desk.state() : desk.prove(found));
  });
  handle('nameDocuments', (documents) => {
    desk.nameDocuments(documents);
    return ok(null);
  });
  handle('restartApp', () => {
    if (!isRestarting) app.once('quit', () => app.relaunch());
    isRestarting = true;
    window()?.close();
    return ok(null);
  });

  const look = (): void => {
    desk.backUpDue().catch((error: unknown) => appLog.fault('backup.due', error));
  };
  /** What a crash has left of a proof goes, and what restores have moved aside once it has had its time. */
  const tidy = async (): Promise<void> => {
    await proof.sweep().catch((error: unknown) => appLog.fault('backup.proof', error));
    await pruneAsides(recordsFolder, Date.now()).catch((error: unknown) =>
      appLog.fault('backup.asides', error),
    );
  };
  return {
    begin: () => {
      setTimeout(() => void tidy(), FIRST_LOOK_MS).unref();
      setTimeout(look, FIRST_LOOK_MS).unref();
      setInterval(look, LOOK_MS).unref();
    },
    atQuitting: async () => {
      if (isRestarting || desk.state().targets.length === 0) return;
      const backup = desk.backUpAtQuitting();
      const timer = setTimeout(desk.cancel, QUIT_MS);
      // Whoever opens the app again meanwhile does not wait for the old window.
      const onSecond = (): void => {
        app.once('quit', () => app.relaunch());
        desk.cancel();
      };
      app.once('second-instance', onSecond);
      window()?.hide();
      await backup.catch((error: unknown) => appLog.fault('backup.quit', error));
      app.off('second-instance', onSecond);
      clearTimeout(timer);
    },
  };
};

const asides = async (work: () => Promise<AsideState>): Promise<Result<AsideState>> => {
  try {
    return ok(await work());
  } catch (error) {
    appLog.fault('backup.asides', error);
    return fail(asidesProblem());
  }
};

const asidesProblem = (): Problem => ({
  code: 'disk-error',
  happened: '戻す前の記録のフォルダーを、調べられないか、片づけられませんでした。',
  safe: 'いまの記録には手を加えていません。',
  todo: 'フォルダーを開いているほかのアプリを閉じて、もう一度お試しください。',
});

const chooseFolder = async (
  open: BrowserWindow | undefined,
  title: string,
): Promise<string | undefined> => {
  if (open === undefined) return undefined;
  const { canceled, filePaths } = await dialog.showOpenDialog(open, {
    title,
    buttonLabel: 'このフォルダーにする',
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? undefined : filePaths[0];
};

const isWithin = (folder: string, parent: string): boolean => {
  const way = path.relative(parent, folder);
  return way === '' || (!path.isAbsolute(way) && way.split(path.sep)[0] !== '..');
};

const insideProblem = (): Problem => ({
  code: 'invalid-input',
  happened: '記録の置き場所の中には、バックアップできません。',
  safe: 'バックアップ先は変わっていません。',
  todo: 'ファイルサーバーか、外付けドライブのフォルダーを選んでください。',
});
