import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Author, FrameDraft, Head } from '#shared/documents/frame.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import type { Database } from '../database.ts';
import type { Inspection, InspectionRequest } from '../documents/inspect.ts';
import type { OpenDocument } from '../documents/open-documents.ts';
import type { Touched } from '../documents/record-reader.ts';
import { retellChanged } from '../mentions/retell.ts';
import { type BurstEdit, createBursts } from './bursts.ts';
import {
  acceptRefused,
  type Edit,
  fold,
  loadPieces,
  type Outgoing,
  type Pieces,
  setAsideRefused,
  storeAck,
  storeEdit,
  storeNotes,
} from './cache.ts';
import { createCacheLane } from './cache-lane.ts';
import { createFrames } from './frames.ts';
import { createIntegrate, type Integrate } from './integrate.ts';
import { createLogLanes } from './log-lanes.ts';
import type { LogPort } from './log-port.ts';
import { createNoteProjector } from './note-projector.ts';
import { createStandings, standingOf } from './standings.ts';

/** So many stored updates are folded into a snapshot. */
const FOLD_EVERY = 200;
export type JournalDependencies = {
  readonly database: Database;
  readonly port: LogPort;
  readonly device: DeviceId;
  readonly author: () => Author;
  readonly now: () => number;
  readonly inspect: (request: InspectionRequest) => Promise<Result<Inspection>>;
  /** Resolves once the document's logs were read and the cache holds them. */
  readonly ready: (document: DocumentId) => Promise<Result<null>>;
  readonly open: (document: DocumentId) => Promise<Result<OpenDocument>>;
  readonly loaded: (document: DocumentId) => OpenDocument | undefined;
  readonly report: (problem: Problem) => void;
  /** Told whenever what waits, or what keeps it waiting, may have changed. */
  readonly onState: () => void;
  /** Told when the log has taken an edit. */
  readonly onSaved: (document: DocumentId) => void;
};

/** From changes of documents to cache and log, and back from the logs into cache and documents. */
export type Journal = ReturnType<typeof createJournal>;

