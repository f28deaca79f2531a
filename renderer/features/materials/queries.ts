import type { Query } from '#data/records/query.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import { cases } from '#shared/domain/case/case.ts';
import { CASE_RECORD } from '#shared/domain/meeting/case-record.ts';
import { confirmations } from '#shared/domain/meeting/confirmation.ts';
import { changedMeetings } from '#shared/domain/meeting/confirmed-changes.ts';
import { organizations, people, posts } from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { TableRows } from '#shared/domain/tables/entries.ts';
import { type TableOptionsRow, tableOptions } from '#shared/domain/tables/material.ts';

export type MaterialRows = TableRows & { readonly tableOptions: readonly TableOptionsRow[] };

/** All rows that the tables of one case are made of; undefined where there is no such case in use. */
export const materialRows =
  (caseId: CaseId): Query<MaterialRows | undefined> =>
  async (reader) => {
    const document = caseDocument(caseId);
    const row = await reader.one(cases, document, caseId);
    if (row === undefined) return undefined;
    const [{ confirmations: confirmed, ...own }, files, office, notes] = await Promise.all([
      reader.each({ ...CASE_RECORD, tableOptions, confirmations }, [document]),
      // A note may still show one that was taken off, and that is internal.
      reader.withBinned(attachments, [document]),
      reader.each({ organizations, people, posts }, [OFFICE]),
      reader.notes([document]),
    ]);
    return {
      ...own,
      ...office,
      case: row,
      born: { ...own, attachments: files, notes },
      changed: changedMeetings(confirmed, { ...own, notes }),
    };
  };
