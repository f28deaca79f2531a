import type { Span } from '#shared/domain/roadmap/model.ts';
import { firstSlotOfSpan, lastSlotOfSpan, shiftWords } from '#shared/domain/roadmap/span.ts';

/**
 * What undo calls a bar's move: 帯を2か月うしろへ, 帯の終了を1旬前へ, 帯を別の取組みへ.
 * @param others how many bars follow it in the same step
 */
export const moveLabel = (
  from: Span | null,
  to: Span,
  {
    toOtherLane = false,
    others = 0,
  }: { readonly toOtherLane?: boolean; readonly others?: number } = {},
): string => {
  const words = from === null ? '帯の月を変更' : spanWords(from, to, toOtherLane);
  return others > 0 ? `${words}（続く帯${others}本も）` : words;
};

const spanWords = (from: Span, to: Span, toOtherLane: boolean): string => {
  const start = firstSlotOfSpan(to) - firstSlotOfSpan(from);
  const end = lastSlotOfSpan(to) - lastSlotOfSpan(from);
  if (toOtherLane)
    return start === 0 && end === 0 ? '帯を別の取組みへ' : '帯を別の取組みの別の月へ';
  if (start === end) return start === 0 ? '帯を移動' : `帯を${shiftWords(start)}`;
  if (end === 0) return `帯の開始を${shiftWords(start)}`;
  return start === 0 ? `帯の終了を${shiftWords(end)}` : '帯の月を変更';
};
