import path from 'node:path';
import { randomHex } from '#shared/domain/record/ids.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { DEFAULT_SETTINGS, type Settings } from '#shared/ipc/settings.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import type { Handle } from '../../ipc/handle.ts';
import { appLog } from '../app-log/app-log.ts';
import { diskProblem } from '../disk-problem.ts';
import { readJsonFile, writeJsonFile } from '../json-file.ts';
import { mendSettingsFile, SETTINGS_NAME, toSettings } from './settings-file.ts';
import { openSettingsStore, type SettingsStore } from './settings-store.ts';

type Dependencies = {
  readonly folder: string;
  readonly handle: Handle;
  readonly report: (problem: Problem) => void;
};

export type SettingsService = {
  /** What is set now. */
  readonly read: () => Settings;
  /** Reads ahead what saving needs. */
  readonly prepare: () => Promise<void>;
  /** Resolves when all that was to be saved is on the disk, or was refused. */
  readonly flush: () => Promise<void>;
};

/**
 * Reads the settings and answers `saveSettings`. The start only reads the file; the store that writes it is
 * read when it is first needed.
 */
export const setupSettings = ({ folder, handle, report }: Dependencies): SettingsService => {
  const found = readSettings(folder, report);
  const state: {
    settings: Settings;
    store: Promise<SettingsStore> | undefined;
    saving: Promise<unknown>;
  } = { settings: found ?? DEFAULT_SETTINGS, store: undefined, saving: Promise.resolve() };

  const store = (): Promise<SettingsStore> => {
    const opening = state.store ?? openSettingsStore(folder);
    state.store = opening;
    // What failed once may work when the disk has room again.
    opening.catch(() => {
      state.store = undefined;
    });
    return opening;
  };

  const save = async (patch: Input<'saveSettings'>): Promise<Result<Settings>> => {
    try {
      refuseLink(folder);
      const opened = await store();
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      const isOther = patch.userName !== undefined && patch.userName !== state.settings.userName;
      // Whoever takes the desk over is another author, and so is a name that was put right.
      opened.set({ ...Object.fromEntries(given), ...(isOther ? { userId: randomHex(6) } : {}) });
      state.settings = toSettings(opened.store);
      return ok(state.settings);
    } catch (error) {
      appLog.fault('settings.save', error);
      return fail(diskProblem('設定', error));
    }
  };

  handle('saveSettings', (patch) => {
    if (found === undefined) return fail(diskProblem('設定', undefined));
    // One behind the other: whether the name is another one is judged by what the last has saved.
    const saved = state.saving.then(() => save(patch));
    state.saving = saved;
    return saved;
  });
  return {
    read: () => state.settings,
    prepare: async () => {
      if (found !== undefined) await store();
    },
    flush: async () => {
      await state.saving;
    },
  };
};

/** The store would write through a link that has come since the start. @throws ELOOP */
const refuseLink = (folder: string): void => {
  const found = readJsonFile(path.join(folder, `${SETTINGS_NAME}.json`));
  if (found.kind === 'unreadable') throw found.error;
};

/** @returns undefined where the file can't be used, and is told */
const readSettings = (folder: string, report: (problem: Problem) => void): Settings | undefined => {
  try {
    for (const problem of mendSettingsFile(folder, new Date())) report(problem);
    const read = readJsonFile(path.join(folder, `${SETTINGS_NAME}.json`));
    return giveUserId(folder, read.kind === 'read' ? read.value : {});
  } catch (error) {
    appLog.fault('settings.open', error);
    report({ ...diskProblem('設定', error), happened: '設定のファイルを開けませんでした。' });
    return undefined;
  }
};

/** Settings that an installer or an older version has written have no id yet. */
const giveUserId = (folder: string, raw: unknown): Settings => {
  const settings = toSettings(raw);
  if (settings.userId !== '') return settings;
  const userId = randomHex(6);
  try {
    writeJsonFile(path.join(folder, `${SETTINGS_NAME}.json`), { ...Object(raw), userId });
    return { ...settings, userId };
  } catch (error) {
    // Names alone then tell authors apart.
    appLog.fault('settings.id', error);
    return settings;
  }
};
