import type { DocumentId } from '#shared/documents/document-id.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { type SourceName, sourceOf } from '#shared/ipc/logs.ts';
import type { Problem } from '#shared/result.ts';
import type { Database } from '../database.ts';
import type { LogPort } from '../journal/log-port.ts';
import { readSource } from '../journal/read-sources.ts';

type VerifyDependencies = {
  readonly database: Database;
  readonly port: LogPort;
  readonly device: DeviceId;
  readonly restoreLog: (document: DocumentId) => void;
  readonly report: (problem: Problem) => void;
  /** Waits between two files, so that reading them all never slows the screens. */
  readonly pause: () => Promise<void>;
};

/**
 * Reads every log once, behind the screens, a colleague's too: equal heads do not show damage in a file's
 * middle. The cache still holds what the damage hides, so that a whole state in our own log heals it.
 */
export const verifyLogs = async (dependencies: VerifyDependencies): Promise<void> => {
  const { database, port, device, restoreLog, report, pause } = dependencies;
  const own = sourceOf(device);
  for (const { id, sources } of await database.documents.toArray()) {
    for (const [name, known] of Object.entries(sources)) {
      await pause();
      const source = name as SourceName;
      const read = await readSource(port, id, source, known, source === own);
      // What has come in meanwhile, or cannot be read, is another's to tell.
      if (!read.ok || read.value.problems.length === 0) continue;
      for (const problem of read.value.problems) report(problem);
      if (read.value.restoreLog) restoreLog(id);
      await database.transaction('rw', database.documents, async () => {
        const record = await database.documents.get(id);
        const before = record?.sources[source];
        if (record === undefined || before === undefined) return;
        const { told } = read.value.known;
        await database.documents.put({
          ...record,
          sources: { ...record.sources, [source]: { ...before, told } },
        });
      });
    }
  }
};
