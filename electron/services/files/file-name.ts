/** Characters that Windows takes in no file name, and control characters. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Names that Windows keeps for devices, whatever stands behind the point. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(\.|$)/i;
/** Well under what any file system takes, also in bytes of UTF-8. */
const LONGEST = 60;

/**
 * What the save dialog proposes: a plain file name, whatever the screen asked for; never a path.
 * @param ending without the point: pdf
 */
export const fileNameFor = (wanted: string, ending: string): string => {
  const clean = wanted
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/gu, '_')
    .replace(/^[._]+|[._]+$/g, '');
  const short = [...clean].slice(0, LONGEST).join('');
  return `${short === '' || RESERVED.test(short) ? `資料${short}` : short}.${ending}`;
};

/**
 * The path that was chosen, with its ending: some dialogs add none by themselves. Staff have not been
 * asked about a file that only then has the same name, so it stays and ours gets a number.
 */
export const withEnding = (
  chosen: string,
  ending: string,
  exists: (path: string) => boolean,
): string => {
  if (chosen.toLowerCase().endsWith(`.${ending}`)) return chosen;
  const free = (attempt: number): string => {
    const path = attempt === 1 ? `${chosen}.${ending}` : `${chosen} (${attempt}).${ending}`;
    return exists(path) ? free(attempt + 1) : path;
  };
  return free(1);
};
