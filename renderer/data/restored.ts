import type { LogFiles } from '#shared/ipc/logs.ts';
import type { Database } from './database.ts';

/**
 * Whether the cache holds anything that the log files lack: where records were put back by hand, that is
 * what they had been since. What can't be looked at now counts as lacking.
 */
export const isCacheAhead = async (
  database: Database,
  { files, closed }: Pick<LogFiles, 'files' | 'closed'>,
): Promise<boolean> => {
  if ((await database.updates.where('acked').notEqual(1).count()) > 0) return true;
  const heads = new Map(files.map((file) => [`${file.document} ${file.source}`, file]));
  const unseen = new Set(closed.map(({ document }) => document));
  const records = await database.documents.toArray();
  return records.some(({ id, sources }) =>
    Object.entries(sources).some(([source, { head }]) => {
      const file = heads.get(`${id} ${source}`);
      if (head.seq === 0) return false;
      if (file === undefined || file.problem !== undefined || unseen.has(id)) return true;
      // What was erased on purpose is shorter, and of a later generation.
      if (file.head.generation !== head.generation) return file.head.generation < head.generation;
      if (file.head.seq === head.seq) return file.head.hash !== head.hash;
      return file.head.seq < head.seq;
    }),
  );
};
