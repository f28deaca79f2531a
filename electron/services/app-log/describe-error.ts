/** What of an error may stand in the log file: no message, since it may quote names or texts. */
export type ErrorFacts = {
  readonly error: string;
  /** The system's own code: ENOSPC, EACCES … */
  readonly code?: string;
  readonly stack: readonly string[];
};

const MAX_FRAMES = 12;

/** @param folders whose paths are private: home, data folder */
export const describeError = (error: unknown, folders: readonly string[]): ErrorFacts => {
  if (!(error instanceof Error)) return { error: typeof error, stack: [] };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const stack = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at\s.*:\d+/.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => stripFolders(line, folders));
  return { error: error.name, ...code, stack };
};

/** Paths under these folders, and under any user's, lose the part that names the user. */
export const stripFolders = (text: string, folders: readonly string[]): string =>
  folders
    .filter((folder) => folder.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .flatMap((folder) => [folder, folder.replaceAll('\\', '/'), encodeURI(folder)])
    .reduce((rest, folder) => rest.replaceAll(folder, '~'), text)
    .replace(/([\\/](?:Users|home)[\\/])[^\\/:]+/g, '$1~');
