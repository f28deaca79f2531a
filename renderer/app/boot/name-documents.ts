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

/** Between two readings: while hundreds of cases come in, each of them would have all read again. */
const REST_MS = 3000;

/** Tells main what cases are called, now and soon after that changes: a backup lists them by name. */
export const nameDocuments = (workspace: Workspace): void => {
  const subscription = workspace.live(names).subscribe(
    (documents) => {
      void invoke('nameDocuments', documents);
      subscription.rest(() => {
        subscription.unsubscribe();
        setTimeout(() => nameDocuments(workspace), REST_MS);
      });
    },
    () => undefined,
  );
};
