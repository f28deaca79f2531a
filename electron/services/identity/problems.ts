import { assertNever, type Problem } from '#shared/result.ts';
import type { Happened } from './mark.ts';

/** What staff should know of what happened to the records folder; a restored one is asked about instead. */
export const tellOf = (happened: Happened): Problem | undefined => {
  switch (happened) {
    case 'copied':
      return {
        code: 'taken',
        happened: '記録のフォルダーは、別の場所から写されたか、移されたものです。',
        safe: '記録はすべてそのまま使えます。',
        todo: '元の場所でも書き続けると、記録が二つに分かれます。どちらか一方でお使いください。',
      };
    case 'twin':
      return {
        code: 'taken',
        happened: '記録のフォルダーは、ほかの場所の伴走ノートでも使われていました。',
        safe: 'そこで書かれた記録も、すべて読み込みます。',
        todo: '同じ記録のフォルダーを、二つの場所で使わないようにしてください。',
      };
    case 'unreadable':
      return damagedIdentity();
    case 'first':
    case 'ours':
    case 'replaced':
    case 'restored':
    case 'interrupted':
      return undefined;
    default:
      return assertNever(happened);
  }
};

export const damagedIdentity = (): Problem => ({
  code: 'damaged',
  happened: 'このパソコンの識別番号を読み取れなかったため、新しく付け直しました。',
  safe: 'これまでの記録はすべて読めます。読めなかったファイルは消さずに残しました。',
  todo: 'このままお使いください。',
});
