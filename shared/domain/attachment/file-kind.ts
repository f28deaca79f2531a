/** The largest file that is taken in, in bytes. */
export const ATTACHMENT_LIMIT = 500_000_000;

/** What a screen draws for a file. */
export type FileLook = 'picture' | 'document' | 'table' | 'slides' | 'other';

/** Pictures that the app itself shows; their first bytes must say the same. */
export const PICTURES: readonly string[] = ['png', 'jpg', 'jpeg', 'gif', 'webp'];
const DOCUMENTS = ['pdf', 'doc', 'docx', 'odt', 'rtf', 'txt', 'jtd', 'xdw', 'xbd'];
const TABLES = ['xls', 'xlsx', 'ods', 'csv', 'tsv'];
const SLIDES = ['ppt', 'pptx', 'odp'];
/** Pictures and recordings that other programs show. */
const OTHERS = ['bmp', 'tif', 'tiff', 'heic', 'mp3', 'm4a', 'wav', 'mp4', 'mov'];

/**
 * What the system's own program may open at a click: files that hold no program. Whatever can run, or can
 * hold what runs in a browser (html, svg), or macros by its name (docm …), is shown in its folder instead.
 */
const OPENABLE: ReadonlySet<string> = new Set([
  ...PICTURES,
  ...DOCUMENTS,
  ...TABLES,
  ...SLIDES,
  ...OTHERS,
]);

/** The letters behind the last point, small; '' where there are none. */
export const endingOf = (name: string): string => {
  const found = /[^.]\.([a-z0-9]{1,10})$/i.exec(name.normalize('NFKC').trim());
  return (found?.[1] ?? '').toLowerCase();
};

export const isOpenable = (name: string): boolean => OPENABLE.has(endingOf(name));

export const isPicture = (name: string): boolean => PICTURES.includes(endingOf(name));

export const lookOf = (name: string): FileLook => {
  const ending = endingOf(name);
  if (PICTURES.includes(ending)) return 'picture';
  if (DOCUMENTS.includes(ending)) return 'document';
  if (TABLES.includes(ending)) return 'table';
  return SLIDES.includes(ending) ? 'slides' : 'other';
};

const UNITS = ['バイト', 'KB', 'MB', 'GB', 'TB'] as const;

/** 512バイト, 34 KB, 2.1 GB: as file lists of the system tell sizes, in steps of 1,024. */
export const sizeWords = (bytes: number): string => {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  if (step === 0) return `${bytes}バイト`;
  const value = bytes / 1024 ** step;
  const digits = value < 10 ? 1 : 0;
  return `${value.toLocaleString('ja-JP', { maximumFractionDigits: digits })} ${UNITS[step]}`;
};

/** Whether a text is a SHA-256 as files are named by. */
export const isFileHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

const LONGEST_NAME = 120;

/**
 * The plain name of a file that somebody gives: no folders, no controls, no characters that turn the
 * direction of writing; shortened in its middle, so that its ending stays.
 */
export const attachmentName = (given: string): string => {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
  if (/^\.*$/.test(clean)) return '名前のないファイル';
  const letters = [...clean];
  if (letters.length <= LONGEST_NAME) return clean;
  const ending = endingOf(clean) === '' ? [] : [...`.${endingOf(clean)}`];
  return [...letters.slice(0, LONGEST_NAME - ending.length - 1), '…', ...ending].join('');
};
