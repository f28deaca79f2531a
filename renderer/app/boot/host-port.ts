import { invoke } from '#adapters/host/host.ts';
import type { LogPort } from '#data/journal/log-port.ts';

/**
 * The logs on disk, as the main process keeps them.
 * @param before what has to be there before documents can be opened
 */
export const createHostPort = (before: Promise<void>): LogPort => ({
  heads: async () => {
    const [heads] = await Promise.all([invoke('readHeads', undefined), before]);
    return heads;
  },
  read: (document, device, after) => invoke('readLog', { document, device, after }),
  append: (entries) => invoke('appendToLogs', entries),
});
