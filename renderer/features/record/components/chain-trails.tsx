import { actionNote, isUnfinished } from '#shared/domain/meeting/action.ts';
import type { ActionRow } from '#shared/domain/meeting/meeting.ts';
import { LinkTrail } from '#ui/link-trail.tsx';
import type { RecordChain } from '../queries.ts';

/** Where the links of a meeting's findings and actions lead. */
export type ChainWays = {
  /** To a finding or an action on 課題と対応. */
  readonly onOpenRecord: (id: string) => void;
  /** To a bar or a milestone. */
  readonly onOpenRoadmap: (itemId: string) => void;
};

type FindingTrailProps = Pick<ChainWays, 'onOpenRecord'> & {
  readonly answers: readonly ActionRow[];
};

/** What answers a finding, in this meeting or later. */
export const FindingTrail = ({ answers, onOpenRecord }: FindingTrailProps) => (
  <LinkTrail
    label="対応"
    links={answers.map((action) => ({
      id: action.id,
      words: action.text,
      note: actionNote(action),
      isDone: !isUnfinished(action),
      onPress: () => onOpenRecord(action.id),
    }))}
  />
);

type ActionTrailProps = {
  readonly action: ActionRow;
  readonly chain: RecordChain;
  readonly ways: ChainWays;
};

/** What an action answers, and where in the roadmap it stands. */
export const ActionTrail = ({ action, chain, ways }: ActionTrailProps) => (
  <>
    <LinkTrail
      label="課題"
      links={action.answers.map(({ id, name }) => {
        const finding = chain.findings.find((each) => each.id === id);
        return finding === undefined
          ? { id, words: name }
          : { id, words: finding.text, onPress: () => ways.onOpenRecord(id) };
      })}
    />
    <LinkTrail
      label="ロードマップ"
      links={action.roadmapItems.map(({ id, name }) => {
        const label = chain.items.get(id);
        return label === undefined
          ? { id, words: name }
          : { id, words: label || name, onPress: () => ways.onOpenRoadmap(id) };
      })}
    />
  </>
);
