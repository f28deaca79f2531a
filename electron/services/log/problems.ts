import type { Refusal } from '#shared/documents/frame-codec.ts';
import { assertNever, type Problem } from '#shared/result.ts';

/** The system's name for an error: ENOSPC, EACCES … */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'UNKNOWN';

/** A failed write as staff can act on it. The path stays out: it may hold a person's name. */
export const asDiskProblem = (error: unknown): Problem => {
  const code = codeOf(error);
  const safe = '入力した内容はこの画面に残っています。アプリを閉じないでください。';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return {
        code: 'disk-full',
        happened: 'ディスクの空きがないため、保存できません。',
        safe,
        todo: '不要なファイルを消して空きをつくってください。空きができると自動で保存します。',
        detail: code,
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        code: 'disk-error',
        happened: '記録の置き場所に書き込めないため、保存できません。',
        safe,
        todo: 'フォルダーが読み取り専用になっていないか、情報担当にご確認ください。書き込めるようになると自動で保存します。',
        detail: code,
      };
    default:
      return {
        code: 'disk-error',
        happened: '記録ファイルに書き込めません。',
        safe,
        todo: '自動でもう一度保存します。続くときは、情報担当にご連絡ください。',
        detail: code,
      };
  }
};

/** A log that could not be read: it is tried again. */
export const asReadProblem = (error: unknown): Problem => ({
  code: 'disk-error',
  happened: '記録ファイルの一部を読み取れません。',
  safe: 'ファイルには手を加えていません。読めるまで、その案件は表示だけになります。',
  todo: '自動でもう一度読みます。続くときは、ウイルス対策ソフトやディスクの状態を情報担当にご確認ください。',
  detail: codeOf(error),
});

/** A file that could not be rewritten stands as it was. */
export const asEraseProblem = (error: unknown): Problem => ({
  code: 'disk-error',
  happened: '記録ファイルを書き直せなかったため、消去は終わっていません。',
  safe: '書き直せなかった記録ファイルは、前のまま残っています。ほかの内容は失われていません。',
  todo: 'ディスクの空きを確かめて、もう一度消去してください。続くときは、情報担当にご連絡ください。',
  detail: codeOf(error),
});

export const strangeFolderProblem = (): Problem => ({
  code: 'newer-format',
  happened: '記録の置き場所に、この版では読めない種類の記録があります。',
  safe: 'そのまま残してあり、手を加えません。',
  todo: '新しい版の伴走ノートで作った記録なら、伴走ノートを新しい版にしてください。',
});

export const reserveUsedProblem = (): Problem => ({
  code: 'disk-full',
  happened: 'ディスクの空きがほとんどありません。',
  safe: 'いまの入力は、予備の領域を使って保存しました。',
  todo: 'すぐに不要なファイルを消して、空きをつくってください。',
});

/** A draft that no reader would take. */
export const refusedProblem = (refusal: Refusal | 'malformed'): Problem => ({
  code: 'too-large',
  happened: 'この編集は、そのままの形では記録ファイルに書けません。',
  safe: reasonOf(refusal),
  todo: '案件全体の控えとして保存します。',
  detail: refusal,
});

const reasonOf = (refusal: Refusal | 'malformed'): string => {
  switch (refusal) {
    case 'too-large':
      return '一度に書ける大きさを超えています。画面の内容は残っています。';
    case 'out-of-range':
    case 'not-a-checkpoint':
    case 'malformed':
      return '画面の内容は残っています。';
    default:
      return assertNever(refusal);
  }
};
