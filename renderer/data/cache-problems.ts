import type { Problem } from '#shared/result.ts';

export const newerCacheProblem = (): Problem => ({
  code: 'newer-format',
  happened: 'このパソコンの記録は、新しい版の伴走ノートで開かれています。',
  safe: '記録はそのまま残っています。この版では何も書きかえません。',
  todo: '伴走ノートを新しい版にしてから開いてください。',
});

/** Under no name can a database be opened: the next start puts the whole store away. */
export const closedCacheProblem = (): Problem => ({
  code: 'disk-error',
  happened: '画面に表示するためのデータを開けませんでした。',
  safe: '保存済みの記録は、記録ファイルに残っています。開けなかったデータも消しません。',
  todo: 'ディスクの空きを確かめ、伴走ノートを終了してから、もう一度開いてください。',
});

export const lostCacheProblem = (): Problem => ({
  code: 'disk-error',
  happened: '画面に表示するためのデータが使えなくなりました。',
  safe: '「保存済み」と出た内容は、記録ファイルに残っています。',
  todo: '「保存済み」と出てから、伴走ノートを開き直してください。記録ファイルから元の画面に戻します。',
});

export const setAsideProblem = (): Problem => ({
  code: 'damaged',
  happened: '画面に表示するためのデータを開けなかったため、つくり直しています。',
  safe: '保存済みの記録は、記録ファイルからすべて読み直します。開けなかったデータも消していません。',
  todo: '前回、保存が終わらないうちに閉じた入力は、抜けていることがあります。最後に書いたところをご確認ください。',
});

export const foreignOutboxProblem = (count: number): Problem => ({
  code: 'damaged',
  happened: `別の記録フォルダーで保存が終わっていなかった編集が、${count}件ありました。`,
  safe: 'この記録には混ぜずに、別に残しています。消していません。',
  todo: '元の記録フォルダーの最後の入力に、抜けがないかご確認ください。',
});
