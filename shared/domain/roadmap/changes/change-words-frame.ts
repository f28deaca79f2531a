import { assertNever } from '../../../result.ts';
import type { GroupId, Roadmap } from '../model.ts';
import { nameIn, orNothing } from '../names.ts';
import { formatSpan } from '../span.ts';
import type { ChangeSentence } from './change-sentence.ts';
import { laneSentences } from './change-words-lanes.ts';
import { type Change, changesOf, missingIn, type Settings } from './diff.ts';

/** Sentences on the roadmap as a whole, its groups and its lanes. */
export const frameSentences = (
  before: Roadmap,
  after: Roadmap,
  changes: readonly Change[],
): readonly ChangeSentence[] => [
  ...changes
    .flatMap((change) =>
      change.kind === 'settings' ? settingsTexts(change.before, change.after) : [],
    )
    .map((text): ChangeSentence => ({ text, kind: 'changed', ids: [] })),
  ...groupSentences(before, after, changes),
  ...laneSentences(before, after, changes),
];

const settingsTexts = (before: Settings, after: Settings): readonly string[] => {
  const texts: string[] = [];
  if (before.title !== after.title) texts.push(`表題を${orNothing(after.title)}に変更`);
  if (before.caption !== after.caption) texts.push(`説明文を${orNothing(after.caption)}に変更`);
  const [from, to] = [before, after].map(({ firstMonth, lastMonth }) =>
    formatSpan({ start: firstMonth, end: lastMonth }),
  );
  if (from !== to) texts.push(`表示する期間を ${from} から ${to} に変更`);
  if (before.provisional !== after.provisional) {
    texts.push(after.provisional ? '「暫定版」の印を追加' : '「暫定版」の印を削除');
  }
  return texts;
};

const groupSentences = (
  before: Roadmap,
  after: Roadmap,
  changes: readonly Change[],
): readonly ChangeSentence[] =>
  changesOf(changes, 'groups').map((change): ChangeSentence => {
    switch (change.kind) {
      case 'added': {
        const { id, name } = change.item;
        return { text: `${nameIn(name, '分野')}を追加`, kind: 'added', ids: [id] };
      }
      case 'removed': {
        const { id, name } = change.item;
        const text = `${nameIn(name, '分野')}を削除${heldWords(before, after, id)}`;
        return { text, kind: 'removed', ids: [id] };
      }
      case 'changed': {
        const { id, name } = change.after;
        const text = `${nameIn(change.before.name, '分野')}の名前を${orNothing(name)}に変更`;
        return { text, kind: 'changed', ids: [id] };
      }
      case 'reordered':
        return { text: '分野の並びを変更', kind: 'changed', ids: [] };
      default:
        return assertNever(change);
    }
  });

/** （取組み2件、帯3本も） */
const heldWords = (before: Roadmap, after: Roadmap, group: GroupId): string => {
  const gone = missingIn(before.lanes, after.lanes).filter((lane) => lane.group === group);
  const lanes = new Set(gone.map(({ id }) => id));
  const bars = missingIn(before.bars, after.bars).filter(({ lane }) => lanes.has(lane)).length;
  if (lanes.size === 0) return '';
  return `（取組み${lanes.size}件${bars > 0 ? `、帯${bars}本` : ''}も）`;
};
