import type { Bar, Roadmap } from '../model.ts';
import { nameIn } from '../names.ts';
import type { ChangeSentence } from './change-sentence.ts';
import { barSentences } from './change-words-bars.ts';
import { frameSentences } from './change-words-frame.ts';
import { milestoneSentences } from './change-words-milestones.ts';
import { type Change, changesOf, diffRoadmaps } from './diff.ts';

export type { ChangeSentence } from './change-sentence.ts';

/**
 * What changed between two roadmaps, in sentences for staff, in the order of the chart; nothing is
 * said twice: what came or went with its lane stands in the lane's sentence. Folded years and the
 * order of bars in a lane are matters of display, and are not spoken of.
 */
export const changeSentences = (
  before: Roadmap,
  after: Roadmap,
  changes: readonly Change[] = diffRoadmaps(before, after),
): readonly ChangeSentence[] => [
  ...frameSentences(before, after, changes),
  ...barSentences(before, after, changes),
  ...milestoneSentences(before, after, changes),
  ...dependencySentences(before, after, changes),
];

/** A dependency that went with one of its bars is not told. */
const dependencySentences = (
  before: Roadmap,
  after: Roadmap,
  changes: readonly Change[],
): readonly ChangeSentence[] => {
  const [old, now] = [labelsOf(before.bars), labelsOf(after.bars)];
  return changesOf(changes, 'dependencies').flatMap((change): readonly ChangeSentence[] => {
    if (change.kind !== 'added' && change.kind !== 'removed') return [];
    const { before: from, after: to } = change.item;
    if (![from, to].every((id) => old.has(id) && now.has(id))) return [];
    const names = [from, to].map((id) => nameIn(now.get(id) ?? '', '帯')).join('→');
    const text = `${names}のつながりを${change.kind === 'added' ? '追加' : '削除'}`;
    return [{ text, kind: change.kind, ids: [from, to] }];
  });
};

const labelsOf = (bars: readonly Bar[]): ReadonlyMap<string, string> =>
  new Map(bars.map(({ id, label }) => [id, label]));
