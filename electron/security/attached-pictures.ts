import { webcrypto } from 'node:crypto';
import { constants } from 'node:fs';
import path from 'node:path';
import { isFileHash } from '#shared/domain/attachment/file-kind.ts';
import { PICTURE_PATH } from '#shared/domain/attachment/picture-address.ts';
import { openNoFollow } from '../services/safe-files.ts';
import { isOwnUrl, parseUrl } from './origin.ts';

/** The largest picture that the page gets, in bytes: it is decoded in its process. */
const LARGEST = 60_000_000;

/** What a picture's bytes begin with; a file that only has the name of one is none. */
const BEGINNINGS: readonly (readonly [type: string, isSo: (head: Buffer) => boolean])[] = [
  [
    'image/png',
    (head) => head.subarray(0, 8).equals(Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1')),
  ],
  ['image/jpeg', (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['image/gif', (head) => /^GIF8[79]a/.test(head.toString('latin1', 0, 6))],
  ['image/webp', (head) => /^RIFF.{4}WEBP/s.test(head.toString('latin1', 0, 12))],
];

/** The file that an address of the page names, or undefined where it names no attached picture. */
export const pictureHash = (url: string): string | undefined => {
  if (!isOwnUrl(url)) return undefined;
  const name = parseUrl(url)?.pathname ?? '';
  const hash = name.startsWith(PICTURE_PATH) ? name.slice(PICTURE_PATH.length) : '';
  return isFileHash(hash) ? hash : undefined;
};

/** The media type of a picture's bytes, or undefined for anything else. */
export const pictureType = (bytes: Buffer): string | undefined =>
  BEGINNINGS.find(([, isSo]) => isSo(bytes))?.[0];

/**
 * @param file its name is the hash of its bytes
 * @returns undefined where there is no such picture, or another one, or none that the page may show
 */
export const readPicture = async (
  file: string,
  recordsFolder: string,
): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined> => {
  const handle = await openNoFollow(file, recordsFolder, constants.O_RDONLY);
  try {
    if ((await handle.stat()).size > LARGEST) return undefined;
    const bytes = await handle.readFile();
    const type = pictureType(bytes);
    if (type === undefined || (await hashOf(bytes)) !== path.basename(file)) return undefined;
    return { type, bytes };
  } finally {
    await handle.close();
  }
};

/** Beside the main process's own work: a large picture would hold up the window. */
const hashOf = async (bytes: Buffer): Promise<string> =>
  Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
