import { assertNever } from '../../../result.ts';
import { groupBy } from '../../record/row-values.ts';
import type { Bar, Lane, Roadmap } from '../model.ts';
import { listNames, nameIn, orNothing } from '../names.ts';
import type { ChangeSentence } from './change-sentence.ts';
import { type Change, changesOf, missingIn } from './diff.ts';

/** Sentences on lanes; with a lane that came or went stand the bars that did so with it. */
export const laneSentences = (
  before: Roadmap,
  after: Roadmap,
  changes: readonly Change[],
): readonly ChangeSentence[] => {
  const groups = new Map([...before.groups, ...after.groups].map(({ id, name }) => [id, name]));
  const kept = new Set(after.groups.map(({ id }) => id));
  const sentences = changesOf(changes, 'lanes').flatMap((change): readonly ChangeSentence[] => {
    switch (change.kind) {
      case 'added':
        return [laneSentence(change.item, 'added', missingIn(after.bars, before.bars))];
      case 'removed':
        // A lane that went with its group stands in the group's sentence.
        return kept.has(change.item.group)
          ? [laneSentence(change.item, 'removed', missingIn(before.bars, after.bars))]
          : [];
      case 'changed':
        return [changedLane(change.before, change.after, groups.get(change.after.group) ?? '')];
      case 'reordered':
        return [];
      default:
        return assertNever(change);
    }
  });
  const isMoved = hasOtherOrder(before.lanes, after.lanes);
  return isMoved
    ? [...sentences, { text: '取組みの並びを変更', kind: 'changed', ids: [] }]
    : sentences;
};

/** 取組み「効果がわかる動画」を追加（「作成」「周知」） */
const laneSentence = (
  { id, name }: Lane,
  kind: 'added' | 'removed',
  bars: readonly Bar[],
): ChangeSentence => {
  const held = bars.filter(({ lane }) => lane === id);
  const names = listNames(
    held.map(({ label }) => label),
    '帯',
  );
  const behind = held.length === 0 ? '' : `（${names}${kind === 'removed' ? 'も' : ''}）`;
  const text = `${nameIn(name, '取組み')}を${kind === 'added' ? '追加' : '削除'}${behind}`;
  return { text, kind, ids: [id, ...held.map((bar) => bar.id)] };
};

const changedLane = (before: Lane, after: Lane, group: string): ChangeSentence => {
  const name = nameIn(before.name, '取組み');
  const renamed = `名前を${orNothing(after.name)}に変更`;
  const isRenamed = before.name !== after.name;
  if (before.group === after.group) {
    return { text: `${name}の${renamed}`, kind: 'changed', ids: [after.id] };
  }
  const moved = `${name}を${nameIn(group, '分野')}へ移動`;
  return { text: isRenamed ? `${moved}し、${renamed}` : moved, kind: 'moved', ids: [after.id] };
};

/** Whether lanes that stayed in their group stand in another order within it. */
const hasOtherOrder = (before: readonly Lane[], after: readonly Lane[]): boolean => {
  const old = new Map(before.map(({ id, group }) => [id, group]));
  const now = new Map(after.map(({ id, group }) => [id, group]));
  const stayed = ({ id, group }: Lane): boolean => old.get(id) === group && now.get(id) === group;
  const order = (lanes: readonly Lane[]) => groupBy(lanes.filter(stayed), ({ group }) => group);
  const then = order(before);
  return [...order(after)].some(([group, lanes]) =>
    lanes.some(({ id }, index) => then.get(group)?.[index]?.id !== id),
  );
};
