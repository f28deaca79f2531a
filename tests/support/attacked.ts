import { join } from 'node:path';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument, type DocumentId, folderOf } from '#shared/documents/document-id.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId, DeviceId } from '#shared/domain/record/ids.ts';
import { ok, type Problem } from '#shared/result.ts';
import type { Desk } from './desk.ts';

export const CASE = caseDocument('case1' as CaseId);

export const logOf = (of: Desk, document: DocumentId, device: DeviceId = of.device): string =>
  join(of.logs, folderOf(document), `${device}.log`);

export const add = (workspace: Workspace, title: string, document = CASE) =>
  workspace.run({
    label: '会合を追加',
    documents: [document],
    run: (draft) => ok(draft.create(document, meetings, { title }, `m${title}`)),
  });

export const titles = async (of: Desk): Promise<readonly unknown[]> =>
  (await of.database().rowsOf('meetings').toArray()).map((row) => row.title).sort();

export const told = (workspace: Workspace): string =>
  workspace.problems
    .get()
    .map(({ happened }) => happened)
    .join('\n');

/** Every title that can be read from the log files alone. */
export const rebuilt = async (of: Desk): Promise<readonly unknown[]> => {
  await of.loseCache();
  const { verified } = await of.start();
  await verified;
  return titles(of);
};

export const BUSY: Problem = { code: 'disk-error', happened: '読めません。', safe: '', todo: '' };
