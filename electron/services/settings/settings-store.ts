import type Store from 'electron-store';
import { FILE_MODE } from '../safe-files.ts';
import { SETTINGS_NAME } from './settings-file.ts';

export type SettingsStore = Store<Record<string, unknown>>;

/**
 * Reads electron-store, which takes longer than all else that the start reads, and opens the file with it.
 * @throws the system's error, or a SyntaxError of a file that was damaged since the start
 */
export const openSettingsStore = async (folder: string): Promise<SettingsStore> => {
  const { default: Store } = await import('electron-store');
  return new Store<Record<string, unknown>>({
    cwd: folder,
    name: SETTINGS_NAME,
    accessPropertiesByDotNotation: false,
    configFileMode: FILE_MODE,
  });
};
