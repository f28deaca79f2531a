import type { DocumentId } from '#shared/documents/document-id.ts';
import { type Damage, type Frame, type Head, NO_HEAD, type Seen } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import { heldBy, openDamage } from '#shared/documents/log-coverage.ts';
import { mergeSeen } from '#shared/documents/seen.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { deviceOfSource, type LogPart, type SourceName } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import type { KnownSource } from '../database.ts';
import { isNewer, newerFormatProblem } from '../documents/format.ts';
import {
  brokenLogProblem,
  forkedProblem,
  healedProblem,
  misplacedProblem,
  newerForeignProblem,
} from '../startup/problems.ts';
import type { LogPort } from './log-port.ts';

/** What one file brings, judged before anything of it is merged. */
export type SourceNews = {
  readonly source: SourceName;
  readonly device: DeviceId;
  readonly frames: readonly Frame[];
  readonly known: KnownSource;
  /** What its authors had seen, and the place that it had before where it now says something else. */
  readonly seen: Seen;
  /** The end of our own file where it says something else than we wrote: somebody else's from now on. */
  readonly fork: Seen;
  /** Our own log has to hold the whole state: the file lacks what the cache has. */
  readonly restoreLog: boolean;
  readonly problems: readonly Problem[];
};

/**
 * Reads what a file has beyond what the cache holds of it.
 * @returns a failure where it could not be read, or where our own file is of a later version
 */
export const readSource = async (
  port: LogPort,
  document: DocumentId,
  source: SourceName,
  cached: KnownSource | undefined,
  isOwn: boolean,
): Promise<Result<SourceNews>> => {
  const asked = cached?.held ?? NO_HEAD;
  const part = await port.read({ document, source, known: asked });
  return part.ok ? newsFrom(part.value, source, cached, isOwn) : part;
};

/** What a file brings, of what was read of it behind the place that is cached. */
export const newsFrom = (
  part: LogPart,
  source: SourceName,
  cached: KnownSource | undefined,
  isOwn: boolean,
): Result<SourceNews> => {
  const asked = cached?.held ?? NO_HEAD;
  const all = unpackFrames(part.packed);
  const firstNewer = all.findIndex(({ format }) => isNewer(format));
  const isLater = part.isNewer || firstNewer >= 0;
  if (isOwn && isLater) return fail(newerFormatProblem());
  const frames = firstNewer < 0 ? all : all.slice(0, firstNewer);
  return ok(newsOf({ source, cached, asked, frames, part, isOwn, isLater, firstNewer }));
};

type Judged = {
  readonly source: SourceName;
  readonly cached: KnownSource | undefined;
  readonly asked: Head;
  readonly frames: readonly Frame[];
  readonly part: LogPart;
  readonly isOwn: boolean;
  readonly isLater: boolean;
  readonly firstNewer: number;
};

const newsOf = (judged: Judged): SourceNews => {
  const { source, cached, asked, frames, part, isOwn, isLater, firstNewer } = judged;
  const device = deviceOfSource(source);
  const isForked = part.relation === 'forked';
  const before = isForked || part.head.generation > asked.generation ? NO_HEAD : asked;
  const alone = firstNewer < 0 ? part.held : earlier(part.held, before, frames);
  const held = heldBy({ frames }, later(before, alone), before);
  const head = firstNewer < 0 ? part.head : (placeOf(frames.at(-1)) ?? before);
  const told = cached?.told ?? 0;
  const hidden = openDamage(part.damage, held).filter((each) => reach(each) > told);
  const healed = openDamage(part.damage, alone).filter(
    (each) => reach(each) <= held.seq && reach(each) > told,
  );
  // Without a cache nobody can say whether the end that was cut had been written whole once.
  const isCutUnseen =
    isOwn && cached === undefined && part.damage.some(({ kind }) => kind === 'torn-tail');
  // Our own file never goes back: one that was cut is continued from where the cache had been.
  const isShorter =
    cached !== undefined &&
    head.generation === cached.head.generation &&
    head.seq < cached.head.seq;
  const keeps = isOwn && cached !== undefined && (isShorter || isForked);
  const format = Math.max(0, ...frames.map((frame) => frame.format), cached?.format ?? 0);
  return {
    source,
    device,
    frames,
    known: {
      head: keeps ? cached.head : head,
      held: keeps ? cached.held : held,
      format,
      told: Math.max(told, ...[...hidden, ...healed].map(reach)),
    },
    seen: seenBy(frames, isForked || isShorter ? cached?.held : undefined, device),
    fork: isOwn && isForked ? [{ device, seq: part.head.seq, hash: part.head.hash }] : [],
    restoreLog: isForked || isShorter || healed.length > 0,
    problems: [
      ...(part.isMisplaced ? [misplacedProblem()] : []),
      ...(isForked ? [forkedProblem()] : []),
      ...(hidden.length > 0 || isCutUnseen ? [brokenLogProblem()] : []),
      ...(hidden.length === 0 && (healed.length > 0 || (isShorter && isOwn))
        ? [healedProblem()]
        : []),
      ...(isLater && !isOwn ? [newerForeignProblem()] : []),
    ],
  };
};

const later = (a: Head, b: Head): Head => (b.seq > a.seq ? b : a);

/** Frames of a later version are not taken: what is held ends with those that are. */
const earlier = (held: Head, before: Head, frames: readonly Frame[]): Head => {
  const last = placeOf(frames.at(-1)) ?? before;
  return held.seq > last.seq ? last : held;
};

const placeOf = (frame: Frame | undefined): Head | undefined =>
  frame && { generation: frame.generation, seq: frame.seq, hash: frame.hash };

/** The last frame that damage hides. */
const reach = (damage: Damage): number => {
  switch (damage.kind) {
    case 'unreadable':
    case 'missing-frames':
      return damage.before - 1;
    case 'broken-chain':
      return damage.seq;
    case 'no-header':
      return Number.MAX_SAFE_INTEGER;
    case 'torn-tail':
      return 0;
  }
};

/** What the authors of frames had seen; with a place of before that the file no longer leads to. */
const seenBy = (frames: readonly Frame[], left: Head | undefined, device: DeviceId): Seen => {
  const lists = new Set(frames.map(({ seen }) => seen));
  const all = [...lists].reduce<Seen>((sum, each) => mergeSeen(sum, each), []);
  return left === undefined || left.seq === 0
    ? all
    : mergeSeen(all, [{ device, seq: left.seq, hash: left.hash }]);
};
