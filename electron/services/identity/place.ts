import { realpathSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Place } from './mark.ts';

/** Asks the system where a folder really stands. @throws when it does not exist */
export const placeOf = (folder: string): Place => {
  const real = realpathSync.native(folder);
  const { dev, ino } = statSync(real, { bigint: true });
  return { path: real, volume: String(dev), file: String(ino), host: hostname() };
};

export type MarkSurroundings = {
  readonly platform: NodeJS.Platform;
  /** Windows: the folder for what stays on this PC; a roaming profile would carry the mark along. */
  readonly localAppData: string | undefined;
};

/** The file of marks: outside the data folder, so that a copy of that folder comes without them. */
export const markFileOf = (
  dataFolder: string,
  { platform, localAppData }: MarkSurroundings,
): string => {
  const system = platform === 'win32' ? path.win32 : path.posix;
  const parent = platform === 'win32' && localAppData ? localAppData : system.dirname(dataFolder);
  return system.join(parent, `${system.basename(dataFolder)}.installations.json`);
};
