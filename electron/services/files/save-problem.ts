import type { Problem } from '#shared/result.ts';
import { diskProblem } from '../disk-problem.ts';

/** Windows lets nobody replace a file that a viewer holds open. */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES', 'EROFS', 'EISDIR', 'ENOTDIR']);

/** Tells why a file could not be written where it was asked for. @param what in Japanese: PDF, Excelファイル */
export const saveProblem = (what: string, error: unknown): Problem => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!HELD.has(code)) return diskProblem(what, error);
  return {
    code: 'disk-error',
    happened: `その場所には${what}を保存できませんでした。`,
    safe: '同じ名前のファイルがあっても、元のまま残っています。記録も変わっていません。',
    todo: '同じファイルを別のアプリで開いているときは閉じてください。読み取り専用のときや続くときは、別の名前か別の場所を選んでください。',
    detail: code,
  };
};
