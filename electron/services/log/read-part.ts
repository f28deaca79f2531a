import type { DocumentId } from '#shared/documents/document-id.ts';
import { type FileHeader, genesisOf } from '#shared/documents/file-header.ts';
import {
  type Author,
  type Frame,
  type Head,
  NO_HEAD,
  type Seen,
  sameHead,
} from '#shared/documents/frame.ts';
import { packFrames } from '#shared/documents/frame-pack.ts';
import { framesAfter, hashAt, heldBy } from '#shared/documents/log-coverage.ts';
import {
  type LogReading,
  readLog,
  readLogEnd,
  readLogState,
} from '#shared/documents/log-reader.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import type { LogPart } from '#shared/ipc/logs.ts';
import { NODE_TOOLS } from './node-tools.ts';

/** What to read of a file, once its bytes are there. */
export type PartRequest = {
  readonly document: DocumentId;
  readonly device: DeviceId;
  readonly known: Head;
  readonly whole: boolean;
  readonly last?: number | undefined;
  readonly state?: boolean | undefined;
};

/** What is known of a file: enough to append to it without reading it again. */
export type FileEnd = {
  /** Absent where there is no file yet, or an unfinished one. */
  readonly header: FileHeader | undefined;
  readonly head: Head;
  /** Where the last whole frame ends; what follows is torn. */
  readonly end: number;
  readonly lastSeen: Seen | undefined;
  readonly lastAuthor: Author | undefined;
  /** Bytes of the last checkpoint's frame, and those behind it. */
  readonly checkpointBytes: number;
  readonly bytesSince: number;
};

/** Where a file begins that does not exist yet. */
export const FIRST_END: FileEnd = {
  header: undefined,
  head: NO_HEAD,
  end: 0,
  lastSeen: undefined,
  lastAuthor: undefined,
  checkpointBytes: 0,
  bytesSince: 0,
};

export type ReadPart = {
  readonly part: LogPart;
  readonly fileEnd: FileEnd;
  /** Whether the file can be written on; a misplaced one, or one without a header, cannot. */
  readonly isUsable: boolean;
};

/** Reads a whole file's bytes and answers what was asked of it. Pure: it runs in a worker, or in a test. */
export const readPart = (bytes: Uint8Array, request: PartRequest): ReadPart => {
  const reading = endOrAll(bytes, request);
  const { header, frames, damage, head, state } = reading;
  const { known } = request;
  const genesis = header === undefined ? NO_HEAD : genesisOf(header, NODE_TOOLS);
  const relation = relationOf(reading, known);
  const continues = relation === 'continues';
  const wanted = wantedOf(frames, request, continues);
  return {
    part: {
      relation,
      packed: packFrames(wanted),
      head,
      held: heldBy(reading, genesis),
      damage,
      isNewer: state === 'unknown' || reading.unknownFrom !== undefined,
      isMisplaced: state === 'refused',
    },
    fileEnd: endOf(reading),
    isUsable: state === 'read' && !damage.some(({ kind }) => kind === 'no-header'),
  };
};

const endOrAll = (bytes: Uint8Array, request: PartRequest): LogReading => {
  const { whole, last, state, known } = request;
  const end = whole && last !== undefined && readLogEnd(bytes, request, last, NODE_TOOLS);
  const alone = !whole && state && known.seq === 0 && readLogState(bytes, request, NODE_TOOLS);
  return end || alone || readLog(bytes, request, NODE_TOOLS);
};

const wantedOf = (
  frames: readonly Frame[],
  { known, whole }: PartRequest,
  continues: boolean,
): readonly Frame[] => {
  if (whole) return frames;
  return framesAfter(frames, continues ? known.seq : 0);
};

const relationOf = ({ frames, head }: LogReading, known: Head): LogPart['relation'] => {
  if (known.seq === 0) return 'whole';
  if (known.generation !== head.generation) return 'whole';
  if (sameHead(known, head)) return 'continues';
  const there = hashAt(frames, known.seq);
  if (there === undefined) return 'whole';
  return there === known.hash ? 'continues' : 'forked';
};

const endOf = ({
  header,
  head,
  end,
  lastSeen,
  lastAuthor,
  frames,
  starts,
}: LogReading): FileEnd => {
  const last = frames.findLastIndex(({ kind, redacted }) => kind === 'checkpoint' && !redacted);
  const from = starts[last] ?? starts[0] ?? end;
  const behind = last < 0 ? from : (starts[last + 1] ?? end);
  return {
    header,
    head,
    end,
    lastSeen,
    lastAuthor,
    checkpointBytes: last < 0 ? 0 : behind - from,
    bytesSince: end - behind,
  };
};
