import { NoteEditor } from '#adapters/editor/note-editor.tsx';
import { ReadOnlyNote } from '#adapters/editor/read-only-note.tsx';
import { useNote } from '#adapters/editor/use-note.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import type { RecordTools } from '../use-record-tools.ts';

type NoteProps = { readonly id: string; readonly title: string; readonly tools: RecordTools };

export const Note = ({ id, title, tools }: NoteProps) => {
  const loaded = useNote(tools.document, meetings, id, '記録の本文を入力');
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
          label={label}
          note={loaded.note}
          onRedo={tools.redo}
          onUndo={tools.undo}
          placeholder="話し合ったことを書きます。入力した分から自動で保存されます。"
        />
      );
  }
};
