import type { Problem } from '#shared/result.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Tells staff that a file could not be written. @param what in Japanese, e.g. 設定 */
export const diskProblem = (what: string, error: unknown): Problem => {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (FULL.has(code)) {
    return {
      code: 'disk-full',
      happened: `ディスクの空きがないため、${what}を保存できませんでした。`,
      safe: '前に保存した内容はそのまま残っています。',
      todo: '不要なファイルを移すか消して空きをつくり、もう一度お試しください。',
      detail: code,
    };
  }
  if (code === 'ELOOP') {
    return {
      code: 'disk-error',
      happened: `保存先が別の場所へのリンクに置き換わっているため、${what}を保存しませんでした。`,
      safe: '前に保存した内容はそのまま残っています。リンクの先には何も書いていません。',
      todo: 'データの場所のフォルダーを、システムの担当者に確かめてもらってください。',
      detail: code,
    };
  }
  return {
    code: 'disk-error',
    happened: `${what}を保存できませんでした。`,
    safe: '前に保存した内容はそのまま残っています。',
    todo: 'もう一度お試しください。続くときは、保存先のディスクを確かめてください。',
    ...(code === '' ? {} : { detail: code }),
  };
};
