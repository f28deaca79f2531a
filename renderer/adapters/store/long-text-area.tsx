import type { DocumentId } from '#shared/documents/document-id.ts';
import { type Collection, fieldName, type TextsOf } from '#shared/domain/record/collection.ts';
import { CommitArea } from '#ui/commit-area.tsx';
import { useWorkspace } from './store.tsx';

type LongTextAreaProps<C extends Collection> = {
  readonly document: DocumentId;
  readonly collection: C;
  readonly id: string;
  readonly field: TextsOf<C>;
  /** Default: the field's name. */
  readonly label?: string | undefined;
  /** Where a heading above says it already. */
  readonly isLabelHidden?: boolean | undefined;
  /** What undo and history call it; default 「(label)を入力」. */
  readonly undoLabel?: string | undefined;
  /** The text as the row has it. */
  readonly value: string;
  readonly placeholder?: string | undefined;
  /** Lines shown when empty; default 2. */
  readonly minRows?: number | undefined;
  readonly maxRows?: number | undefined;
};

/** A long text, which several people may write at: only the letters that differ are handed over. */
export const LongTextArea = <C extends Collection>({
  document,
  collection,
  id,
  field,
  undoLabel,
  minRows = 2,
  ...rest
}: LongTextAreaProps<C>) => {
  const workspace = useWorkspace();
  const label = rest.label ?? fieldName(collection, field);
  const words = undoLabel ?? `${label}を入力`;
  return (
    <CommitArea
      {...rest}
      label={label}
      draftKey={`${collection.name}.${id}.${field}`}
      minRows={minRows}
      onCommit={(text) => workspace.type(document, collection, id, field, text, words)}
    />
  );
};
