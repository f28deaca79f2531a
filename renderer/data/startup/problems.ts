import type { Problem } from '#shared/result.ts';

export const healedProblem = (): Problem => ({
  code: 'damaged',
  happened: '記録ファイルの一部が壊れていました。',
  safe: 'パソコン内の控えから直したので、記録はそろっています。',
  todo: '操作は要りません。くり返すときは、ディスクの点検を情報担当にご相談ください。',
});

export const brokenLogProblem = (): Problem => ({
  code: 'damaged',
  happened: '記録ファイルの一部が壊れていて、読めない編集があります。',
  safe: '読める部分はすべて取り込みました。壊れたファイルも消していません。',
  todo: '最近の記録に抜けがないかご確認ください。',
});

export const incompleteProblem = (): Problem => ({
  code: 'damaged',
  happened: '前の編集が欠けているため、まだ表示できない編集があります。',
  safe: '表示できない編集も捨てずに残しています。',
  todo: '欠けたファイルがほかにあれば、記録の置き場所に戻して開き直してください。',
});

/** Our own file says something else than we wrote: another PC, or a restored copy, went on with it. */
export const forkedProblem = (): Problem => ({
  code: 'damaged',
  happened: '記録ファイルが、別のところでも書きかえられていました。',
  safe: '両方の内容を取り込みました。どちらのファイルも残しています。',
  todo: '同じ記録フォルダーを2台のパソコンで使っていないか、ご確認ください。',
});

/** A colleague's file of a later version: what came before is there. */
export const newerForeignProblem = (): Problem => ({
  code: 'newer-format',
  happened: 'ほかのパソコンの記録に、新しい版の伴走ノートで書かれた部分があります。',
  safe: 'その手前までを取り込みました。ファイルはそのまま残っています。',
  todo: '続きを見るには、伴走ノートを新しい版にしてください。',
});

export const misplacedProblem = (): Problem => ({
  code: 'damaged',
  happened: '別の案件の記録ファイルが、まちがったフォルダーに置かれています。',
  safe: 'その内容は取り込んでいません。ファイルはそのまま残しています。',
  todo: 'ファイルを移した心当たりがあれば、もとのフォルダーに戻してください。',
});

export const foreignUnreadableProblem = (): Problem => ({
  code: 'disk-error',
  happened: 'ほかのパソコンの記録ファイルを読み取れません。',
  safe: 'このパソコンの記録はそのままです。',
  todo: '自動でもう一度読みます。',
});
