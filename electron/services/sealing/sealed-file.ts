import type { FileHandle } from 'node:fs/promises';
import { BackupError } from '../backup/backup-error.ts';
import { filePieces } from '../banso-file/file-pieces.ts';
import { openStream, sealStream } from './seal.ts';
import {
  areSound,
  checkOf,
  deriveKey,
  isKeyOf,
  newParameters,
  type SealKey,
  type SealParameters,
} from './seal-key.ts';

/*
 * A file that a passphrase opens: what makes the key of it, then a sealed stream that is tied to those words.
 *
 *   'BANSOPW1' (8)  logN (1)  r (1)  p (1)  0 (1)  salt (16)  check (16)  stream …
 */

const MAGIC = Buffer.from('BANSOPW1');
const PRELUDE_BYTES = 44;
const SALT_AT = 12;
const CHECK_AT = 28;

const preludeOf = ({ logN, r, p, salt }: SealParameters, check: string): Buffer =>
  Buffer.concat([
    MAGIC,
    Buffer.from([logN, r, p, 0]),
    Buffer.from(salt, 'hex'),
    Buffer.from(check, 'hex'),
  ]);

const readPrelude = async (handle: FileHandle): Promise<Buffer | undefined> => {
  const prelude = Buffer.alloc(PRELUDE_BYTES);
  const { bytesRead } = await handle.read(prelude, 0, PRELUDE_BYTES, 0);
  const isSealed = prelude.subarray(0, MAGIC.length).equals(MAGIC);
  if (isSealed && bytesRead < PRELUDE_BYTES) throw new BackupError('DAMAGED', 'cut off');
  return isSealed ? prelude : undefined;
};

/** Writes a sealed copy of a file. @returns its key, to read it back */
export const sealFile = async (
  from: FileHandle,
  to: FileHandle,
  passphrase: string,
  signal: AbortSignal,
): Promise<SealKey> => {
  const parameters = newParameters();
  const key = await deriveKey(passphrase, parameters);
  const prelude = preludeOf(parameters, checkOf(key));
  await to.writeFile(prelude);
  const { size } = await from.stat();
  for await (const piece of sealStream(filePieces(from, size, signal), key, prelude)) {
    await to.writeFile(piece);
  }
  return key;
};

/**
 * The content of a sealed file, each piece proven; undefined for a file that is not sealed.
 * @throws LOCKED without a passphrase, WRONG_PASSPHRASE; DAMAGED while it is read
 */
export const openSealedFile = async (
  handle: FileHandle,
  passphrase: string,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array> | undefined> => {
  const prelude = await readPrelude(handle);
  if (prelude === undefined) return undefined;
  const parameters = {
    logN: prelude[8] ?? 0,
    r: prelude[9] ?? 0,
    p: prelude[10] ?? 0,
    salt: prelude.subarray(SALT_AT, CHECK_AT).toString('hex'),
  };
  if (!areSound(parameters)) throw new BackupError('NEWER', 'seal');
  if (passphrase === '') throw new BackupError('LOCKED');
  const key = await deriveKey(passphrase, parameters);
  const check = prelude.subarray(CHECK_AT).toString('hex');
  if (!isKeyOf(check, key)) throw new BackupError('WRONG_PASSPHRASE');
  return openRest(handle, key, prelude, signal);
};

/** What `sealFile` wrote, read by its key. */
export const openRest = async function* (
  handle: FileHandle,
  key: SealKey,
  prelude: Buffer,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { size } = await handle.stat();
  yield* openStream(filePieces(handle, size, signal, PRELUDE_BYTES), key, prelude);
};
