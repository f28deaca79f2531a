import type { Problem } from '#shared/result.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'UNKNOWN';

/** A failed read or write as staff can act on it. The path stays out: it may hold a person's name. */
export const asDiskProblem = (error: unknown): Problem => {
  const code = codeOf(error);
  const safe = '入力した内容はこの画面に残っています。';
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
        todo: 'フォルダーが読み取り専用になっていないか、情報担当にご確認ください。',
        detail: code,
      };
    default:
      return {
        code: 'disk-error',
        happened: '記録の読み書きに失敗しました。',
        safe,
        todo: 'しばらくしても直らないときは、伴走ノートを開き直してください。',
        detail: code,
      };
  }
};

/** Told to the renderer, which answers with a checkpoint and repeats what it had sent. */
export const lostLogProblem = (): Problem => ({
  code: 'damaged',
  happened: '記録ファイルの一部が失われています。',
  safe: '画面の内容は控えに残っています。',
  todo: '控えから自動で直します。そのままお待ちください。',
});
