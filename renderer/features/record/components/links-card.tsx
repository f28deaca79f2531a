import { memo, useMemo } from 'react';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import { FoldCard } from '#ui/fold-card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useUnchanged } from '#ui/use-unchanged.ts';
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
export const LinksCard = ({ data, ...calls }: LinksCardProps) => {
  const { meeting, meetings, rounds } = data;
  const around = useMemo(
    () => neighboursOf(meeting.id, meetings, rounds),
    [meeting.id, meetings, rounds],
  );
  return (
    // A row names the document that it is of.
    <Links
      {...calls}
      around={useUnchanged(around)}
      document={meeting.document as DocumentId}
      id={meeting.id}
    />
  );
};

type LinksProps = Omit<LinksCardProps, 'data'> & {
  readonly around: ReturnType<typeof neighboursOf>;
  /** The meeting. */
  readonly document: DocumentId;
  readonly id: string;
};

const Links = memo(({ around, document, id, onOpenMeeting, onOpenMention }: LinksProps) => {
  const { before, after } = around;
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
      <NoteLinks document={document} id={id} onOpenMention={onOpenMention} />
    </FoldCard>
  );
});
