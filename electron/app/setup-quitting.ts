import { app, type BrowserWindow, dialog } from 'electron';
import { ok } from '#shared/result.ts';
import { emit } from '../ipc/emit.ts';
import type { Handle } from '../ipc/handle.ts';
import { appLog } from '../services/app-log/app-log.ts';
import { createAnswerBox, mayQuit } from './quitting.ts';

const ANSWER_MS = 5000;

type Dependencies = {
  readonly handle: Handle;
  /** Whether the screen has started, and so may hold unsaved work. */
  readonly isInUse: () => boolean;
  readonly flush: () => Promise<void>;
};

/** Answers `answerQuit`; the function that it returns makes a window's closing wait for its work. */
export const setupQuitting = ({ handle, isInUse, flush }: Dependencies) => {
  const box = createAnswerBox();
  handle('answerQuit', (answer) => {
    box.put(answer);
    return ok(null);
  });
  app.on('window-all-closed', () => app.quit());

  return (window: BrowserWindow): void => {
    const state = { asking: false };
    window.on('close', (event) => {
      event.preventDefault();
      if (state.asking) return;
      state.asking = true;
      mayQuit({
        ask: () => {
          box.open();
          if (!isInUse() || window.webContents.isCrashed()) return false;
          emit(window, 'quitRequested', undefined);
          return true;
        },
        answer: () => box.wait(ANSWER_MS),
        choose: () => chooseWaitOrQuit(window),
        flush,
      })
        .catch((error: unknown) => {
          appLog.fault('quit', error);
          return true;
        })
        .then((may) => {
          state.asking = false;
          if (may) window.destroy();
        });
    });
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      appLog.warn('renderer.gone', { reason, exitCode });
      if (reason !== 'clean-exit') offerReload(window);
    });
  };
};

const chooseWaitOrQuit = async (window: BrowserWindow): Promise<'wait' | 'quit'> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '伴走ノート',
    message: '保存が終わっていません',
    detail:
      'このまま終了すると、最後に入力した内容が残らないことがあります。「保存済み」と表示された内容は残ります。',
    buttons: ['待つ', 'このまま終了'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1 ? 'quit' : 'wait';
};

const offerReload = (window: BrowserWindow): void => {
  if (window.isDestroyed()) return;
  dialog
    .showMessageBox(window, {
      type: 'error',
      title: '伴走ノート',
      message: '画面が止まってしまいました',
      detail:
        '「保存済み」と表示された内容は残っています。画面を開き直すと、書きかけの内容もできるだけ戻します。',
      buttons: ['画面を開き直す', '終了する'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    .then(({ response }) => {
      if (window.isDestroyed()) return;
      if (response === 0) window.webContents.reload();
      else window.close();
    })
    .catch((error: unknown) => appLog.fault('renderer.reload', error));
};
