import { memo, useMemo } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import { Card } from '#ui/card.tsx';
import { BacklinkList } from './backlink-list.tsx';
import styles from './mentions.module.css';
import { backlinksOf } from './queries.ts';

type BacklinksCardProps = {
  readonly target: MentionTarget;
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
  /** Says how a meeting comes to stand here; without it, the card is there only where one does. */
  readonly empty?: string | undefined;
};

/** 記録の本文でのリンク: the meetings in whose notes somebody linked to a record. */
export const BacklinksCard = memo(({ target, onOpenMeeting, empty }: BacklinksCardProps) => {
  const { document, collection, id } = target;
  const loaded = useLive(
    useMemo(() => backlinksOf({ document, collection, id }), [document, collection, id]),
  );
  // What stands beside a page: nobody waits for it.
  const links = loaded.state === 'ready' ? loaded.value : [];
  const isEmpty = links.length === 0;
  if (isEmpty && (empty === undefined || loaded.state !== 'ready')) return null;
  return (
    <Card note={isEmpty ? undefined : `${links.length}件`} title="記録の本文でのリンク">
      {isEmpty ? (
        <p className={styles.quiet}>{empty}</p>
      ) : (
        <BacklinkList links={links} onOpenMeeting={onOpenMeeting} />
      )}
    </Card>
  );
});
