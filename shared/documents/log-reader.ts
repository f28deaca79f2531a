import type { DeviceId } from '../domain/record/ids.ts';
import type { DocumentId } from './document-id.ts';
import { type FileHeader, genesisOf, identityOf, readFileHeader } from './file-header.ts';
import { type Author, type Damage, type Frame, type Head, NO_HEAD, type Seen } from './frame.ts';
import {
  type BareFrame,
  decodeFrame,
  type FrameHeader,
  HEADER_BYTES,
  hasMagicAt,
  isBodyWhole,
  isCheckpoint,
  isOrdinary,
  MAGIC,
  readFrameHeader,
} from './frame-codec.ts';
import type { LogTools } from './log-tools.ts';

/** All that one device's log file says. */
export type LogReading = {
  readonly header: FileHeader | undefined;
  /**
   * `refused`: the file belongs to another document or device, and nothing of it is taken;
   * `unknown`: its header is of a later version.
   */
  readonly state: 'read' | 'refused' | 'unknown';
  readonly frames: readonly Frame[];
  /** Where each frame begins, in bytes. */
  readonly starts: readonly number[];
  readonly damage: readonly Damage[];
  /** Sequence number of the first whole frame that this version does not understand; reading ends there. */
  readonly unknownFrom: number | undefined;
  /** The place of the last frame; the file's genesis when there is none. */
  readonly head: Head;
  /** Where the last whole frame ends, in bytes; what follows is torn. */
  readonly end: number;
  /** What the last frame says, for the one who writes the next. */
  readonly lastSeen: Seen | undefined;
  readonly lastAuthor: Author | undefined;
};

const nothingOf = (state: LogReading['state'], header: FileHeader | undefined): LogReading => ({
  header,
  state,
  frames: [],
  starts: [],
  damage: [],
  unknownFrom: undefined,
  head: NO_HEAD,
  end: 0,
  lastSeen: undefined,
  lastAuthor: undefined,
});

/**
 * Reads a whole log file. A bad frame is skipped, reading goes on at the next one, and the damage is
 * reported beside the frames: nothing is dropped in silence. Time and memory grow with the file's length
 * alone, whatever it holds.
 */
export const readLog = (
  bytes: Uint8Array,
  place: { readonly document: DocumentId; readonly device: DeviceId },
  tools: LogTools,
): LogReading => {
  if (bytes.length === 0) return nothingOf('read', undefined);
  const start = readFileHeader(bytes);
  switch (start.kind) {
    case 'unknown':
      return nothingOf('unknown', undefined);
    case 'torn':
      return {
        ...nothingOf('read', undefined),
        damage: [{ kind: 'torn-tail', from: 0, to: bytes.length }],
      };
    case 'damaged':
      return {
        ...nothingOf('read', undefined),
        damage: [{ kind: 'no-header' }],
        end: bytes.length,
      };
    case 'header': {
      const { header, end } = start;
      if (header.document !== place.document || header.device !== place.device) {
        return nothingOf('refused', header);
      }
      return readFrames(bytes, end, header, tools);
    }
  }
};

/**
 * The end of a log file: from the last checkpoint on that has at least `count` frames behind it. Of what stands
 * before, headers alone are looked at; damage there is not told.
 * @returns undefined where there is no such checkpoint, or no way to it past damage
 */
export const readLogEnd = (
  bytes: Uint8Array,
  place: { readonly document: DocumentId; readonly device: DeviceId },
  count: number,
  tools: LogTools,
): LogReading | undefined => {
  const walked = walk(bytes, place);
  const best = walked?.frames.findLast(
    (frame, at, { length }) => isCheckpoint(frame) && at + count < length,
  );
  return walked && best && readFrom(bytes, best.at, walked.header, tools);
};

/**
 * What somebody needs who has nothing of a file: its last checkpoint, where that covers all that stands before
 * it, and what stands behind. Of what stands before, headers alone are looked at; damage there is not told.
 * @returns undefined where there is no such checkpoint, no way to it past damage, or something before it that
 * erases, or that a later version has written
 */
