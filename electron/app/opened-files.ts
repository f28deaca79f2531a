import path from 'node:path';

const EXTENSION = '.banso';

/** The files that the system asks us to open, out of a command line. */
export const openedFiles = (argv: readonly string[], folder: string): readonly string[] =>
  argv
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith(EXTENSION))
    .map((word) => path.resolve(folder, word));

/** What another process of ours hands over, after checking it. */
export const readHandedOver = (data: unknown): readonly string[] => {
  if (typeof data !== 'object' || data === null || !('files' in data)) return [];
  const { files } = data;
  if (!Array.isArray(files)) return [];
  return openedFiles(
    files.filter((file): file is string => typeof file === 'string' && path.isAbsolute(file)),
    path.sep,
  );
};

/** A hand-over file that somebody wants opened, until the screen asks for it. */
export type GivenFile = {
  /** The last one counts: there is one screen. */
  readonly give: (files: readonly string[]) => void;
  readonly isThere: () => boolean;
  /** The file, which is nobody's to open twice. */
  readonly take: () => string | undefined;
};

/** @param tell the screen, where there is one already; one that comes later asks by itself */
export const createGivenFile = (tell: () => void): GivenFile => {
  let given: string | undefined;
  return {
    give: (files) => {
      const last = files.at(-1);
      if (last === undefined) return;
      given = last;
      tell();
    },
    isThere: () => given !== undefined,
    take: () => {
      const file = given;
      given = undefined;
      return file;
    },
  };
};
