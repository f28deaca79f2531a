import type { Problem } from '#shared/result.ts';

export const PAGE_FAILED: Problem = {
  code: 'unexpected',
  happened: '印刷のための紙面をつくれませんでした。',
  safe: '記録は変わっていません。',
  todo: 'もう一度お試しください。続くときは、アプリを開き直してください。',
};

export const NO_PRINT: Problem = {
  code: 'unexpected',
  happened: '印刷できませんでした。',
  safe: '記録は変わっていません。',
  todo: 'プリンターの電源と接続を確かめてください。「PDFに保存」して、PDFから印刷することもできます。',
};
