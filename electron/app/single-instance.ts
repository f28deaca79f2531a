import { app } from 'electron';
import type { Problem } from '#shared/result.ts';
import { openedFiles, readHandedOver } from './opened-files.ts';

type Effects = {
  readonly raise: () => void;
  readonly report: (problem: Problem) => void;
  readonly give: (files: readonly string[]) => void;
};

/**
 * Two processes must never write one log. Later starts hand their files to the first and go.
 * @returns whether this process is the first
 */
export const setupSingleInstance = ({ raise, report, give }: Effects): boolean => {
  const files = openedFiles(process.argv.slice(1), process.cwd());
  if (!app.requestSingleInstanceLock({ files })) return false;

  give(files);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    raise();
    const handedOver = readHandedOver(data);
    if (handedOver.length === 0) report(ALREADY_OPEN);
    give(handedOver);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    raise();
    give(openedFiles([file], process.cwd()));
  });
  return true;
};

const ALREADY_OPEN: Problem = {
  code: 'taken',
  happened: '伴走ノートはすでに開いています。',
  safe: '開いていた画面をそのまま表示しました。',
  todo: 'この画面で作業を続けてください。',
};