export const readLogState = (
  bytes: Uint8Array,
  place: { readonly document: DocumentId; readonly device: DeviceId },
  tools: LogTools,
): LogReading | undefined => {
  const walked = walk(bytes, place);
  const best = walked?.frames.findLast(isCheckpoint);
  if (walked === undefined || best === undefined || !walked.frames.every(isOrdinary)) {
    return undefined;
  }
  const reading = readFrom(bytes, best.at, walked.header, tools);
  const first = reading?.frames[0];
  return first?.covers?.seq === best.seq - 1 ? reading : undefined;
};

/** The headers of all frames; undefined where the way from one to the next is damaged. */
const walk = (
  bytes: Uint8Array,
  place: { readonly document: DocumentId; readonly device: DeviceId },
) => {
  const start = readFileHeader(bytes);
  if (start.kind !== 'header') return undefined;
  const { header, end } = start;
  if (header.document !== place.document || header.device !== place.device) return undefined;
  const frames: (FrameHeader & { readonly at: number })[] = [];
  for (let at = end; at < bytes.length; ) {
    const frame = readFrameHeader(bytes, at);
    if (frame === undefined) return undefined;
    frames.push({ ...frame, at });
    at = frame.end;
  }
  return { header, frames };
};

/** Reads on from a checkpoint; undefined where that holds nothing. */
const readFrom = (
  bytes: Uint8Array,
  from: number,
  header: FileHeader,
  tools: LogTools,
): LogReading | undefined => {
  const reading = readFrames(bytes, from, header, tools);
  const [first] = reading.frames;
  // Dropped by an erasing, it holds nothing; damaged, another begins what was read.
  if (reading.starts[0] !== from || first === undefined || first.redacted) return undefined;
  return { ...reading, damage: reading.damage.filter((each) => !isBefore(each, first.seq)) };
};

/** What the beginning that was passed over makes of the first frame. */
const isBefore = (damage: Damage, seq: number): boolean =>
  (damage.kind === 'missing-frames' && damage.before === seq) ||
  (damage.kind === 'broken-chain' && damage.seq === seq);

const readFrames = (
  bytes: Uint8Array,
  from: number,
  header: FileHeader,
  tools: LogTools,
): LogReading => {
  const identity = identityOf(header, tools);
  const genesis = genesisOf(header, tools);
  const search = createSearch(bytes, identity);
  const frames: Frame[] = [];
  const starts: number[] = [];
  const damage: Damage[] = [];
  const carried: { seen: Seen | undefined; author: Author | undefined } = {
    seen: undefined,
    author: undefined,
  };
  let head = genesis;
  let end = from;
  let at = from;
  let unknownFrom: number | undefined;
  let gapFrom: number | undefined;

  while (at < bytes.length) {
    const found = search(at);
    const decoded = found && decodeFrame(bytes, at, found, identity, tools);
    if (found !== undefined && decoded?.kind === 'unknown') {
      unknownFrom = found.seq;
      // Whole, so not torn: nobody may cut it off.
      end = bytes.length;
      break;
    }
    if (found === undefined || decoded?.kind !== 'frame') {
      gapFrom ??= at;
      at = search.next(found === undefined ? at + 1 : found.end) ?? bytes.length;
      continue;
    }
    const { frame } = decoded;
    if (gapFrom !== undefined) {
      damage.push({
        kind: 'unreadable',
        from: gapFrom,
        to: at,
        after: head.seq,
        before: frame.seq,
      });
      gapFrom = undefined;
    } else damage.push(...breachesBetween(head, frame, frames.length === 0));
    frames.push(carryOn(frame, carried, header.generation));
    starts.push(at);
    head = { generation: header.generation, seq: frame.seq, hash: frame.hash };
    at = found.end;
    end = at;
  }
  if (gapFrom !== undefined && unknownFrom === undefined) {
    if (isTorn(bytes, gapFrom)) damage.push({ kind: 'torn-tail', from: gapFrom, to: bytes.length });
    else {
      const lost = readFrameHeader(bytes, gapFrom)?.seq ?? head.seq + 1;
      const before = Math.max(lost, head.seq + 1) + 1;
      damage.push({ kind: 'unreadable', from: gapFrom, to: bytes.length, after: head.seq, before });
    }
  }
  return {
    header,
    state: 'read',
    frames,
    starts,
    damage,
    unknownFrom,
    head,
    end,
    lastSeen: carried.seen,
    lastAuthor: carried.author,
  };
};

