import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import type { SourceFrames } from '#data/conflicts/frame-tree.ts';
import { createRecordReader } from '#data/documents/record-reader.ts';
import { type Decision, decideConflict } from '#data/operations/record/decide-conflict.ts';
import { createDraft } from '#data/records/draft.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Frame, FrameKind, Seen, SeenHead } from '#shared/documents/frame.ts';
import { mergeSeen } from '#shared/documents/seen.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import type { CaseId, CommandId, DeviceId } from '#shared/domain/record/ids.ts';

/*
 * Desks that work on one document apart and take in each other's files, in memory: with what each had
 * seen, and with files that are closed (an `adopt` frame before the first edit after others' content).
 */

export const CASE: DocumentId = `case:${'0'.repeat(16) as CaseId}`;

export type FarDesk = {
  readonly device: DeviceId;
  readonly name: string;
  readonly doc: Y.Doc;
  readonly frames: readonly Frame[];
  /** Makes one edit; nothing is written when it changes nothing. */
  readonly edit: (act: (doc: Y.Doc) => void, label?: string) => void;
  /** Takes in another desk's file, or its first `count` frames: a stale copy. */
  readonly take: (from: Pick<FarDesk, 'device' | 'name' | 'frames'>, count?: number) => void;
  /** Writes the whole state, as saves reading what came before. */
  readonly checkpoint: () => void;
  /** The file as it is read. */
  readonly file: (source?: string) => SourceFrames;
  /** A copy of the folder on another PC that goes on under the same device id. */
  readonly fork: (name: string) => FarDesk;
};

/** One clock for all, so that who wrote later is plain; tests of wrong clocks shift it. */
export const createClock = (from = Date.UTC(2026, 3, 1)): (() => number) => {
  let time = from;
  return () => {
    time += 1000;
    return time;
  };
};

type State = {
  readonly frames: readonly Frame[];
  readonly seen: Seen;
  readonly foreign: readonly Uint8Array[];
  readonly taken: ReadonlyMap<string, number>;
};

const EMPTY: State = { frames: [], seen: [], foreign: [], taken: new Map() };

let commands = 0;

/** What stands before each frame of any desk. */
const previousOf = new Map<string, string>();

const isFork = (lower: SeenHead, higher: SeenHead): boolean => {
  let hash = higher.hash;
  for (let seq = higher.seq; seq > lower.seq; seq -= 1) hash = previousOf.get(hash) ?? '';
  return hash !== lower.hash;
};

const newCommand = (): CommandId => {
  commands += 1;
  return commands.toString(16).padStart(16, '0') as CommandId;
};

export const createFarDesk = (
  name: string,
  now: () => number,
  device: DeviceId = `device-${name}` as DeviceId,
  state: State = EMPTY,
): FarDesk => {
  let { frames, seen, foreign } = state;
  const taken = new Map(state.taken);
  const doc = new Y.Doc();
  for (const frame of frames) Y.applyUpdate(doc, frame.update, 'foreign');
  for (const update of foreign) Y.applyUpdate(doc, update, 'foreign');
  let written: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'foreign') written.push(update);
  });

  const append = (kind: FrameKind, update: Uint8Array, label: string): void => {
    const before = frames.at(-1);
    const previous = before?.hash ?? '';
    const seq = (before?.seq ?? 0) + 1;
    const time = now();
    const command = newCommand();
    const body = createHash('sha256').update(`${device} ${name} ${seq} ${previous} ${command}`);
    const hash = body.digest('hex').slice(0, 32);
    previousOf.set(hash, previous);
    frames = [
      ...frames,
      {
        kind,
        format: 1,
        time,
        author: { id: name, name },
        command,
        label,
        seen,
        ...(kind === 'checkpoint' && before !== undefined
          ? { covers: { generation: 0, seq: before.seq, hash: before.hash } }
          : {}),
        update,
        generation: 0,
        seq,
        hash,
        previous,
        jump: false,
        redacted: false,
      },
    ];
  };

  const close = (): void => {
    if (foreign.length > 0) append('adopt', Y.mergeUpdates([...foreign]), '');
    foreign = [];
  };

  return {
    device,
    name,
    doc,
    get frames() {
      return frames;
    },
    edit: (act, label = '記録の入力') => {
      written = [];
      doc.transact(() => act(doc));
      if (written.length === 0) return;
      const update = Y.mergeUpdates(written);
      close();
      append('update', update, label);
    },
    take: (from, count = from.frames.length) => {
      const had = taken.get(from.name) ?? 0;
      const fresh = from.frames.slice(had, count);
      const last = fresh.at(-1);
      if (last === undefined) return;
      for (const frame of fresh) {
        Y.applyUpdate(doc, frame.update, 'foreign');
        seen = mergeSeen(seen, frame.seen, isFork);
      }
      foreign = [...foreign, ...fresh.map(({ update }) => update)];
      taken.set(from.name, had + fresh.length);
      seen = mergeSeen(seen, [{ device: from.device, seq: last.seq, hash: last.hash }], isFork);
    },
    checkpoint: () => {
      close();
      append('checkpoint', Y.encodeStateAsUpdate(doc), '全体の控え');
    },
    file: (source = device) => ({ source, device, frames }),
    fork: (other) => createFarDesk(other, now, device, { frames, seen, foreign, taken }),
  };
};

/** Decides at a desk as the app does; nothing is written where the command refuses. */
export const decide = (desk: FarDesk, conflict: Conflict, decision: Decision): void => {
  const opened = { doc: desk.doc, reader: createRecordReader(conflict.document, desk.doc) };
  const { draft, writes } = createDraft(() => opened, Date.now);
  decideConflict(conflict, decision).run(draft);
  desk.edit(() => {
    for (const { apply } of writes) apply();
  });
};

/** Everybody takes in everybody's file until nobody learns anything new. */
export const exchangeAll = (desks: readonly FarDesk[]): void => {
  for (const desk of desks) for (const other of desks) if (other !== desk) desk.take(other);
};

export const filesOf = (desks: readonly FarDesk[]): readonly SourceFrames[] =>
  desks.map((desk) => desk.file());
