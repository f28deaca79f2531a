import type { BrowserWindow } from 'electron';
import { fail, type Problem } from '#shared/result.ts';
import type { Handle } from '../../ipc/handle.ts';
import { isOfKind } from './file-kinds.ts';
import { saveFile } from './save-file.ts';

type Dependencies = {
  readonly handle: Handle;
  readonly window: () => BrowserWindow | undefined;
};

/** Answers `saveFile`: a file that the screen made goes where staff say. */
export const setupFiles = ({ handle, window }: Dependencies): void => {
  handle('saveFile', async (file) => {
    const open = window();
    if (open === undefined || !isOfKind(file.bytes, file.kind)) return fail(NOT_MADE);
    return saveFile(open, file);
  });
};

const NOT_MADE: Problem = {
  code: 'unexpected',
  happened: 'ファイルをつくれませんでした。',
  safe: '記録は変わっていません。',
  todo: 'もう一度お試しください。続くときは、アプリを開き直してください。',
};
