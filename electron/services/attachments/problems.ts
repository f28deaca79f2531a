import { ATTACHMENT_LIMIT, sizeWords } from '#shared/domain/attachment/file-kind.ts';
import type { Problem } from '#shared/result.ts';
import { quote } from '#shared/text/typed.ts';
import { diskProblem } from '../disk-problem.ts';
import { isFault } from '../safe-files.ts';

const NOTHING_TAKEN = 'ほかの添付ファイルと記録はそのままです。';

const refused = (code: Problem['code'], happened: string, todo: string): Problem => ({
  code,
  happened,
  safe: NOTHING_TAKEN,
  todo,
});

export const tooLarge = (name: string, size: number): Problem =>
  refused(
    'too-large',
    `${quote(name)}は大きすぎて添付できません（${sizeWords(size)}）。`,
    `添付できるのは${sizeWords(ATTACHMENT_LIMIT)}までです。置き場所を記録に書いておいてください。`,
  );

export const noFile = (name: string): Problem =>
  refused(
    'invalid-input',
    `${quote(name)}はファイルではないため、添付できません。`,
    'フォルダーは、中のファイルを選んで添付してください。',
  );

export const isLink = (name: string): Problem =>
  refused(
    'invalid-input',
    `${quote(name)}は別の場所へのリンクのため、添付できません。`,
    'リンク先の元のファイルを選んでください。',
  );

export const isEmpty = (name: string): Problem =>
  refused(
    'invalid-input',
    `${quote(name)}は中身が空のため、添付しませんでした。`,
    'ファイルを確かめて、もう一度添付してください。',
  );

export const changedMeanwhile = (name: string): Problem =>
  refused(
    'invalid-input',
    `${quote(name)}は読み取っている間に変わったため、添付しませんでした。`,
    '書き込みが終わってから、もう一度添付してください。',
  );

/** Why a file could not be read or kept; words for what the system says. */
export const takeProblem = (name: string, error: unknown): Problem => {
  if (isFault(error, 'ELOOP')) return isLink(name);
  if (isFault(error, 'EISDIR', 'EINVAL', 'ENXIO')) return noFile(name);
  if (isFault(error, 'ENOENT', 'EACCES', 'EPERM', 'EBUSY', 'ENAMETOOLONG')) {
    return refused(
      'not-found',
      `${quote(name)}を読み取れませんでした。`,
      'ほかのアプリで開いているときは閉じ、移動や削除をしていないか確かめてください。',
    );
  }
  return { ...diskProblem(quote(name), error), safe: NOTHING_TAKEN };
};

export const missingFile = (name: string): Problem => ({
  code: 'not-found',
  happened: `${quote(name)}が、データの場所に見つかりません。`,
  safe: '記録はそのままです。',
  todo: 'バックアップから戻すか、元のファイルをもう一度添付してください。',
});

export const alteredFile = (name: string): Problem => ({
  code: 'damaged',
  happened: `${quote(name)}は、添付したときから中身が変わっています。開きませんでした。`,
  safe: '記録はそのままです。',
  todo: 'バックアップから戻すか、元のファイルをもう一度添付してください。',
});

export const noProgram = (name: string): Problem => ({
  code: 'unexpected',
  happened: `${quote(name)}を開くアプリを起動できませんでした。`,
  safe: '添付ファイルと記録はそのままです。',
  todo: '「取り出す」で保存して、その場所から開いてください。',
});
