import { useMemo } from 'react';
import { BacklinkList } from '#adapters/mentions/backlink-list.tsx';
import { backlinksOf } from '#adapters/mentions/queries.ts';
import { useLive } from '#adapters/store/store.tsx';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import styles from './versions.module.css';
import type { VersionKey } from './versions-model.ts';

type VersionLinksProps = {
  /** The case that holds the roadmap. */
  readonly caseId: CaseId;
  readonly version: VersionKey;
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
};

/** The meetings whose notes link to the version that is looked at; nothing where none does. */
export const VersionLinks = ({ caseId, version, onOpenMeeting }: VersionLinksProps) => {
  const loaded = useLive(
    useMemo(
      () =>
        backlinksOf({ document: caseDocument(caseId), collection: 'roadmapVersions', id: version }),
      [caseId, version],
    ),
  );
  if (loaded.state !== 'ready' || loaded.value.length === 0) return null;
  return (
    <section aria-label="この版にリンクした記録" className={styles.backlinks}>
      <h2>この版にリンクした記録</h2>
      <BacklinkList links={loaded.value} onOpenMeeting={onOpenMeeting} />
    </section>
  );
};
