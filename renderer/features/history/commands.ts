import type { RecordThen } from '#adapters/history/use-history.ts';
import { act } from '#data/operations/record/records.ts';
import { restoreField, restoreRecord } from '#data/operations/record/restore-then.ts';
import type { Command } from '#data/records/command.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { RecordChange } from '#shared/domain/history/entry.ts';
import { fieldName } from '#shared/domain/record/collection.ts';
import { collectionNamed } from '#shared/domain/schema.ts';

/** What goes back, and to when: 場所を11月27日 10:05の内容に戻す. */
export type Restored = {
  readonly document: DocumentId;
  readonly change: RecordChange;
  readonly then: RecordThen;
  /** 11月27日 10:05, or that with 「の変更前」 */
  readonly when: string;
};

export const restoreFieldCommand = (
  { document, change, then, when }: Restored,
  field: string,
): Command<null> => {
  const collection = collectionNamed(change.collection);
  const label = `${fieldName(collection, field)}を${when}の内容に戻す`;
  return act(label, [document], restoreField, document, collection, change.record, field, then);
};

export const restoreRecordCommand = ({ document, change, then, when }: Restored): Command<null> => {
  const collection = collectionNamed(change.collection);
  const label = `${collection.what}を${when}の内容に戻す`;
  return act(label, [document], restoreRecord, document, collection, change.record, then);
};
