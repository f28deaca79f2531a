import { app } from 'electron';
import type { Settings } from '#shared/ipc/settings.ts';
import { ok, type Problem } from '#shared/result.ts';
import type { Handle } from '../ipc/handle.ts';
import type { Identity } from './identity/load-identity.ts';

type Dependencies = {
  readonly handle: Handle;
  readonly identity: Identity;
  readonly settings: () => Settings;
  readonly dataFolder: string;
  readonly collectNotices: () => readonly Problem[];
};

/** Answers the screen's first question. @returns whether it has been asked */
export const setupBoot = (dependencies: Dependencies): (() => boolean) => {
  const { handle, identity, settings, dataFolder, collectNotices } = dependencies;
  const state = { booted: false };
  handle('boot', () => {
    state.booted = true;
    return ok({
      device: identity.device,
      folder: identity.folder,
      isRestored: identity.isRestored,
      restoredTimes: identity.restoredTimes,
      settings: settings(),
      versions: {
        app: app.getVersion(),
        electron: process.versions.electron ?? '',
        chrome: process.versions.chrome ?? '',
        node: process.versions.node,
      },
      dataFolder,
      notices: collectNotices(),
    });
  });
  return () => state.booted;
};
