import { formatEdge, type SpanEdge } from '../../../dates/thirds.ts';
import { BAR_KIND_NAMES, BAR_STATE_NAMES } from '../collections.ts';
import type { Bar, Span } from '../model.ts';
import { laneAt, orNothing } from '../names.ts';
import { firstSlotOfSpan, formatSpan, isSameSpan, shiftWords, slotsIn } from '../span.ts';

/** Pieces of a sentence, each of which ends in a noun that し can follow. */
export type BarPieces = {
  /** What happened to the bar itself: behind 「試行」を. */
  readonly moved: readonly string[];
  /** What happened to something of it: behind 「試行」の. */
  readonly rest: readonly string[];
};

/** What differs between a bar before and after. `lane`: the name of that in which it now stands. */
export const barPieces = (before: Bar, after: Bar, lane: string): BarPieces => ({
  moved: [
    ...(before.lane === after.lane ? [] : [`${laneAt(lane)}へ移動`]),
    ...spanPiece(before.span, after.span),
  ],
  rest: [
    ...unless(before.label === after.label, `名前を${orNothing(after.label)}に変更`),
    ...choice('種類', BAR_KIND_NAMES[before.kind], BAR_KIND_NAMES[after.kind]),
    ...choice('状態', BAR_STATE_NAMES[before.state], BAR_STATE_NAMES[after.state]),
    ...choice('進み', percentWords(before.progress), percentWords(after.progress)),
    ...unless(before.owner === after.owner, `担当を${orNothing(after.owner)}に変更`),
    ...actualPiece('実績の開始', before.actualStart, after.actualStart),
    ...actualPiece('実績の終了', before.actualEnd, after.actualEnd),
    ...unless(before.note === after.note, '備考を変更'),
    ...unless(before.source === after.source, '出典を変更'),
  ],
});

const unless = (isSame: boolean, piece: string): readonly string[] => (isSame ? [] : [piece]);

const choice = (what: string, before: string, after: string): readonly string[] =>
  unless(before === after, `${what}を${before}から${after}に変更`);

const percentWords = (progress: number | null): string =>
  progress === null ? '未入力' : `${progress}%`;

/** Moved as a whole, by how much; otherwise from when to when it lasts now. */
const spanPiece = (before: Span | null, after: Span | null): readonly string[] => {
  if (isSameSpan(before, after)) return [];
  if (after === null) return ['期間なしに変更'];
  if (before === null) return [` ${formatSpan(after)} に変更`];
  const [from, to] = [formatSpan(before), formatSpan(after)];
  const by = firstSlotOfSpan(after) - firstSlotOfSpan(before);
  if (by !== 0 && slotsIn(before) === slotsIn(after)) {
    return [`${shiftWords(by)}移動（${from} → ${to}）`];
  }
  return [` ${from} から ${to} に変更`];
};

const actualPiece = (
  what: string,
  before: SpanEdge | '',
  after: SpanEdge | '',
): readonly string[] => {
  if (before === after) return [];
  if (after === '') return [`${what}を削除`];
  return [`${what}を${formatEdge(after)}に変更`];
};
