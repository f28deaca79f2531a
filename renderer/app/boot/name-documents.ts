import { invoke } from '#adapters/host/host.ts';
import type { Query } from '#data/records/query.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { caseTitle } from '#shared/domain/search/records.ts';
import type { NamedDocument } from '#shared/ipc/backup.ts';

const names: Query<readonly NamedDocument[]> = async (reader) =>
  (await reader.all(cases)).map((row) => ({
    document: caseDocument(row.id),
    title: caseTitle(row).slice(0, 400),
  }));

/** Tells main what cases are called, now and whenever that changes: a backup lists them by name. */
export const nameDocuments = (workspace: Workspace): void => {
  workspace.live(names).subscribe(
    (documents) => void invoke('nameDocuments', documents),
    () => undefined,
  );
};
