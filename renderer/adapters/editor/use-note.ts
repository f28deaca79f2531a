import { useEffect, useState } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { LinkedRecords } from '#data/records/linked-records.ts';
import type { OpenNote } from '#data/records/typing.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { Problem } from '#shared/result.ts';
import { checkNote } from './note-fits.ts';

export type LoadedNote =
  | { readonly state: 'loading' }
  | {
      readonly state: 'editable';
      readonly note: OpenNote;
      readonly linked: LinkedRecords;
    }
  /** An editor would lose a part of it: its words are shown, and nothing is written. */
  | {
      readonly state: 'readOnly';
      readonly lines: readonly string[];
      readonly linked: LinkedRecords;
    }
  | { readonly state: 'failed'; readonly problem: Problem };

/**
 * Opens a record's note for as long as the component is shown. Its document stays loaded until then.
 * @param label what undo and history call what is typed: 「記録を入力」
 */
export const useNote = (
  document: DocumentId,
  collection: Collection,
  id: string,
  label: string,
): LoadedNote => {
  const workspace = useWorkspace();
  const [loaded, setLoaded] = useState<LoadedNote>({ state: 'loading' });
  useEffect(() => {
    let isGone = false;
    let release = (): void => undefined;
    void workspace.openNote(document, collection, id, label).then((opened) => {
      if (!opened.ok) {
        if (!isGone) setLoaded({ state: 'failed', problem: opened.error });
        return;
      }
      if (isGone) {
        opened.value.release();
        return;
      }
      release = opened.value.release;
      const { fragment, linked } = opened.value;
      const check = checkNote(fragment);
      setLoaded(
        check.fits
          ? { state: 'editable', note: opened.value, linked }
          : { state: 'readOnly', lines: check.lines, linked },
      );
    });
    return () => {
      isGone = true;
      release();
      setLoaded({ state: 'loading' });
    };
  }, [workspace, document, collection, id, label]);
  return loaded;
};
