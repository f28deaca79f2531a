import { useMemo } from 'react';
import { FoldCard } from '#ui/fold-card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { type NeighbourLink, neighboursOf } from '../model.ts';
import type { RecordData } from '../queries.ts';
import styles from './side-panel.module.css';

type LinksCardProps = {
  readonly data: RecordData;
  readonly onOpenMeeting: (id: string) => void;
};

/** この会合のつながり: the meetings before and after it on the ladder. */
export const LinksCard = ({ data, onOpenMeeting }: LinksCardProps) => {
  const { before, after } = useMemo(
    () => neighboursOf(data.meeting.id, data.meetings, data.rounds),
    [data.meeting.id, data.meetings, data.rounds],
  );
  const link = (word: string, neighbour: NeighbourLink) => (
    <li>
      {word}{' '}
      <LinkButton onPress={() => onOpenMeeting(neighbour.id)} weight="text">
        {neighbour.title} {neighbour.date}
      </LinkButton>
      {neighbour.isPlanned && '（予定）'}
    </li>
  );
  return (
    <FoldCard name="record.links" opens="tall" title="この会合のつながり">
      {before === undefined && after === undefined ? (
        <p className={styles.quiet}>前後の会合はまだありません。支援の流れで計画できます。</p>
      ) : (
        <ul className={styles.links}>
          {before !== undefined && link('前', before)}
          {after !== undefined && link('次', after)}
        </ul>
      )}
    </FoldCard>
  );
};
