import { useMemo } from 'react';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import { FoldCard } from '#ui/fold-card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { type NeighbourLink, neighboursOf } from '../model.ts';
import type { RecordData } from '../queries.ts';
import { NoteLinks } from './note-links.tsx';
import styles from './side-panel.module.css';

type LinksCardProps = {
  readonly data: RecordData;
  readonly onOpenMeeting: (id: string) => void;
  readonly onOpenMention: (target: MentionTarget) => void;
};

/** この会合のつながり: the meetings around it on the ladder, what its note links to, and whose notes link to it. */
export const LinksCard = ({ data, onOpenMeeting, onOpenMention }: LinksCardProps) => {
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
      <NoteLinks meeting={data.meeting} onOpenMention={onOpenMention} />
    </FoldCard>
  );
};
