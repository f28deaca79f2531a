import type { Problem } from '#shared/result.ts';
import { codeOf } from '../log/problems.ts';

const RECORDS_SAFE = '記録はこのパソコンにそのまま残っています。';

/** Why a backup could not be made, as staff can act on it. The path stays out of the log. */
export const backupProblem = (error: unknown): Problem => {
  const detail = codeOf(error);
  const told = (
    code: Problem['code'],
    happened: string,
    todo: string,
    safe = `${RECORDS_SAFE}前のバックアップにも手を加えていません。`,
  ): Problem => ({ code, happened, safe, todo, detail });
  switch (detail) {
    case 'CANCELLED':
      return told('cancelled', 'バックアップを途中でやめました。', '次の機会に続きからとります。');
    case 'AWAY':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENXIO':
    case 'ENODEV':
    case 'EHOSTDOWN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
    case 'ESTALE':
      return told(
        'not-found',
        'バックアップ先のフォルダーが見つかりません。',
        '庁内ネットワークや外付けドライブにつながっているか確かめてください。つながると自動でとります。',
      );
    case 'OTHER':
      return told(
        'taken',
        'バックアップ先に、選んだときとは別のバックアップがあります。',
        '「バックアップ先」でフォルダーを選び直してください。',
      );
    case 'LOCKED':
      return told(
        'locked',
        'このバックアップには合言葉がかかっています。',
        'バックアップ先にするときは、「合言葉をかけて選ぶ…」から選んでください。',
      );
    case 'WRONG_PASSPHRASE':
      return told('locked', '合言葉が違います。', '入力を確かめて、もう一度お試しください。');
    case 'UNSEALED':
      return told(
        'taken',
        'このフォルダーには、合言葉のないバックアップがすでにあります。',
        '合言葉をかけるときは、別のフォルダーを選んでください。',
      );
    case 'TAKEN':
      return told(
        'taken',
        'ほかのパソコンが、同じバックアップ先を整理しています。',
        'しばらくすると自動でもう一度とります。',
      );
    case 'NEWER':
      return told(
        'newer-format',
        'このバックアップは、新しい版の伴走ノートで作られています。',
        '伴走ノートを新しい版にしてください。',
      );
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return told(
        'disk-full',
        'バックアップ先に空きがありません。',
        '不要なファイルを消して空きをつくってください。空きができると自動でとります。',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return told(
        'disk-error',
        'バックアップ先に書き込めません。',
        'フォルダーに書き込む権限があるか、情報担当にご確認ください。',
      );
    case 'RESTLESS':
      return told(
        'unexpected',
        '記録が書き続けられていたため、バックアップをとれませんでした。',
        'しばらくすると自動でもう一度とります。',
      );
    default:
      return told(
        'disk-error',
        'バックアップを最後までとれませんでした。',
        '自動でもう一度とります。続くときは、バックアップ先の状態を情報担当にご確認ください。',
      );
  }
};

/** Why a generation could not be read or restored. */
export const restoreProblem = (error: unknown): Problem => {
  const detail = codeOf(error);
  const safe = 'いまの記録には手を加えていません。';
  const told = (code: Problem['code'], happened: string, todo: string): Problem => ({
    ...{ code, happened, safe, todo, detail },
  });
  switch (detail) {
    case 'CANCELLED':
      return told('cancelled', '戻すのを途中でやめました。', 'もう一度始めることができます。');
    case 'DAMAGED':
      return told(
        'damaged',
        'このバックアップは、ファイルが足りないか、壊れています。',
        'ほかの日時のバックアップか、二つ目のバックアップ先を選んでください。',
      );
    case 'NO_ROOM':
    case 'ENOSPC':
    case 'EDQUOT':
      return told(
        'disk-full',
        'このパソコンのディスクの空きが足りないため、戻せません。',
        '不要なファイルを消して空きをつくり、もう一度お試しください。',
      );
    case 'NEWER':
    case 'LOCKED':
    case 'WRONG_PASSPHRASE':
    case 'UNSEALED':
    case 'AWAY':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'OTHER':
      return { ...backupProblem(error), safe };
    default:
      return told(
        'disk-error',
        'バックアップを読み取れませんでした。',
        'もう一度お試しください。続くときは、バックアップ先の状態を情報担当にご確認ください。',
      );
  }
};

/** The folder that staff chose holds no backup. */
export const noBackupProblem = (): Problem => ({
  code: 'not-found',
  happened: '選んだフォルダーに、伴走ノートのバックアップがありません。',
  safe: 'いまの記録には手を加えていません。',
  todo: '「banso-backup」という名前のフォルダーか、それが入っているフォルダーを選んでください。',
});

export const unreadProblem = (count: number): Problem => ({
  code: 'disk-error',
  happened: `記録のファイルのうち${count}件を読み取れず、バックアップに入れられませんでした。`,
  safe: 'ほかのファイルはすべて入っています。',
  todo: '続くときは、ディスクやウイルス対策ソフトの状態を情報担当にご確認ください。',
});

/** The app begins with what was restored. */
export const restoredNotice = (at: number): Problem => ({
  code: 'taken',
  happened: `${new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeStyle: 'short' }).format(at)} のバックアップから戻しました。`,
  safe: '戻す前の記録は、記録の置き場所の before-restore フォルダーに残してあります。',
  todo: '内容を確かめて、このままお使いください。',
});
