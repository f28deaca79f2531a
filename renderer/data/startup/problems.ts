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