/** What a frame does not say is what the frame before it said. */
const carryOn = (
  frame: BareFrame,
  carried: { seen: Seen | undefined; author: Author | undefined },
  generation: number,
): Frame => {
  const { seen, author } = frame;
  carried.seen = seen ?? carried.seen ?? [];
  const known = carried.author?.id === author.id ? carried.author.name : '';
  carried.author =
    carried.author?.id === author.id && (author.name ?? known) === known
      ? carried.author
      : { id: author.id, name: author.name ?? '' };
  // Fifty thousand copies of frames take as long as all their hashes.
  return Object.assign(frame, { generation, seen: carried.seen, author: carried.author });
};

type Search = {
  /** The whole frame's header that stands at a place. */
  (at: number): FrameHeader | undefined;
  /** Where the next whole frame begins, from a place on. */
  readonly next: (from: number) => number | undefined;
};

/** A hostile file may hold any number of headers whose bodies overlap: so many times its length is read. */
const READ_AGAIN = 8;

const createSearch = (bytes: Uint8Array, identity: Uint8Array): Search => {
  let budget = bytes.length * READ_AGAIN;
  const at = (place: number): FrameHeader | undefined => {
    const header = readFrameHeader(bytes, place);
    if (header === undefined || header.end > bytes.length || budget < 0) return undefined;
    if (isBodyWhole(bytes, place, header, identity)) return header;
    budget -= header.bodyLength;
    return undefined;
  };
  const next = (from: number): number | undefined => {
    for (let place = from; place + HEADER_BYTES <= bytes.length; place += 1) {
      if (hasMagicAt(bytes, place) && at(place) !== undefined) return place;
    }
    return undefined;
  };
  return Object.assign(at, { next });
};

/**
 * Whether what stands behind the last frame is the end of a write that never finished: the beginning of
 * a frame, or what a file system leaves of one after a power cut, zeros.
 */
const isTorn = (bytes: Uint8Array, from: number): boolean => {
  const header = readFrameHeader(bytes, from);
  if (header !== undefined && header.end > bytes.length) return true;
  const rest = bytes.subarray(from);
  if (header === undefined && rest.length < HEADER_BYTES && isBeginning(rest)) return true;
  const zeros = trailingZeros(rest);
  return zeros === rest.length || zeros >= ZEROS_OF_A_TORN_END;
};

/** A frame ends in fewer of its own: its last byte is the length of its marks. */
const ZEROS_OF_A_TORN_END = 16;

const isBeginning = (rest: Uint8Array): boolean =>
  MAGIC.every((byte, index) => index >= rest.length || rest[index] === byte);

const trailingZeros = (bytes: Uint8Array): number => {
  let count = 0;
  while (count < bytes.length && bytes[bytes.length - 1 - count] === 0) count += 1;
  return count;
};

/** A file may begin behind a jump: what came before is in the checkpoint that it begins with. */
const breachesBetween = (head: Head, frame: BareFrame, isFirst: boolean): readonly Damage[] => {
  if (frame.seq !== head.seq + 1) {
    if (frame.jump && frame.seq > head.seq) return [];
    return [{ kind: 'missing-frames', after: head.seq, before: frame.seq }];
  }
  const isGenesis = isFirst && frame.jump;
  return frame.previous === head.hash || isGenesis
    ? []
    : [{ kind: 'broken-chain', seq: frame.seq }];
};
