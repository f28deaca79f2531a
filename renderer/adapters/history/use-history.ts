import { useEffect, useMemo, useState } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { Moment, RecordThen } from '#data/history/document-history.ts';
import { FIRST_FRAMES } from '#data/history/read-files.ts';
import type { Workspace } from '#data/workspace.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { HistoryEntry } from '#shared/domain/history/entry.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import type { HistoryMessage, HistoryNews } from '#workers/history/messages.ts';

export type { Moment, RecordThen } from '#data/history/document-history.ts';

/** Commands that follow each other closely are read together. */
const PAUSE_MS = 300;

/** What was done to a document, the latest last; `reading` while what is older is still looked through. */
export type HistoryState =
  | { readonly state: 'loading' }
  | {
      readonly state: 'reading' | 'ready';
      readonly entries: readonly HistoryEntry[];
    }
  | { readonly state: 'failed' };

export type RecordAt = (
  moment: Moment,
  collection: CollectionName,
  id: string,
) => Promise<RecordThen | undefined>;

type HistoryDesk = {
  readonly recordAt: RecordAt;
  readonly open: (tell: (state: HistoryState) => void) => () => void;
};

const createWorker = (): Worker =>
  new Worker(new URL('../../workers/history-worker.ts', import.meta.url), { type: 'module' });

/** What was begun for a document before anybody has asked for it. */
type Ahead = {
  readonly document: DocumentId;
  readonly worker: Worker;
  readonly files: ReturnType<Workspace['files']>;
  /** Ends the waiting for edits, and for somebody to ask. */
  readonly end: () => void;
};

/** Begun for nothing where nobody asks within this time. */
const AHEAD_MS = 10_000;
const ahead: { now: Ahead | undefined } = { now: undefined };

const dropAhead = (of: Ahead): void => {
  if (ahead.now !== of) return;
  ahead.now = undefined;
  of.end();
  of.worker.terminate();
};

const takeAhead = (document: DocumentId): Ahead | undefined => {
  const begun = ahead.now?.document === document ? ahead.now : undefined;
  if (begun === undefined) return undefined;
  ahead.now = undefined;
  begun.end();
  return begun;
};

/** Reads the end of a document's files, and the worker's program, while the pointer comes to what opens them. */
const readAhead = (workspace: Workspace, document: DocumentId): void => {
  if (ahead.now?.document === document) return;
  if (ahead.now !== undefined) dropAhead(ahead.now);
  // What was read before an edit does not hold it.
  const unsubscribe = workspace.history.subscribe(() => dropAhead(begun));
  const timer = setTimeout(() => dropAhead(begun), AHEAD_MS);
  const begun: Ahead = {
    ...{ document, worker: createWorker() },
    files: workspace.files(document, FIRST_FRAMES),
    end: () => {
      unsubscribe();
      clearTimeout(timer);
    },
  };
  begun.files.catch(() => undefined);
  ahead.now = begun;
};

/** Begins what opening a document's history needs. */
export const useHistoryAhead = (document: DocumentId): (() => void) => {
  const workspace = useWorkspace();
  return () => readAhead(workspace, document);
};

/** One document's history in a worker of its own, which ends with the screen that shows it. */
const createHistoryDesk = (workspace: Workspace, document: DocumentId): HistoryDesk => {
  let worker: Worker | undefined;
  let asked = 0;
  const waiting = new Map<number, (found: RecordThen | undefined) => void>();

  const open: HistoryDesk['open'] = (tell) => {
    const begun = takeAhead(document);
    const own = begun?.worker ?? createWorker();
    worker = own;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const post = (message: HistoryMessage): void => own.postMessage(message);
    const read = async (last?: number, given?: Ahead['files']): Promise<void> => {
      const files = await (given ?? workspace.files(document, last)).catch(() => undefined);
      if (files?.ok !== true) return tell({ state: 'failed' });
      post({ kind: 'files', document, files: files.value, isAll: last === undefined });
    };
    own.onmessage = ({ data }: MessageEvent<HistoryNews>) => {
      if (data.kind === 'record') {
        waiting.get(data.ask)?.(data.found);
        waiting.delete(data.ask);
        return;
      }
      const { entries, wants } = data;
      tell({ state: wants === 'nothing' ? 'ready' : 'reading', entries });
      if (wants === 'files') void read();
    };
    own.onerror = () => tell({ state: 'failed' });
    void read(FIRST_FRAMES, begun?.files);
    const unsubscribe = workspace.history.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
      own.terminate();
      for (const settle of waiting.values()) settle(undefined);
      waiting.clear();
      if (worker === own) worker = undefined;
    };
  };

  return {
    open,
    recordAt: (moment, collection, id) =>
      new Promise((resolve) => {
        if (worker === undefined) return resolve(undefined);
        asked += 1;
        waiting.set(asked, resolve);
        const message: HistoryMessage = { kind: 'recordAt', ask: asked, moment, collection, id };
        worker.postMessage(message);
      }),
  };
};

/** What was done to a document, and what its records said at any moment; anew after each edit. */
export const useHistory = (
  document: DocumentId,
): { readonly history: HistoryState; readonly recordAt: RecordAt } => {
  const workspace = useWorkspace();
  const desk = useMemo(() => createHistoryDesk(workspace, document), [workspace, document]);
  const [history, setHistory] = useState<HistoryState>({ state: 'loading' });
  useEffect(() => desk.open(setHistory), [desk]);
  return { history, recordAt: desk.recordAt };
};
