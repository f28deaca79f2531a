import path from 'node:path';
import type { Problem } from '#shared/result.ts';

const EXTENSION = '.banso';

/** The files that the system asks us to open, out of a command line. */
export const openedFiles = (argv: readonly string[], folder: string): readonly string[] =>
  argv
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith(EXTENSION))
    .map((word) => path.resolve(folder, word));

/** What another process of ours hands over, after checking it. */
export const readHandedOver = (data: unknown): readonly string[] => {
  if (typeof data !== 'object' || data === null || !('files' in data)) return [];
  const { files } = data;
  if (!Array.isArray(files)) return [];
  return openedFiles(
    files.filter((file): file is string => typeof file === 'string' && path.isAbsolute(file)),
    path.sep,
  );
};

/** Tells that files can't be read; silence would look like a broken double click. */
export const reportOpenedFiles = (
  files: readonly string[],
  report: (problem: Problem) => void,
): void => {
  if (files.length > 0) report(NOT_YET);
};

const NOT_YET: Problem = {
  code: 'invalid-input',
  happened: 'この種類のファイルは、この版の伴走ノートではまだ開けません。',
  safe: 'ファイルにも、保存済みの記録にも手を加えていません。',
  todo: 'ファイルは消さずにとっておいてください。',
};
