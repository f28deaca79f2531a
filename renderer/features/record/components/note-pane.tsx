import { memo, Suspense } from 'react';
import type { Attacher } from '#data/operations/attachment/attach.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Loading } from '#ui/loading.tsx';
import type { NoteLinks } from '../model.ts';
import type { RecordTools } from '../use-record-tools.ts';
import styles from './record-page.module.css';

type NotePaneProps = {
  readonly id: MeetingId;
  /** The meeting's title. */
  readonly title: string;
  /** The case's, against which a due date without one is read. */
  readonly year: FiscalYear | null;
  readonly tools: RecordTools;
  /** Who puts pictures in, and when. */
  readonly by: Attacher;
  /** Shown to all in the room: what the prefecture keeps to itself is hidden. */
  readonly isInRoom?: boolean | undefined;
  /** To what the note mentions. */
  readonly onOpenMention: (target: MentionTarget) => void;
  /** Told which records the note links to, and whenever that changes. */
  readonly onLinks?: ((links: NoteLinks | undefined) => void) | undefined;
};

/** The editor is large: the rest of the page does not wait for it. */
export const Note = lazyPart(async () => {
  const { Note: found } = await import('./note.tsx');
  return found;
});

/** The note of a meeting. What changes in the fields beside it does not draw it anew. */
export const NotePane = memo((props: NotePaneProps) => (
  <section aria-label="記録の本文" className={styles.note}>
    <Suspense fallback={<Loading label="本文を読み込んでいます" />}>
      <Note {...props} />
    </Suspense>
  </section>
));
