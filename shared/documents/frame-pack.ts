import { bytesToHex } from '@noble/hashes/utils.js';
import type { CommandId } from '../domain/record/ids.ts';
import { readBytes, writeBytes } from './bytes.ts';
import type { Author, Frame, FrameKind, Head, Seen } from './frame.ts';
import { hashBytes } from './frame-codec.ts';
import { readSeen, seenBytes } from './frame-parts.ts';

/*
 * Frames on their way between the processes, as one run of bytes: thousands of single values would cross
 * slowly. Nothing of this ever reaches the disk.
 */
const KINDS: readonly FrameKind[] = ['update', 'checkpoint', 'adopt', 'erased'];
const FLAGS = {
  jump: 1,
  redacted: 2,
  covers: 4,
  sameSeen: 8,
  sameAuthor: 16,
  follows: 32,
} as const;

export const packFrames = (frames: readonly Frame[]): Uint8Array => {
  const writer = writeBytes();
  const head = ({ generation, seq, hash }: Head): void => {
    writer.varint(generation).varint(seq).raw(hashBytes(hash));
  };
  let seen: Seen | undefined;
  let author: Author | undefined;
  let hash: string | undefined;
  for (const frame of frames) {
    const flags =
      (frame.jump ? FLAGS.jump : 0) |
      (frame.redacted ? FLAGS.redacted : 0) |
      (frame.covers === undefined ? 0 : FLAGS.covers) |
      (frame.seen === seen ? FLAGS.sameSeen : 0) |
      (frame.author === author ? FLAGS.sameAuthor : 0) |
      (frame.previous === hash ? FLAGS.follows : 0);
    writer.u8(KINDS.indexOf(frame.kind)).u8(flags);
    head(frame);
    if (frame.previous !== hash) writer.raw(hashBytes(frame.previous));
    writer.u48(frame.time).u16(frame.format).text(frame.command);
    if (frame.author !== author) writer.text(frame.author.id).text(frame.author.name);
    writer.text(frame.label);
    if (frame.seen !== seen) writer.block(seenBytes(frame.seen));
    if (frame.covers !== undefined) head(frame.covers);
    writer.block(frame.update);
    ({ seen, author, hash } = frame);
  }
  return writer.bytes();
};

/** The frames that `packFrames` has packed. */
export const unpackFrames = (packed: Uint8Array): readonly Frame[] => {
  const frames: Frame[] = [];
  const reader = readBytes(packed);
  const readHash = (): string => bytesToHex(reader.raw(16));
  let hash = '';
  const head = (): Head => {
    const generation = reader.varint();
    const seq = reader.varint();
    return { generation, seq, hash: readHash() };
  };
  let seen: Seen = [];
  let author: Author = { id: '', name: '' };
  while (!reader.isDone()) {
    const kind = KINDS[reader.u8()] ?? 'update';
    const flags = reader.u8();
    const place = head();
    const previous = (flags & FLAGS.follows) === 0 ? readHash() : hash;
    hash = place.hash;
    const time = reader.u48();
    const format = reader.u16();
    const command = reader.text() as CommandId;
    if ((flags & FLAGS.sameAuthor) === 0) {
      const id = reader.text();
      author = { id, name: reader.text() };
    }
    const label = reader.text();
    if ((flags & FLAGS.sameSeen) === 0) seen = readSeen(reader.block());
    const covers = (flags & FLAGS.covers) === 0 ? undefined : head();
    frames.push({
      kind,
      ...place,
      previous,
      time,
      format,
      command,
      author,
      label,
      seen,
      ...(covers === undefined ? {} : { covers }),
      jump: (flags & FLAGS.jump) !== 0,
      redacted: (flags & FLAGS.redacted) !== 0,
      // A copy: a view would keep all of the frames alive, and be stored with them.
      update: reader.block().slice(),
    });
  }
  return frames;
};
