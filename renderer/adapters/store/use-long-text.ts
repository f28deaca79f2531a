import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Collection, TextsOf } from '#shared/domain/collection.ts';
import { showProblem, useWorkspace } from './store.tsx';

type LongText<C extends Collection> = {
  readonly document: DocumentId;
  readonly collection: C;
  readonly id: string;
  readonly field: TextsOf<C>;
  /** What undo and history call it: 「ねらいを入力」. */
  readonly label: string;
  /** The text as the row has it. */
  readonly value: string;
};

/**
 * A long text under somebody's fingers: each key goes to the document at once, without waiting for
 * the row to come back; a change that did not come from here (undo, a merge) is taken over.
 */
export const useLongText = <C extends Collection>({
  document,
  collection,
  id,
  field,
  label,
  value,
}: LongText<C>): { readonly value: string; readonly onChange: (text: string) => void } => {
  const workspace = useWorkspace();
  const [text, setText] = useState(value);
  /** Values on their way to the row, oldest first. */
  const sent = useRef<readonly string[]>([]);

  useEffect(() => {
    const at = sent.current.indexOf(value);
    if (at >= 0) sent.current = sent.current.slice(at + 1);
    else {
      sent.current = [];
      setText(value);
    }
  }, [value]);

  const onChange = useCallback(
    (next: string) => {
      setText(next);
      sent.current = [...sent.current, next];
      void workspace.type(document, collection, id, field, next, label).then((result) => {
        if (!result.ok) showProblem(result.error);
      });
    },
    [workspace, document, collection, id, field, label],
  );

  return { value: text, onChange };
};
