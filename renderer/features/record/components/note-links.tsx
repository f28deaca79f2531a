import { useMemo } from 'react';
import { BacklinkList } from '#adapters/mentions/backlink-list.tsx';
import { backlinksOf, mentionsOf } from '#adapters/mentions/queries.ts';
import { useLive } from '#adapters/store/store.tsx';
import { mentionedWords } from '#data/mentions/read-mentioned.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { MENTIONED_NAMES, type MentionTarget } from '#shared/domain/record/mention.ts';
import { LinkButton } from '#ui/link-button.tsx';
import styles from './side-panel.module.css';

type NoteLinksProps = {
  /** The meeting. */
  readonly document: DocumentId;
  readonly id: string;
  readonly onOpenMention: (target: MentionTarget) => void;
};

/** What the note of a meeting links to, and the meetings whose notes link to this one. */
export const NoteLinks = ({ document, id, onOpenMention }: NoteLinksProps) => {
  const out = useLive(useMemo(() => mentionsOf(document, id), [document, id]));
  const back = useLive(
    useMemo(() => backlinksOf({ document, collection: 'meetings', id }, document), [document, id]),
  );
  const links = out.state === 'ready' ? out.value.filter(({ isGone }) => !isGone) : [];
  const backlinks = back.state === 'ready' ? back.value : [];
  return (
    <>
      {links.length > 0 && (
        <>
          <h3 className={styles.sub}>本文からのリンク</h3>
          <ul className={styles.links}>
            {links.map((each) => (
              <li key={each.key}>
                <LinkButton onPress={() => onOpenMention(each.target)} weight="text">
                  {mentionedWords(each, document)}
                </LinkButton>{' '}
                <span className={styles.quiet}>{MENTIONED_NAMES[each.target.collection]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {backlinks.length > 0 && (
        <>
          <h3 className={styles.sub}>この会合にリンクした記録</h3>
          <BacklinkList
            links={backlinks}
            onOpenMeeting={(caseId, meetingId) =>
              onOpenMention({
                document: caseDocument(caseId),
                collection: 'meetings',
                id: meetingId,
              })
            }
          />
        </>
      )}
    </>
  );
};
