import type { Moment, RecordThen } from '#data/history/document-history.ts';
import type { PackedFile } from '#data/history/read-files.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { HistoryEntry } from '#shared/domain/history/entry.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';

/** What the window asks of the worker that knows one document's history. */
export type HistoryMessage =
  | {
      readonly kind: 'files';
      readonly document: DocumentId;
      readonly files: readonly PackedFile[];
      /** Whether they are given from their beginning. */
      readonly isAll: boolean;
    }
  | {
      readonly kind: 'recordAt';
      readonly ask: number;
      readonly moment: Moment;
      readonly collection: CollectionName;
      readonly id: string;
    };

export type HistoryNews =
  | {
      readonly kind: 'entries';
      readonly entries: readonly HistoryEntry[];
      /** `whole`: all there is; `rest`: the worker reads on by itself; `files`: it needs the files whole. */
      readonly wants: 'nothing' | 'rest' | 'files';
    }
  | { readonly kind: 'record'; readonly ask: number; readonly found: RecordThen | undefined };
