import { invoke } from '#adapters/host/host.ts';
import type { ErasePort } from '#data/erasing/erase-port.ts';
import type { LogPort } from '#data/journal/log-port.ts';

/**
 * The logs on disk, as the main process keeps them.
 * @param isShown resolves when the first screen stands: looking through all logs would hold it up
 * @param prepare what has to be done before documents can be opened
 */
export const createHostPort = (
  isShown: Promise<unknown>,
  prepare: () => Promise<void>,
): LogPort => ({
  heads: async () => {
    await isShown;
    const [heads] = await Promise.all([invoke('readHeads', undefined), prepare()]);
    return heads;
  },
  read: (request) => invoke('readLog', request),
  append: (groups) => invoke('appendToLogs', groups),
  erase: (request) => invoke('eraseInLogs', request),
});

/** What erasing for good asks main for beside the logs. */
export const hostErasePort: ErasePort = {
  readPlan: () => invoke('readErasePlan', undefined),
  keepPlan: (plan) => invoke('keepErasePlan', plan),
  forgetCache: () => invoke('forgetCache', undefined),
  clearTraces: (traces) => invoke('clearTraces', traces),
  asideLogs: () => invoke('listAsideLogs', undefined),
  readAside: (request) => invoke('readAsideLog', request),
  settleAsides: (files) => invoke('settleAsides', [...files]),
};
