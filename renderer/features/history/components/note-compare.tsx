import { useMemo } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { FieldChange, HistoryEntry, RecordChange } from '#shared/domain/history/entry.ts';
import { diffTexts } from '#shared/text/diff-texts.ts';
import { Awaiting } from '#ui/awaiting.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { momentWords, recordWords } from '../model.ts';
import { noteQuery } from '../queries.ts';
import { DiffText } from './diff-text.tsx';
import styles from './entry-peek.module.css';

type NoteCompareProps = {
  readonly document: DocumentId;
  readonly entry: HistoryEntry;
  readonly change: RecordChange;
  readonly onRestore: (field: FieldChange) => void;
  readonly onClose: () => void;
};

/** A note as it stood then beside what it says today, with marks where the two differ. */
export const NoteCompare = ({ document, entry, change, onRestore, onClose }: NoteCompareProps) => {
  const { record } = change;
  const loaded = useLive(useMemo(() => noteQuery(document, record), [document, record]));
  const field = change.fields.find((each) => each.field === 'note');
  const then = field?.after.words ?? '';
  const now = loaded.state === 'ready' ? loaded.value : '';
  const parts = useMemo(() => diffTexts(then, now), [then, now]);
  const when = momentWords(entry);
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>閉じる</Button>
          {field !== undefined && (
            <Button
              isDisabled={loaded.state !== 'ready' || then === now}
              onPress={() => onRestore(field)}
              variant="primary"
            >
              この時点の本文に戻す
            </Button>
          )}
        </>
      }
      isOpen
      onClose={onClose}
      size="large"
      title={`${recordWords(change)}の本文`}
    >
      {loaded.state !== 'ready' ? (
        <Awaiting state={loaded.state} what="いまの本文" />
      ) : (
        <div className={styles.beside}>
          <section aria-label={`${when}の本文`} className={styles.note}>
            <h3>{when}</h3>
            <DiffText parts={parts.filter(({ kind }) => kind !== 'added')} />
          </section>
          <section aria-label="いまの本文" className={styles.note}>
            <h3>{then === now ? 'いま（同じ内容です）' : 'いま'}</h3>
            <DiffText parts={parts.filter(({ kind }) => kind !== 'removed')} />
          </section>
        </div>
      )}
    </Dialog>
  );
};
