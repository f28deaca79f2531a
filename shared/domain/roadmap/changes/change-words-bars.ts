import { groupBy } from '../../record/row-values.ts';
import type { Bar, Lane, LaneId, Roadmap } from '../model.ts';
import { laneAt, laneIn, listNames, nameIn } from '../names.ts';
import { barPieces } from './bar-pieces.ts';
import { type ChangeSentence, sentenceOf } from './change-sentence.ts';
import { type Change, changesOf, type ListChange } from './diff.ts';

type Changed = Extract<ListChange<'bars'>, { readonly kind: 'changed' }>;

/** What happened to the bars of one lane. */
type LaneNews = {
  readonly name: string;
  readonly changed: readonly Changed[];
  readonly added: readonly Bar[];
  readonly removed: readonly Bar[];
};

/** Sentences on bars, lane by lane in the order of the chart; those of lanes that came or went are told there. */
export const barSentences = (
  before: Roadmap,
  after: Roadmap,
  changes: readonly Change[],
): readonly ChangeSentence[] => {
  const [old, now] = [namesOf(before.lanes), namesOf(after.lanes)];
  const news = groupBy(changesOf(changes, 'bars'), laneOf);
  const order = [...new Set([...after.lanes, ...before.lanes].map(({ id }) => id))];
  return order.flatMap((lane) => {
    const found = news.get(lane) ?? [];
    return sentencesOf({
      name: now.get(lane) ?? old.get(lane) ?? '',
      changed: found.filter((change) => change.kind === 'changed'),
      added: old.has(lane) ? itemsOf(found, 'added') : [],
      removed: now.has(lane) ? itemsOf(found, 'removed') : [],
    });
  });
};

const namesOf = (lanes: readonly Lane[]): ReadonlyMap<LaneId, string> =>
  new Map(lanes.map(({ id, name }) => [id, name]));

const laneOf = (change: ListChange<'bars'>): LaneId | null => {
  if (change.kind === 'reordered') return null;
  return change.kind === 'changed' ? change.after.lane : change.item.lane;
};

const itemsOf = (
  changes: readonly ListChange<'bars'>[],
  kind: 'added' | 'removed',
): readonly Bar[] => changes.flatMap((change) => (change.kind === kind ? [change.item] : []));

const sentencesOf = ({ name, changed, added, removed }: LaneNews): readonly ChangeSentence[] => {
  const own = changed.flatMap((change) => changedSentence(change, name));
  const gone = comeOrGone(removed, name, 'removed');
  const [only] = own;
  // What was added beside the one bar that changed belongs to the same thought.
  if (only !== undefined && own.length === 1 && added.length > 0) {
    const text = `${only.text}し、${listOf(added)}を追加`;
    return [{ ...only, text, ids: [...only.ids, ...added.map(({ id }) => id)] }, ...gone];
  }
  return [...own, ...comeOrGone(added, name, 'added'), ...gone];
};

const listOf = (bars: readonly Bar[]): string =>
  listNames(
    bars.map(({ label }) => label),
    '帯',
  );

const comeOrGone = (
  bars: readonly Bar[],
  lane: string,
  kind: 'added' | 'removed',
): readonly ChangeSentence[] => {
  if (bars.length === 0) return [];
  const words = kind === 'added' ? `に${listOf(bars)}を追加` : `から${listOf(bars)}を削除`;
  return [{ text: `${laneAt(lane)}${words}`, kind, ids: bars.map(({ id }) => id) }];
};

/** 通所型サービスC「試行」を1か月うしろへ移動（…）し、状態を予定から進行中に変更 */
const changedSentence = (
  { before, after }: Changed,
  lane: string,
): ChangeSentence | readonly [] => {
  const subject = `${before.lane === after.lane ? laneIn(lane) : ''}${nameIn(before.label, '帯')}`;
  return sentenceOf(subject, barPieces(before, after, lane), after.id) ?? [];
};
