import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, dialog, type MessagePortMain } from 'electron';
import { BANSO_ENDING } from '#shared/banso-file/manifest.ts';
import type { Author } from '#shared/documents/frame.ts';
import type { DeviceId, FolderId } from '#shared/domain/record/ids.ts';
import type { BansoRequest } from '#shared/ipc/banso.ts';
import { ok } from '#shared/result.ts';
import { type GivenFile, openedFiles } from '../../app/opened-files.ts';
import { emit } from '../../ipc/emit.ts';
import type { Handle, onPort } from '../../ipc/handle.ts';
import { appLog } from '../app-log/app-log.ts';
import { runWork } from '../backup/run-work.ts';
import { fileNameFor, withEnding } from '../files/file-name.ts';
import { documentsFolder } from '../files/save-file.ts';
import { createWorkerReader } from '../log/log-reader.ts';
import { createBansoDesk } from './banso-desk.ts';
import { rememberHandedOver } from './handed-over.ts';
import { dropIncoming } from './open-banso.ts';

type Dependencies = {
  readonly recordsFolder: string;
  readonly settingsFolder: string;
  readonly device: DeviceId;
  readonly folder: FolderId;
  readonly handle: Handle;
  readonly onPort: typeof onPort;
  readonly window: () => BrowserWindow | undefined;
  readonly given: GivenFile;
  readonly author: () => Author;
};

const MOST_PORTS = 16;

const FILTERS = [{ name: '引継ぎファイル', extensions: [BANSO_ENDING] }];

/** Answers what the screen asks of hand-over files. */
export const setupBanso = (dependencies: Dependencies): void => {
  const { recordsFolder, device, folder, handle, window, given, author } = dependencies;
  const desk = createBansoDesk({
    ...{ records: recordsFolder, device, folder, author, app: app.getVersion(), now: Date.now },
    run: runWork,
    read: createWorkerReader(path.join(import.meta.dirname, 'log-worker.js')),
    onProgress: (progress) => emit(window(), 'bansoWork', progress),
    onFault: appLog.fault,
  });
  // What an earlier run had opened and nobody has taken in.
  const isClear = dropIncoming(recordsFolder).catch(() => undefined);

  const remember = (to: string, { documents }: BansoRequest): Promise<void> =>
    rememberHandedOver(dependencies.settingsFolder, {
      ...{ at: Date.now(), path: to },
      documents: documents.map(({ document }) => document),
    }).catch((error: unknown) => appLog.fault('banso.remember', error));

  /** Opened by the page right before the call that uses them. */
  const waiting: MessagePortMain[] = [];
  dependencies.onPort((port) => {
    waiting.push(port);
    if (waiting.length > MOST_PORTS) waiting.shift()?.close();
  });
  handle('makeBanso', async (request) => {
    const ports = waiting.splice(0).slice(-request.feeds);
    const open = window();
    if (open === undefined) return ok({ kind: 'cancelled' });
    const chosen = await dialog.showSaveDialog(open, {
      title: '引継ぎファイルをつくる',
      defaultPath: path.join(documentsFolder(), fileNameFor(request.name, BANSO_ENDING)),
      filters: FILTERS,
    });
    if (chosen.canceled || chosen.filePath === '') return ok({ kind: 'cancelled' });
    const to = withEnding(chosen.filePath, BANSO_ENDING, existsSync);
    const made = await desk.make(request, to, ports);
    if (made.ok) await remember(to, request);
    return made;
  });
  /** Only main knows paths: whoever is asked for a passphrase does not choose the file again. */
  let last: string | undefined;
  handle('openBanso', async ({ from, passphrase }) => {
    await isClear;
    if (from === 'given') last = given.take();
    else if (from === 'asked') last = await chooseFile(window());
    return last === undefined ? ok(null) : desk.open(last, passphrase);
  });
  handle('readBanso', (request) => desk.read(request));
  handle('takeBanso', () => desk.take());
  handle('closeBanso', () => desk.close());
  handle('cancelBanso', () => {
    desk.cancel();
    return ok(null);
  });
  handle('isBansoGiven', () => ok(given.isThere()));
  handle('giveBanso', (file) => {
    given.give(openedFiles([file], path.sep));
    return ok(null);
  });
  handle('lastBanso', () => desk.last());
  handle('undoBanso', () => desk.undo());
  handle('bansoSpan', (at) => desk.span(at));
  handle('rememberUndone', (undone) => desk.remember(undone));
};

const chooseFile = async (open: BrowserWindow | undefined): Promise<string | undefined> => {
  if (open === undefined) return undefined;
  const { canceled, filePaths } = await dialog.showOpenDialog(open, {
    title: '引継ぎファイルを開く',
    properties: ['openFile'],
    filters: FILTERS,
  });
  return canceled ? undefined : filePaths[0];
};
