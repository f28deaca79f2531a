import { daysBetween } from '../../../dates/calendar.ts';
import { formatPartialDate } from '../../../dates/format.ts';
import { isDay } from '../../../dates/types.ts';
import { groupBy } from '../../record/row-values.ts';
import type { LaneId, Milestone, Roadmap } from '../model.ts';
import { laneAt, listNames, nameIn, orNothing } from '../names.ts';
import { type ChangeSentence, sentenceOf } from './change-sentence.ts';
import { type Change, changesOf, type ListChange } from './diff.ts';

/** Sentences on milestones, those of lanes that came or went left out. */
export const milestoneSentences = (
  before: Roadmap,
  after: Roadmap,
  changes: readonly Change[],
): readonly ChangeSentence[] => {
  const all = changesOf(changes, 'milestones');
  return [
    ...all.flatMap((change) => (change.kind === 'changed' ? changedSentence(change, after) : [])),
    ...comeOrGone(all, 'added', before, after),
    ...comeOrGone(all, 'removed', after, before),
  ];
};

/** By lane; `other` is the roadmap in which the lane must be too. */
const comeOrGone = (
  changes: readonly ListChange<'milestones'>[],
  kind: 'added' | 'removed',
  other: Roadmap,
  holder: Roadmap,
): readonly ChangeSentence[] => {
  const lanes = new Set(other.lanes.map(({ id }) => id));
  const items = changes.flatMap((change) =>
    change.kind === kind && lanes.has(change.item.lane) ? [change.item] : [],
  );
  return [...groupBy(items, ({ lane }) => lane)].map(([lane, marks]): ChangeSentence => {
    const names = listNames(
      marks.map(({ label }) => label),
      '節目',
    );
    const where = laneNameOf(holder, lane);
    const text =
      kind === 'added' ? `${where}に節目${names}を追加` : `${where}から節目${names}を削除`;
    return { text, kind, ids: marks.map(({ id }) => id) };
  });
};

const laneNameOf = ({ lanes }: Roadmap, lane: LaneId): string =>
  laneAt(lanes.find(({ id }) => id === lane)?.name ?? '');

const changedSentence = (
  { before, after }: { readonly before: Milestone; readonly after: Milestone },
  roadmap: Roadmap,
): ChangeSentence | readonly [] => {
  const moved = [
    ...(before.lane === after.lane ? [] : [`${laneNameOf(roadmap, after.lane)}へ移動`]),
    ...datePiece(before, after),
  ];
  const rest = [
    ...(before.label === after.label ? [] : [`名前を${orNothing(after.label)}に変更`]),
    ...(before.meeting === after.meeting ? [] : ['連動する会合を変更']),
    ...(before.note === after.note ? [] : ['備考を変更']),
    ...(before.source === after.source ? [] : ['出典を変更']),
  ];
  return sentenceOf(nameIn(before.label, '節目'), { moved, rest }, after.id) ?? [];
};

/** 12日うしろへ移動（8/24 → 9/5） between two days, otherwise from when to when. */
const datePiece = (before: Milestone, after: Milestone): readonly string[] => {
  if (before.date === after.date) return [];
  const [from, to] = [formatPartialDate(before.date), formatPartialDate(after.date)];
  if (!isDay(before.date) || !isDay(after.date)) return [` ${from} から ${to} に変更`];
  const days = daysBetween(before.date, after.date);
  return [`${Math.abs(days)}日${days > 0 ? 'うしろへ' : '前へ'}移動（${from} → ${to}）`];
};
