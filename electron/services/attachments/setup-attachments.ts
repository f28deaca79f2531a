import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron';
import { endingOf, isOpenable, PICTURES } from '#shared/domain/attachment/file-kind.ts';
import type { ChosenKind, TakenFile } from '#shared/ipc/attachments.ts';
import { fail, ok, type Problem } from '#shared/result.ts';
import { quote } from '#shared/text/typed.ts';
import type { Handle } from '../../ipc/handle.ts';
import { appLog } from '../app-log/app-log.ts';
import { withEnding } from '../files/file-name.ts';
import { documentsFolder } from '../files/save-file.ts';
import { saveProblem } from '../files/save-problem.ts';
import { copyName, createOpenedCopies } from './opened-copies.ts';
import { noProgram, takeProblem } from './problems.ts';
import { createAttachmentStore } from './store.ts';

type Dependencies = {
  readonly recordsFolder: string;
  readonly dataFolder: string;
  readonly handle: Handle;
  readonly window: () => BrowserWindow | undefined;
};

const DIALOGS: Readonly<Record<ChosenKind, OpenDialogOptions>> = {
  files: { title: '添付するファイルを選ぶ', buttonLabel: '添付する' },
  pictures: {
    title: '本文に入れる写真・図を選ぶ',
    buttonLabel: '本文に入れる',
    filters: [{ name: '写真・図', extensions: [...PICTURES] }],
  },
};

/** Answers for files that are attached to records: taken in, looked after, opened, copied out. */
export const setupAttachments = ({ recordsFolder, dataFolder, handle, window }: Dependencies) => {
  const store = createAttachmentStore(recordsFolder);
  const copies = createOpenedCopies(store, dataFolder);

  handle('chooseFiles', async (kind) => {
    const open = window();
    if (open === undefined) return ok({ taken: [], refused: [] });
    const { canceled, filePaths } = await dialog.showOpenDialog(open, {
      ...DIALOGS[kind],
      defaultPath: documentsFolder(),
      properties: ['openFile', 'multiSelections'],
    });
    const taken: TakenFile[] = [];
    const refused: Problem[] = [];
    for (const file of canceled ? [] : filePaths) {
      const found = await store.takeFile(file);
      if (found.ok) taken.push(found.value);
      else refused.push(found.error);
    }
    return ok({ taken, refused });
  });
  handle('takePath', (file) => store.takeFile(file));
  handle('takeBytes', ({ name, bytes }) => store.takeBytes(name, bytes));

  handle('proveFiles', async (hashes) => {
    const found = { missing: [] as string[], altered: [] as string[] };
    for (const hash of hashes) {
      const state = await store.prove(hash);
      if (state !== 'whole') found[state].push(hash);
    }
    return ok(found);
  });

  handle('openFile', async ({ hash, name }) => {
    try {
      const copy = await copies.make(hash, name);
      if (!copy.ok) return copy;
      if (!isOpenable(copy.value)) {
        shell.showItemInFolder(copy.value);
        return ok('shown');
      }
      const error = await shell.openPath(copy.value);
      return error === '' ? ok('opened') : fail(noProgram(name));
    } catch (error) {
      appLog.fault('attachments.open', error);
      return fail(takeProblem(name, error));
    }
  });

  handle('copyFileOut', async ({ hash, name }) => {
    const open = window();
    if (open === undefined) return ok('cancelled');
    const ending = endingOf(name);
    const chosen = await dialog.showSaveDialog(open, {
      title: `${quote(name)}を取り出す`,
      defaultPath: path.join(documentsFolder(), copyName(name)),
    });
    if (chosen.canceled || chosen.filePath === '') return ok('cancelled');
    try {
      const to = ending === '' ? chosen.filePath : withEnding(chosen.filePath, ending, existsSync);
      const copied = await store.copyTo(hash, name, to);
      return copied.ok ? ok('done') : copied;
    } catch (error) {
      appLog.fault('attachments.copy-out', error);
      return fail(saveProblem(quote(name), error));
    }
  });

  return { clearCopies: copies.clear };
};
