import { useState } from 'react';
import type { Moment, RecordAt } from '#adapters/history/use-history.ts';
import { useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { formatDay } from '#shared/dates/format.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { FieldChange, RecordChange } from '#shared/domain/history/entry.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { PeekPanel } from '#ui/peek-panel.tsx';
import { showToast } from '#ui/toast-queue.ts';
import { restoreFieldCommand, restoreRecordCommand } from '../commands.ts';
import { changedField, type EntryLine, momentWords, recordWords } from '../model.ts';
import styles from './entry-peek.module.css';
import { NoteCompare } from './note-compare.tsx';
import { RecordSection } from './record-section.tsx';

type EntryPeekProps = {
  readonly document: DocumentId;
  readonly line: EntryLine;
  readonly recordAt: RecordAt;
  readonly onOpenRecord: (change: RecordChange) => void;
  readonly onClose: () => void;
};

/** So many records are shown at once: an import made thousands. */
const AT_ONCE = 20;

/** One edit: all that it changed, before and afterwards, and the ways back. */
export const EntryPeek = ({ document, line, recordAt, onOpenRecord, onClose }: EntryPeekProps) => {
  const run = useRun();
  const undoToast = useUndoToast();
  const [count, setCount] = useState(AT_ONCE);
  const [compared, setCompared] = useState<RecordChange>();
  const { entry, records, author, device, day, time, title } = line;

  const restore = async (
    change: RecordChange,
    side: Moment['side'],
    field?: FieldChange,
  ): Promise<void> => {
    const frame = side === 'before' ? entry.id : entry.moment;
    const then = await recordAt({ side, frame }, change.collection, change.record);
    if (then === undefined) {
      showToast('この時点の内容を読み出せませんでした。記録はそのままです。', { tone: 'danger' });
      return;
    }
    const when = `${momentWords(entry)}${side === 'before' ? 'の変更前' : ''}`;
    const restored = { document, change, then, when };
    const result =
      field === undefined
        ? await run(restoreRecordCommand(restored))
        : await run(restoreFieldCommand(restored, field.field));
    if (!result.ok) return;
    const what = field === undefined ? recordWords(change) : changedField(change, field);
    undoToast(`${what}を${when}の内容に戻しました。`);
  };

  return (
    <PeekPanel kicker={`${formatDay(day)} ${time}`} onClose={onClose} title={title}>
      <p className={styles.who}>{[author, device].filter(Boolean).join('・')}</p>
      {entry.isErased && (
        <p className={styles.quiet}>
          個人情報などを完全に消したため、この変更の内容は残っていません。だれがいつ変えたかだけが残ります。
        </p>
      )}
      {records.slice(0, count).map((change) => (
        <RecordSection
          change={change}
          isErased={entry.isErased}
          key={`${change.collection} ${change.record}`}
          onCompare={() => setCompared(change)}
          onOpen={() => onOpenRecord(change)}
          onRestore={(side, field) => void restore(change, side, field)}
        />
      ))}
      {records.length > count && (
        <LinkButton onPress={() => setCount(count * 2)}>
          {`ほか${(records.length - count).toLocaleString('ja-JP')}件を表示`}
        </LinkButton>
      )}
      {compared !== undefined && (
        <NoteCompare
          change={compared}
          document={document}
          entry={entry}
          onClose={() => setCompared(undefined)}
          onRestore={(field) => {
            setCompared(undefined);
            void restore(compared, 'behind', field);
          }}
        />
      )}
    </PeekPanel>
  );
};
