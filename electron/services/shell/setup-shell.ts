import { shell } from 'electron';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import type { Handle } from '../../ipc/handle.ts';
import { isOpenableOutside } from '../../security/navigation.ts';
import { appLog } from '../app-log/app-log.ts';

type Dependencies = {
  readonly handle: Handle;
  readonly dataFolder: string;
  readonly report: (problem: Problem) => void;
};

/** What opens outside the app: links, and the folder of our data. */
export type Shell = {
  readonly openOutside: (url: string) => void;
  readonly showDataFolder: () => void;
};

export const setupShell = ({ handle, dataFolder, report }: Dependencies): Shell => {
  const openFolder = async (): Promise<Result<null>> => {
    const error = await shell.openPath(dataFolder);
    return error === '' ? ok(null) : fail(NO_FOLDER);
  };
  const told = (work: Promise<Result<null>>): void => {
    work
      .then((result) => {
        if (!result.ok) report(result.error);
      })
      .catch((error: unknown) => appLog.fault('shell', error));
  };
  handle('openExternal', openLink);
  handle('showDataFolder', openFolder);
  return { openOutside: (url) => told(openLink(url)), showDataFolder: () => told(openFolder()) };
};

const openLink = async (url: string): Promise<Result<null>> => {
  if (!isOpenableOutside(url)) return fail(REFUSED_LINK);
  try {
    await shell.openExternal(new URL(url).href);
    return ok(null);
  } catch (error) {
    appLog.fault('shell.open-link', error);
    return fail(NO_PROGRAM);
  }
};

const REFUSED_LINK: Problem = {
  code: 'invalid-input',
  happened: 'このリンクは安全に開けないため、開きませんでした。',
  safe: '記録は変わっていません。',
  todo: 'http、https、mailto で始まるリンクに直してください。',
};

const NO_PROGRAM: Problem = {
  code: 'unexpected',
  happened: 'リンクを開くアプリを起動できませんでした。',
  safe: '記録は変わっていません。',
  todo: 'リンクをコピーして、ブラウザーに貼り付けてください。',
};

const NO_FOLDER: Problem = {
  code: 'disk-error',
  happened: 'データのフォルダーを開けませんでした。',
  safe: '記録は変わっていません。',
  todo: '設定の画面に表示された場所を、ファイル一覧のアプリで開いてください。',
};
