import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { BackupError } from '../backup/backup-error.ts';

/*
 * A .banso file is a ZIP whose files are stored as they are: logs are packed already, so nothing would be
 * gained, and nothing can swell when it is taken out. Only what `createArchive` writes is read: one file
 * behind the other without a gap, a list of them, an end, and nothing else.
 */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980: when a file within was written tells nobody anything. */
const DAY = 0x21;
/** What every file system, mail gateway and unpacker takes; a whole desk of ten years is a tenth of it. */
export const MAX_BYTES = 2 ** 31 - 1;
const MAX_FILES = 0xfff0;
const MAX_LIST_BYTES = 32 * 1024 * 1024;

type Entry = {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
  readonly at: number;
};

/** Writes files one behind the other. */
export type ArchiveWriter = {
  /** @param bytes how long the pieces are together; `crc` of them all */
  readonly add: (
    name: string,
    content: { readonly bytes: number; readonly crc: number },
    pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ) => Promise<void>;
  /** The same for a file of which nobody knows yet how long it will be. @returns its length */
  readonly addGrowing: (name: string, pieces: AsyncIterable<Uint8Array>) => Promise<number>;
  readonly end: () => Promise<void>;
};

/** @throws TOO_LARGE when the file would be longer than a ZIP may be, or the system's error */
export const createArchive = (handle: FileHandle): ArchiveWriter => {
  const entries: Entry[] = [];
  let at = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    at += bytes.length;
    if (at > MAX_BYTES) throw new BackupError('TOO_LARGE');
    await handle.writeFile(bytes);
  };
  return {
    add: async (name, { bytes, crc }, pieces) => {
      if (entries.length >= MAX_FILES || at + bytes > MAX_BYTES) {
        throw new BackupError('TOO_LARGE');
      }
      const entry = { name, bytes, crc, at };
      await write(localHeader(entry));
      const from = at;
      for await (const piece of pieces) await write(piece);
      if (at - from !== bytes) throw new BackupError('UNREAD', name);
      entries.push(entry);
    },
    addGrowing: async (name, pieces) => {
      const start = { name, bytes: 0, crc: 0, at };
      await write(localHeader(start));
      const from = at;
      let crc = 0;
      for await (const piece of pieces) {
        crc = crc32(piece, crc);
        await write(piece);
      }
      const entry = { ...start, bytes: at - from, crc };
      const header = localHeader(entry);
      await handle.write(header, 0, header.length, entry.at);
      entries.push(entry);
      return entry.bytes;
    },
    end: async () => {
      const from = at;
      for (const entry of entries) await write(centralHeader(entry));
      const end = Buffer.alloc(END_BYTES);
      end.writeUInt32LE(END, 0);
      end.writeUInt16LE(entries.length, 8);
      end.writeUInt16LE(entries.length, 10);
      end.writeUInt32LE(at - from, 12);
      end.writeUInt32LE(from, 16);
      await write(end);
    },
  };
};

/** What both headers say, from the version on. */
const facts = ({ name, bytes, crc }: Entry): Buffer => {
  const said = Buffer.alloc(26);
  said.writeUInt16LE(VERSION, 0);
  said.writeUInt16LE(FLAGS, 2);
  said.writeUInt16LE(DAY, 8);
  said.writeUInt32LE(crc, 10);
  said.writeUInt32LE(bytes, 14);
  said.writeUInt32LE(bytes, 18);
  said.writeUInt16LE(Buffer.byteLength(name), 22);
  return said;
};

const localHeader = (entry: Entry): Buffer => {
  const start = Buffer.alloc(4);
  start.writeUInt32LE(LOCAL, 0);
  return Buffer.concat([start, facts(entry), Buffer.from(entry.name)]);
};

const centralHeader = (entry: Entry): Buffer => {
  const start = Buffer.alloc(6);
  start.writeUInt32LE(CENTRAL, 0);
  start.writeUInt16LE(VERSION, 4);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.at, 10);
  return Buffer.concat([start, facts(entry), rest, Buffer.from(entry.name)]);
};

/** A file within, and where its bytes begin. */
export type ArchivedFile = {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
  readonly from: number;
};

/**
 * Lists what is in a file. Each header is compared with what `createArchive` would have written.
 * @throws DAMAGED for whatever is none of ours, OTHER for what does not even begin like it, TOO_LARGE
 */
export const listArchive = async (handle: FileHandle): Promise<readonly ArchivedFile[]> => {
  const { size } = await handle.stat();
  const damaged = new BackupError('DAMAGED', 'archive');
  if (size > MAX_BYTES) throw new BackupError('TOO_LARGE');
  const start = await readAt(handle, 0, Math.min(4, size));
  if (start.length < 4 || start.readUInt32LE(0) !== LOCAL) throw new BackupError('OTHER');
  if (size < END_BYTES) throw damaged;
  const end = await readAt(handle, size - END_BYTES, END_BYTES);
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  const from = end.readUInt32LE(16);
  const isOurs =
    end.readUInt32LE(0) === END &&
    end.readUInt32LE(4) === 0 &&
    end.readUInt16LE(8) === count &&
    end.readUInt16LE(20) === 0 &&
    length <= MAX_LIST_BYTES &&
    from + length + END_BYTES === size;
  if (!isOurs) throw damaged;
  const list = await readAt(handle, from, length);
  const files: ArchivedFile[] = [];
  let [at, place] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > list.length) throw damaged;
    const nameBytes = list.readUInt16LE(at + 28);
    const stop = at + CENTRAL_BYTES + nameBytes;
    if (stop > list.length) throw damaged;
    const entry: Entry = {
      name: list.toString('utf8', at + CENTRAL_BYTES, stop),
      bytes: list.readUInt32LE(at + 24),
      crc: list.readUInt32LE(at + 16),
      at: list.readUInt32LE(at + 42),
    };
    const begins = entry.at + LOCAL_BYTES + nameBytes;
    const isNext = entry.at === place && begins + entry.bytes <= from;
    if (!isNext || !centralHeader(entry).equals(list.subarray(at, stop))) throw damaged;
    const local = await readAt(handle, entry.at, LOCAL_BYTES + nameBytes);
    if (!localHeader(entry).equals(local)) throw damaged;
    files.push({ name: entry.name, bytes: entry.bytes, crc: entry.crc, from: begins });
    place = begins + entry.bytes;
    at = stop;
  }
  if (at !== list.length || place !== from) throw damaged;
  return files;
};

const PIECE = 1 << 20;

/** The bytes of a file within, piece by piece. @throws DAMAGED at its end, where its CRC is another */
export async function* archivedPieces(
  handle: FileHandle,
  { from, bytes, crc }: ArchivedFile,
): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for (let done = 0; done < bytes; done += PIECE) {
    const piece = await readAt(handle, from + done, Math.min(PIECE, bytes - done));
    sum = crc32(piece, sum);
    yield piece;
  }
  if (sum !== crc) throw new BackupError('DAMAGED', 'crc');
}

const readAt = async (handle: FileHandle, from: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(bytes, read, length - read, from + read);
    if (bytesRead === 0) throw new BackupError('DAMAGED', 'short');
    read += bytesRead;
  }
  return bytes;
};
