import * as Y from 'yjs';
import { createRecordReader, type RecordReader } from '#data/documents/record-reader.ts';
import type { Command } from '#data/records/command.ts';
import { createDraft, type Draft } from '#data/records/draft.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { Collection, Row } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Result } from '#shared/result.ts';

export const CASE_ID = 'c1' as CaseId;
export const CASE = caseDocument(CASE_ID);
const NOW = Date.UTC(2023, 0, 19, 1, 2, 3);

/** Documents in memory on which operations run as commands do: all that they write comes in, or nothing. */
export const draftDesk = () => {
  const documents = new Map<DocumentId, { readonly doc: Y.Doc; readonly reader: RecordReader }>();
  let updates = 0;
  const open = (id: DocumentId) => {
    const known = documents.get(id);
    if (known !== undefined) return known;
    const doc = new Y.Doc();
    const reader = createRecordReader(id, doc);
    doc.on('afterTransaction', (transaction: Y.Transaction) => reader.touched(transaction));
    doc.on('update', () => {
      updates += 1;
    });
    documents.set(id, { doc, reader });
    return { doc, reader };
  };
  const run = <T>(act: (draft: Draft) => Result<T>): Result<T> => {
    const { draft, writes } = createDraft(open, () => NOW);
    const result = act(draft);
    if (!result.ok) return result;
    for (const [id, { doc }] of documents) {
      doc.transact(() => {
        for (const write of writes) if (write.document === id) write.apply();
      });
    }
    return result;
  };
  return {
    run,
    /** What it gives; a refusal is a failure of the test. */
    done: <T>(act: (draft: Draft) => Result<T>): T => {
      const result = run(act);
      if (!result.ok) throw new Error(result.error.happened);
      return result.value;
    },
    /** Why it is refused; '' where it is not. */
    refused: (act: (draft: Draft) => Result<unknown>): string => {
      const result = run(act);
      return result.ok ? '' : result.error.happened;
    },
    command: <T>({ run: act }: Command<T>): Result<T> => run(act),
    /** Writes without any operation. */
    write: (act: (draft: Draft) => unknown): void => {
      run((draft) => {
        act(draft);
        return { ok: true, value: null };
      });
    },
    row: <C extends Collection>(collection: C, id: string, document?: DocumentId) =>
      open(document ?? homeOf(collection)).reader.row(collection, id),
    /** Those in use, as they stand in order. */
    rows: <C extends Collection>(collection: C, document?: DocumentId): readonly Row<C>[] => {
      let rows: readonly Row<C>[] = [];
      run((draft) => {
        rows = draft.rows(document ?? homeOf(collection), collection);
        return { ok: true, value: null };
      });
      return rows;
    },
    doc: (id: DocumentId): Y.Doc => open(id).doc,
    updates: (): number => updates,
  };
};

export type DraftDesk = ReturnType<typeof draftDesk>;

const homeOf = ({ home }: Collection): DocumentId => (home === 'office' ? OFFICE : CASE);
