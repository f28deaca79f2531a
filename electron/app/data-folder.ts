import { realpathSync, statfsSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '#shared/result.ts';

export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly packaged: boolean;
};

/**
 * The local folder of the app: a roaming one would be copied over the network at each log-in.
 * An unpackaged start has its own, since another Chromium may not open a newer one's databases.
 */
export const dataFolder = ({ platform, env, home, packaged }: Surroundings): string => {
  const system = platform === 'win32' ? path.win32 : path.posix;
  const chosen = env.BANSO_DATA_DIR;
  if (chosen) return system.resolve(chosen);
  const name = packaged ? 'banso-note' : 'banso-note-dev';
  switch (platform) {
    case 'win32':
      return system.join(env.LOCALAPPDATA || system.join(home, 'AppData', 'Local'), name);
    case 'darwin':
      return system.join(home, 'Library', 'Application Support', name);
    default:
      return system.join(localShare(env.XDG_DATA_HOME, home), name);
  }
};

/** The XDG standard tells us to ignore a relative path. */
const localShare = (chosen: string | undefined, home: string): string =>
  chosen && path.posix.isAbsolute(chosen) ? chosen : path.posix.join(home, '.local', 'share');

export type FolderKind = 'local' | 'network' | 'volatile';

/** File systems by Linux's magic numbers (statfs(2)). */
const VOLATILE = new Set([0x0102_1994 /* tmpfs */, 0x8584_58f6 /* ramfs */]);
const NETWORK = new Set([
  0x6969 /* nfs */, 0xff53_4d42 /* cifs */, 0xfe53_4d42 /* smb2 */, 0x517b /* smb */,
  0x0102_1997 /* 9p */, 0x00c3_6400 /* ceph */,
]);

/** Judges a folder by its real path and, where known, its file system's number. */
export const judgeFolder = (
  folder: string,
  temporary: readonly string[],
  fileSystem: number | undefined,
): FolderKind => {
  if (/^(\\\\|\/\/)/.test(folder) && !/^\\\\[?.]\\[a-z]:/i.test(folder)) return 'network';
  if (fileSystem !== undefined && NETWORK.has(fileSystem)) return 'network';
  if (fileSystem !== undefined && VOLATILE.has(fileSystem)) return 'volatile';
  return temporary.some((parent) => isWithin(folder, parent)) ? 'volatile' : 'local';
};

const isWithin = (folder: string, parent: string): boolean => {
  const step = path.relative(parent, folder);
  return step === '' || (!path.isAbsolute(step) && step.split(path.sep)[0] !== '..');
};

/** Asks the system about an existing folder; a mapped drive shows its network path when resolved. */
export const inspectFolder = (folder: string, temporary: readonly string[]): FolderKind => {
  try {
    const real = (place: string) => realpathSync.native(place);
    // statfs reports other numbers on other systems.
    const fileSystem = process.platform === 'linux' ? statfsSync(folder).type : undefined;
    return judgeFolder(real(folder), temporary.map(real), fileSystem);
  } catch {
    return judgeFolder(folder, temporary, undefined);
  }
};

/** What staff must know of such a folder, or nothing. */
export const folderProblem = (kind: FolderKind): Problem | undefined => {
  switch (kind) {
    case 'local':
      return undefined;
    case 'network':
      return {
        code: 'disk-error',
        happened: '記録の保存先がネットワーク上のフォルダーになっています。',
        safe: '記録はこのまま書けます。ただし、通信が切れると保存できないことがあります。',
        todo: 'このパソコンの中のフォルダーに保存するよう、システムの担当者にご相談ください。',
      };
    case 'volatile':
      return {
        code: 'disk-error',
        happened: '記録の保存先が一時フォルダーになっています。',
        safe: '記録はこのまま書けます。ただし、パソコンの再起動などで消えることがあります。',
        todo: '本番の記録を書く前に、保存先を通常のフォルダーに変えてください。',
      };
  }
};
