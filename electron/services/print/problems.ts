import type { Problem } from '#shared/result.ts';
import { diskProblem } from '../disk-problem.ts';

/** Windows lets nobody replace a file that a viewer holds open. */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES', 'EROFS']);

/** Tells why a PDF could not be written where it was asked for. */
export const pdfProblem = (error: unknown): Problem => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!HELD.has(code)) return diskProblem('PDF', error);
  return {
    code: 'disk-error',
    happened: 'その場所にはPDFを保存できませんでした。',
    safe: '同じ名前のファイルがあっても、元のまま残っています。記録も変わっていません。',
    todo: '同じPDFを別のアプリで開いているときは閉じてください。または、別の場所を選んでください。',
    detail: code,
  };
};

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
