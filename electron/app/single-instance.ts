import { app } from 'electron';
import type { Problem } from '#shared/result.ts';
import { openedFiles, readHandedOver, reportOpenedFiles } from './opened-files.ts';

type Effects = {
  readonly raise: () => void;
  readonly report: (problem: Problem) => void;
};

/**
 * Two processes must never write one log. Later starts hand their files to the first and go.
 * @returns whether this process is the first
 */
export const setupSingleInstance = ({ raise, report }: Effects): boolean => {
  const files = openedFiles(process.argv.slice(1), process.cwd());
  if (!app.requestSingleInstanceLock({ files })) return false;

  reportOpenedFiles(files, report);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    raise();
    const handedOver = readHandedOver(data);
    if (handedOver.length === 0) report(ALREADY_OPEN);
    reportOpenedFiles(handedOver, report);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    raise();
    reportOpenedFiles(openedFiles([file], process.cwd()), report);
  });
  return true;
};

const ALREADY_OPEN: Problem = {
  code: 'taken',
  happened: '伴走ノートはすでに開いています。',
  safe: '開いていた画面をそのまま表示しました。',
  todo: 'この画面で作業を続けてください。',
};
