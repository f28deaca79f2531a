import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { PrintOutcome } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { appLog } from '../app-log/app-log.ts';
import { writeWholeFile } from '../whole-file.ts';
import { FILE_KINDS, type FileKind } from './file-kinds.ts';
import { fileNameFor, withEnding } from './file-name.ts';
import { saveProblem } from './save-problem.ts';

type NewFile = {
  /** What the dialog proposes, without ending. */
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
};

/** Asks where to, and writes a file there as a whole: the renderer never names a path. */
export const saveFile = async (
  open: BrowserWindow,
  { name, kind, bytes }: NewFile,
): Promise<Result<PrintOutcome>> => {
  const what = FILE_KINDS[kind].name;
  const chosen = await dialog.showSaveDialog(open, {
    title: `${what}に保存`,
    defaultPath: path.join(documentsFolder(), fileNameFor(name, kind)),
    filters: [{ name: what, extensions: [kind] }],
  });
  if (chosen.canceled || chosen.filePath === '') return ok('cancelled');
  try {
    const file = withEnding(chosen.filePath, kind, existsSync);
    refuseReadOnly(file);
    writeWholeFile(file, bytes, 0o644);
    return ok('done');
  } catch (error) {
    appLog.fault(`save.${kind}`, error);
    return fail(saveProblem(what, error));
  }
};

/** A file that somebody has protected stays, although a rename could put another in its place. */
const refuseReadOnly = (file: string): void => {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || (found.mode & 0o200) !== 0) return;
  throw Object.assign(new Error('read-only'), { code: 'EACCES' });
};

/** Where the dialog opens; a system without such a folder opens it where it likes. */
export const documentsFolder = (): string => {
  try {
    return app.getPath('documents');
  } catch {
    return '';
  }
};