export const createJournal = (dependencies: JournalDependencies) => {
  const { database, port, device, author, now, loaded, report } = dependencies;
  const own = sourceOf(device);
  const stored = new Map<DocumentId, number>();
  /** Documents that were loaded while the cache lacked something: no whole state is made of them. */
  const doubtful = new Set<DocumentId>();
  let lastPlace = 0;

  const cache = createCacheLane((problem) => problem && report(problem));
  const standings = createStandings();
  const bursts = createBursts({ author, now, seen: (id) => standings.get(id).seen });
  const notes = createNoteProjector((document, texts) => {
    void cache.push(() => storeNotes(database, document, texts, !bursts.waits(document)));
  });

  const frames = createFrames({ author, now, standings });

  const checkpoint = async (document: DocumentId): Promise<Result<FrameDraft>> => {
    const opened = await dependencies.open(document);
    if (!opened.ok) return opened;
    if (doubtful.has(document) || cache.isFailing()) return fail(doubtfulProblem());
    return ok(frames.checkpoint(opened.value));
  };

  const onAcked = (outgoing: Outgoing, head: Head): void => {
    const { document, draft } = outgoing;
    standings.acked(document, head);
    void cache.push(() => storeAck(database, own, outgoing, head));
    if (draft.kind === 'checkpoint') void cache.push(() => acceptRefused(database, document));
    if (draft.kind === 'update') dependencies.onSaved(document);
    foldWhenLong(document);
  };

  const onRefused = (outgoing: Outgoing, problem: Problem): void => {
    report(problem);
    // A whole state that is refused, too, keeps its document unsaved.
    if (outgoing.draft.kind === 'checkpoint') return;
    void cache.push(() => setAsideRefused(database, outgoing));
    void lanes.pushCheckpoint(outgoing.document);
  };

  const merge = async (document: DocumentId): Promise<Result<null>> => {
    const result = await integrate(document, [own], []);
    if (!result.ok) return result;
    for (const problem of result.value.problems) report(problem);
    return ok(null);
  };

  /** A lane has to know where our file ends before it sends anything. */
  const prepare = async (document: DocumentId): Promise<Result<null>> => {
    const ready = await dependencies.ready(document);
    if (ready.ok && !standings.has(document)) await placeFromCache(document);
    return ready;
  };

  const placeFromCache = async (document: DocumentId): Promise<Pieces> => {
    const pieces = await loadPieces(database, document);
    const { head, held } = standings.get(document);
    const standing = standingOf(pieces.record, device, pieces.adoptions);
    // What was acknowledged since may not have reached the cache yet.
    const isAhead = head.generation === standing.head.generation && head.seq > standing.head.seq;
    standings.set(document, isAhead ? { ...standing, head, held } : standing);
    return pieces;
  };

  const lanes = createLogLanes({
    port,
    ready: prepare,
    needsWhole: (document) => standings.get(document).isFirst,
    head: (document) => standings.get(document).head,
    merge,
    checkpoint,
    onAcked,
    onRefused,
    onState: dependencies.onState,
  });

  const foldWhenLong = (document: DocumentId): void => {
    const count = (stored.get(document) ?? 0) + 1;
    stored.set(document, count);
    const open = loaded(document);
    if (count < FOLD_EVERY || !open || doubtful.has(document)) return;
    stored.set(document, 0);
    void cache.push(() => fold(database, document, Y.encodeStateAsUpdate(open.doc)));
  };

  const nextPlace = (): number => {
    lastPlace += 1;
    return lastPlace;
  };

  const editOf = ({ document, draft, changes, notesTouched }: BurstEdit): Edit => ({
    document: document.id,
    outgoing: [...frames.needed(document), draft].map((each) => ({
      document: document.id,
      draft: each,
      place: nextPlace(),
    })),
    changes,
    notesTouched,
  });

  /** Ends what was gathered, and sends it on its way to the log. */
  const cutEdits = (): readonly Edit[] => {
    const edits = bursts.cut().map(editOf);
    lanes.push(edits.flatMap(({ outgoing }) => outgoing));
    return edits;
  };

  const store = async (edit: Edit): Promise<void> => {
    const renames = await storeEdit(database, edit, device);
    if (renames.length > 0) await retellChanged(database, edit.document, renames);
  };

  const cut = async (): Promise<void> => {
    const edits = cutEdits();
    await Promise.all(edits.map((edit) => cache.push(() => store(edit))));
  };

  const integrateFiles: Integrate = createIntegrate({
    database,
    port,
    device,
    cache,
    inspect: dependencies.inspect,
    storeWaiting: async () => {
      for (const edit of cutEdits()) await store(edit);
    },
    loaded: (document) => loaded(document)?.doc,
    setStanding: standings.set,
  });

  const integrate: Integrate = async (document, ...files) => {
    const result = await integrateFiles(document, ...files);
    // What stands in the file already, though nobody heard of it, is not sent again.
    if (result.ok) lanes.drop(document, result.value.saved);
    return result;
  };

  return {
    cut,
    integrate,
    lanes,
    standings,
    notes,
    add: (
      document: OpenDocument,
      label: string,
      update: Uint8Array,
      touched: readonly Touched[],
    ): void => {
      bursts.add(document, label, update, touched);
      notes.touched(document, touched);
    },
    /** The pieces of a document, with all that was made before; tells where we stand with it. */
    load: async (document: DocumentId): Promise<Pieces> => {
      await cache.settle();
      const pieces = await placeFromCache(document);
      if (cache.isFailing()) doubtful.add(document);
      else doubtful.delete(document);
      stored.set(document, pieces.count);
      return pieces;
    },
    /** Sends what an earlier run had made and the log has not got. */
    resend: (outbox: readonly Outgoing[]): void => {
      lastPlace = Math.max(lastPlace, ...outbox.map(({ place }) => place));
      lanes.push(outbox);
    },
    isBusy: (document: DocumentId): boolean =>
      bursts.waits(document) || notes.waits(document) || !cache.isEmpty(),
    isWaiting: (): boolean => !bursts.isEmpty(),
    /** Sends all that waits to disk; false when something could not be saved. */
    flush: async (): Promise<boolean> => {
      await cut();
      notes.flush();
      const saved = await lanes.settle();
      await cache.settle();
      return saved;
    },
  };
};

const doubtfulProblem = (): Problem => ({
  code: 'disk-error',
  happened: '画面に表示するためのデータを書けないため、全体の控えを作れません。',
  safe: '入力した内容は、1件ずつ記録ファイルに保存しています。',
  todo: 'ディスクの空きをご確認ください。',
});
