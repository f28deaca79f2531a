import { randomFillSync } from 'node:crypto';
import { constants } from 'node:fs';
import { rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '#shared/result.ts';
import { isFault, openNoFollow } from '../safe-files.ts';

/**
 * Space in the records folder that is given free when the disk is full: then there is room for what still
 * has to be saved. At the next start it is made again, or it is told that it can't be.
 */
export type Reserve = {
  /** @returns whether there was space to give free */
  readonly free: () => Promise<boolean>;
  /** Makes the reserve where it is missing. @returns what to tell when the disk has no room for it */
  readonly ensure: () => Promise<Problem | undefined>;
};

const MIB = 1024 * 1024;
export const RESERVE_BYTES = 16 * MIB;
/** So much stays free beside the reserve. */
const ROOM_BYTES = 64 * MIB;

/** @param freeBytes how much room the disk has for us; asks the system unless given */
export const createReserve = (
  recordsFolder: string,
  freeBytes: (folder: string) => Promise<number> = askSystem,
): Reserve => {
  const file = path.join(recordsFolder, '.reserve');
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const free = async (): Promise<boolean> => {
    const size = await sizeOf(file);
    if (size === undefined) return false;
    await rm(file, { force: true });
    return size > 0;
  };

  const ensure = async (): Promise<Problem | undefined> => {
    if ((await sizeOf(file)) === RESERVE_BYTES) return undefined;
    // What a kill has left unfinished is space too.
    await free();
    try {
      if ((await freeBytes(recordsFolder)) < RESERVE_BYTES + ROOM_BYTES) return nearlyFull();
      await fill(file, recordsFolder);
      return undefined;
    } catch (error) {
      await free().catch(() => undefined);
      return isFault(error, 'ENOSPC', 'EDQUOT') ? nearlyFull() : undefined;
    }
  };

  return {
    free: () => inTurn(() => free().catch(() => false)),
    ensure: () => inTurn(() => ensure().catch(() => undefined)),
  };
};

const askSystem = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

const sizeOf = (file: string): Promise<number | undefined> =>
  stat(file).then(
    ({ size }) => size,
    () => undefined,
  );

/** Random bytes: zeros would take no space on a file system that compresses. */
const fill = async (file: string, below: string): Promise<void> => {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
  const handle = await openNoFollow(file, below, flags);
  try {
    const piece = new Uint8Array(MIB);
    for (let written = 0; written < RESERVE_BYTES; written += piece.length) {
      await handle.writeFile(randomFillSync(piece));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const nearlyFull = (): Problem => ({
  code: 'disk-full',
  happened: 'ディスクの空きがほとんどありません。',
  safe: '保存済みの記録はそのまま残っています。',
  todo: '保存できなくなる前に、不要なファイルを消して空きをつくってください。',
});
