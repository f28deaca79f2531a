import { stat } from 'node:fs/promises';
import { BackupError } from '../backup/backup-error.ts';
import { MAX_BYTES } from './archive.ts';

/** A file that is longer than any hand-over file may be. */
export class TooLargeFile extends BackupError {
  readonly bytes: number;
  constructor(bytes: number) {
    super('TOO_LARGE');
    this.bytes = bytes;
  }
}

/** Looks at a file's length alone, before anything of it is read. @throws `TooLargeFile` */
export const refuseLarge = async (file: string): Promise<void> => {
  // Whoever opens it says what is wrong with a file that can't be looked at.
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined && found.size > MAX_BYTES) throw new TooLargeFile(found.size);
};
