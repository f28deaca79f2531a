import type { Problem } from '#shared/result.ts';
import { sizeWords } from '#shared/text/clock-and-size.ts';
import { codeOf } from '../log/problems.ts';
import { MAX_BYTES } from './archive.ts';
import { TooLargeFile } from './refuse-large.ts';

type Tell = (code: Problem['code'], happened: string, todo: string) => Problem;

const teller =
  (detail: string, safe: string): Tell =>
  (code, happened, todo) => ({ code, happened, safe, todo, detail });

/** Why a hand-over file could not be made. */
export const makeProblem = (error: unknown): Problem => {
  const detail = codeOf(error);
  const told = teller(detail, '記録はこのパソコンにそのまま残っています。');
  switch (detail) {
    case 'CANCELLED':
      return told('cancelled', '引継ぎファイルをつくるのをやめました。', 'もう一度つくれます。');
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return told(
        'disk-full',
        '保存先に空きがないため、引継ぎファイルをつくれません。',
        '不要なファイルを消すか、別の場所を選んでください。',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return told(
        'disk-error',
        '選んだ場所に書き込めません。',
        '別の場所を選ぶか、書き込む権限を情報担当にご確認ください。',
      );
    case 'TOO_LARGE':
      return told(
        'too-large',
        '一つの引継ぎファイルに入れられる大きさ（2GB）を超えています。',
        '添付ファイルを外すか、案件を分けてつくってください。',
      );
    case 'RESTLESS':
      return told(
        'unexpected',
        '記録が書き続けられていたため、つくれませんでした。',
        '入力を終えてから、もう一度お試しください。',
      );
    case 'UNREAD':
      return told(
        'disk-error',
        '記録のファイルを読み取れませんでした。',
        'もう一度お試しください。続くときは、ディスクの状態を情報担当にご確認ください。',
      );
    default:
      return told(
        'disk-error',
        '引継ぎファイルを最後まで書けませんでした。',
        '別の場所を選んで、もう一度お試しください。',
      );
  }
};

/** Why a hand-over file could not be opened or taken in. */
export const openProblem = (error: unknown): Problem => {
  const detail = codeOf(error);
  const told = teller(detail, 'いまの記録には手を加えていません。');
  switch (detail) {
    case 'CANCELLED':
      return told('cancelled', '引継ぎファイルを開くのをやめました。', 'もう一度開けます。');
    case 'LOCKED':
      return told(
        'locked',
        'この引継ぎファイルには合言葉がかかっています。',
        '渡した人から合言葉を聞いて、入力してください。',
      );
    case 'WRONG_PASSPHRASE':
      return told('locked', '合言葉が違います。', '入力を確かめて、もう一度お試しください。');
    case 'OTHER':
      return told(
        'invalid-input',
        'これは引継ぎファイルではありません。',
        '伴走ノートでつくった「.banso」のファイルを選んでください。',
      );
    case 'NEWER':
      return told(
        'newer-format',
        'この引継ぎファイルは、新しい版の伴走ノートでつくられています。',
        '伴走ノートを新しい版にしてから開いてください。',
      );
    case 'DAMAGED':
      return told(
        'damaged',
        'この引継ぎファイルは、途中で切れているか、壊れています。',
        'つくった人に、もう一度もらってください。',
      );
    case 'TOO_LARGE':
      return told(
        'too-large',
        `このファイルは大きすぎます（${sizeWords(sizeOf(error))}）。引継ぎファイルは2GBまでです。`,
        'つくった人に、添付ファイルを外すか案件を分けて、つくり直してもらってください。',
      );
    case 'TAKEN_HERE':
      return told(
        'taken',
        'この市町村用のファイルの案件は、このパソコンにすでにあります。',
        '続きを受け取るには、内部用の引継ぎファイルをもらってください。',
      );
    case 'NO_ROOM':
    case 'ENOSPC':
    case 'EDQUOT':
      return told(
        'disk-full',
        'このパソコンのディスクの空きが足りません。',
        '不要なファイルを消して空きをつくり、もう一度お試しください。',
      );
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
      return told(
        'not-found',
        '引継ぎファイルが見つかりません。',
        'USBメモリーやネットワークにつながっているか確かめてください。',
      );
    case 'ELOOP':
      return told(
        'invalid-input',
        '選んだものはショートカット（リンク）です。',
        'もとのファイルを選んでください。',
      );
    default:
      return told(
        'disk-error',
        '引継ぎファイルを読み取れませんでした。',
        'もう一度お試しください。続くときは、情報担当にご確認ください。',
      );
  }
};

/** How long a file is that was refused for it. */
const sizeOf = (error: unknown): number =>
  error instanceof TooLargeFile ? error.bytes : MAX_BYTES;

/** Nothing was opened, or somebody else has put it away. */
export const nothingOpenProblem = (): Problem => ({
  code: 'not-found',
  happened: '開いている引継ぎファイルがありません。',
  safe: 'いまの記録には手を加えていません。',
  todo: '引継ぎファイルをもう一度開いてください。',
});

export const busyProblem = (): Problem => ({
  code: 'taken',
  happened: '引継ぎファイルをつくるか開いている途中です。',
  safe: 'いまの記録には手を加えていません。',
  todo: '終わるまでお待ちください。',
});

/** Why an import could not be undone. */
export const undoProblem = (error: unknown): Problem => {
  const detail = codeOf(error);
  if (detail !== 'WORKED_ON') return openProblem(error);
  return {
    code: 'taken',
    happened: '取り込んだあとに記録が書かれているため、取り込みだけを取り消すことはできません。',
    safe: 'いまの記録には手を加えていません。',
    todo: '違っているところを、画面で直してください。',
    detail,
  };
};
