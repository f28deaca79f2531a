import { formatEdge } from '../../../dates/thirds.ts';
import { quote } from '../../../text/typed.ts';
import type { Bar, BarId, Span } from '../model.ts';
import {
  durationWords,
  firstSlotOfSpan,
  formatSpan,
  isSameSpan,
  shiftWords,
  slotsIn,
} from '../span.ts';

export type BarMove = {
  readonly id: BarId;
  readonly label: string;
  readonly from: Span;
  readonly to: Span;
  /** By how many thirds of a month its start moves; negative towards the past. */
  readonly bySlots: number;
};

/** None where a bar has no place, or stays where it is. */
export const moveOf = (
  { id, label }: Bar,
  from: Span | undefined,
  to: Span | undefined,
): readonly BarMove[] => {
  if (from === undefined || to === undefined || isSameSpan(from, to)) return [];
  return [{ id, label, from, to, bySlots: firstSlotOfSpan(to) - firstSlotOfSpan(from) }];
};

/** 「本格実施」が1か月うしろへ（令和6年4月～ → 令和6年5月～） */
export const cascadeWords = ({ label, from, to, bySlots }: BarMove): string => {
  const longer = slotsIn(to) - slotsIn(from);
  if (longer === 0) {
    const edges = `${formatEdge(from.start)}～ → ${formatEdge(to.start)}～`;
    return `${quote(label)}が${shiftWords(bySlots)}（${edges}）`;
  }
  const words = `${durationWords(Math.abs(longer))}${longer > 0 ? '長く' : '短く'}`;
  return `${quote(label)}が${words}（${formatSpan(from)} → ${formatSpan(to)}）`;
};
