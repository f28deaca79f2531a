import { quote } from '../../text/typed.ts';

/** What a source says of its own cells; each is a reason to look at the value. */
export const HIDDEN_ROW = '非表示の行にあります。';
export const HIDDEN_COLUMN = '非表示の列にあります。';
export const STRUCK = '取り消し線が引かれています。';
export const UNRECKONED =
  '計算式の答えがファイルに入っていません。Excelで開いて保存し直すと読み取れます。';

/** Excel shows a number or a date as ##### where its column is too narrow, and copies it so. */
export const isNarrow = (text: string): boolean => /^#{3,}$/.test(text);
export const TOO_NARROW =
  '「####」は、列の幅が足りないときの表示です。Excelで列の幅を広げてから、もう一度コピーしてください。';

/** A cell's words as they stand, and those of them that are struck out. */
export type StruckText = { readonly kept: string; readonly struck: string };

/**
 * What a cell with struck-out words says: the others, where there are any. A cell that is struck out as
 * a whole keeps its words, since only staff know whether the meeting was called off or the line is a slip.
 */
export const withoutStruck = ({
  kept,
  struck,
}: StruckText): { readonly text: string; readonly remark: string | null } => {
  if (struck.trim() === '') return { text: kept + struck, remark: null };
  if (kept.trim() === '') return { text: struck, remark: STRUCK };
  return { text: kept, remark: `取り消し線の引かれた${quote(struck)}を除きました。` };
};
