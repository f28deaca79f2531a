import { useEffect } from 'react';
import { NoteEditor } from '#adapters/editor/note-editor.tsx';
import { ReadOnlyNote } from '#adapters/editor/read-only-note.tsx';
import { useNote } from '#adapters/editor/use-note.ts';
import type { Attacher } from '#data/operations/attachment/attach.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import type { NoteLinks } from '../model.ts';
import type { RecordTools } from '../use-record-tools.ts';

type NoteProps = {
  readonly id: MeetingId;
  readonly title: string;
  /** Against what a due date without a year is read. */
  readonly year: FiscalYear | null;
  readonly tools: RecordTools;
  /** Who puts pictures in, and when. */
  readonly by: Attacher;
  /** Shown to all in the room: what the prefecture keeps to itself is hidden. */
  readonly isInRoom?: boolean | undefined;
  /** To what the note mentions: a person, a theme, a case … */
  readonly onOpenMention: (target: MentionTarget) => void;
  /** Told which records the note links to, and whenever that changes; undefined while nobody can say. */
  readonly onLinks?: ((links: NoteLinks | undefined) => void) | undefined;
};

export const Note = ({
  id,
  title,
  year,
  tools,
  by,
  isInRoom = false,
  onLinks,
  onOpenMention,
}: NoteProps) => {
  const loaded = useNote(tools.document, meetings, id, '記録の本文を入力');
  const linked = 'linked' in loaded ? loaded.linked : undefined;
  useEffect(() => {
    if (linked === undefined || onLinks === undefined) return undefined;
    // Another object each time: what it tells has changed.
    const tell = () => onLinks({ held: linked.held, read: linked.read });
    const stop = linked.watch(tell);
    tell();
    return () => {
      stop();
      onLinks(undefined);
    };
  }, [linked, onLinks]);
  const label = `${title}の記録`;
  switch (loaded.state) {
    case 'loading':
      return <Loading label="本文を読み込んでいます" />;
    case 'failed':
      return <Notice {...loaded.problem} tone="danger" />;
    case 'readOnly':
      return <ReadOnlyNote label={label} lines={loaded.lines} />;
    default:
      return (
        <NoteEditor
          home={{
            document: tools.document,
            meeting: id,
            context: year === null ? {} : { fiscalYear: year },
            isInRoom,
            by,
          }}
          label={label}
          note={loaded.note}
          onOpenMention={onOpenMention}
          onRedo={tools.redo}
          onUndo={tools.undo}
          placeholder="話し合ったことを書きます。「/」で課題・気づき・決定・対応をその場で記録し、「@」で人・機関、「#」でテーマ、「[[」で案件や会合にリンクできます。"
        />
      );
  }
};
