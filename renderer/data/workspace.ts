import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Author } from '#shared/documents/frame.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';
import type { Database } from './database.ts';
import type { Inspection, InspectionRequest } from './documents/inspect.ts';
import { createOpenDocuments, LOCAL } from './documents/open-documents.ts';
import { createDrafts, type Drafts } from './drafts/drafts.ts';
import { createEraser, type Eraser } from './erasing/erase-all.ts';
import type { ErasePort } from './erasing/erase-port.ts';
import { createErasing } from './erasing/erasing.ts';
import { type PackedFile, readFiles } from './history/read-files.ts';
import { createEditFrames } from './journal/edit-frames.ts';
import { createJournal, type Journal } from './journal/journal.ts';
import type { LogPort } from './journal/log-port.ts';
import type { SaveState, Unsaved } from './journal/save-state.ts';
import { createSaveWatch } from './journal/save-watch.ts';
import { createLogFilesView, type LogFilesView } from './log-files/log-files.ts';
import type { Command } from './records/command.ts';
import { createReader, type Live, live, type Query } from './records/query.ts';
import { createRun } from './records/run-command.ts';
import { createTyping, type Typing } from './records/typing.ts';
import { createSignal, type Signal } from './signal.ts';
import { createHistory, type HistoryState } from './undo/history.ts';

/** Screens are not asked more often while logs are being read. */
const BREATH_MS = 1_000;

export type WorkspaceDependencies = {
  readonly database: Database;
  readonly port: LogPort;
  readonly erasePort: ErasePort;
  readonly device: DeviceId;
  readonly author: () => Author;
  readonly now: () => number;
  /** Checks what another device's file brings, in a worker that can be killed. */
  readonly inspect: (request: InspectionRequest) => Promise<Result<Inspection>>;
  /** Resolves once a document's logs were read and the cache holds them; it is read before all others. */
  readonly ready: (document: DocumentId) => Promise<Result<null>>;
  /** Whether logs are still being read, so that nobody can say yet that all is saved. */
  readonly isReading: () => boolean;
  /** Whether so many are being read that screens are better asked again a little later. */
  readonly isCrowded: () => boolean;
  /** Told when the log has taken an edit of a document. */
  readonly onSaved?: (document: DocumentId) => void;
  /** Origins under which an editor writes to a note: its edits count as the user's own. */
  readonly editorOrigins: readonly unknown[];
};

/** The data core as the app has it: queries, commands, typing, notes, undo, and the save state. */
export type Workspace = Typing & {
  readonly run: <T>(command: Command<T>) => Promise<Result<T>>;
  readonly live: <T>(query: Query<T>) => Live<T>;
  readonly ask: <T>(query: Query<T>) => Promise<T>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly history: Signal<HistoryState>;
  readonly saveState: Signal<SaveState>;
  /** What is typed and no record holds yet; the save state counts it. */
  readonly drafts: Drafts;
  readonly problems: Signal<readonly Problem[]>;
  /** Sends all that waits to disk; false when something could not be saved. */
  readonly flush: () => Promise<boolean>;
  /**
   * The log files of a document with all that was done so far, once what waits has been sent to them.
   * @param last the end of each long file alone, with at least so many frames
   */
  readonly files: (document: DocumentId, last?: number) => Promise<Result<readonly PackedFile[]>>;
  /** The log files themselves, for who has to look after them. */
  readonly logFiles: LogFilesView;
  /** Erasing for good, in every file. */
  readonly eraser: Eraser;
  readonly retry: () => void;
  readonly report: (problem: Problem) => void;
  /** Looks again at what the save state has to say. */
  readonly lookAgain: () => void;
  /** For the start and what goes on behind the screens. */
  readonly journal: Journal;
};

/** Puts the rooms of data/ together; what each of them does stands in its own file. */
export const createWorkspace = (dependencies: WorkspaceDependencies): Workspace => {
  const { database, port, device, author, now, ready, isReading, editorOrigins } = dependencies;
  const problems = createProblems();
  const { report } = problems;
  const historyState = createSignal<HistoryState>({ undo: undefined, redo: undefined });
  const history = createHistory(() => historyState.set(history.state()));

  const unsaved = (): Unsaved => ({
    isWaiting: journal.isWaiting() || drafts.isOnItsWay(),
    isSending: !journal.lanes.isEmpty(),
    isReading: isReading(),
    problem: journal.lanes.problem(),
    drafts: drafts.held.get().length,
  });
  const saves = createSaveWatch(unsaved, now);
  const { lookAgain, counted } = saves;
  const drafts = createDrafts({ database, report, onState: lookAgain });

  const journal: Journal = createJournal({
    database,
    port,
    device,
    author,
    now,
    ready,
    report,
    inspect: dependencies.inspect,
    open: (id) => documents.open(id),
    loaded: (id) => documents.loaded(id),
    onState: lookAgain,
    onSaved: (id) => dependencies.onSaved?.(id),
  });
  const frames = createEditFrames({ add: journal.add, cut: journal.cut, onTyping: lookAgain });

  const documents = createOpenDocuments({
    load: async (id) => {
      const isReady = await ready(id);
      if (!isReady.ok) return isReady;
      return ok((await journal.load(id)).updates);
    },
    onOpen: ({ id, doc }) => history.attach(id, doc, new Set([LOCAL, ...editorOrigins])),
    onClose: history.detach,
    onChange: frames.take,
    isBusy: (id) => journal.isBusy(id) || history.holds(id),
  });

  const run = createRun({ documents, history, frames, now });
  const { type, openAhead, openNote } = createTyping({ documents, history, frames });

  const replay = (direction: 'undo' | 'redo'): void => {
    const label = historyState.get()[direction];
    if (label === undefined) return;
    const words = `${direction === 'undo' ? '元に戻す' : 'やり直す'}：${label}`;
    void counted(() => frames.underLabel(words, history[direction]));
  };
  const breath = (): Promise<void> | undefined =>
    dependencies.isCrowded() ? new Promise((resolve) => setTimeout(resolve, BREATH_MS)) : undefined;

  const flush = async (): Promise<boolean> => {
    await drafts.commitAll();
    await saves.settled();
    frames.stopWaiting();
    const saved = await journal.flush();
    await drafts.flush();
    return saved;
  };

  return {
    run: (command) => counted(() => run(command)),
    live: (query) => live(createReader(database), query, breath),
    ask: (query) => query(createReader(database)),
    type: (...typed) => counted(() => type(...typed)),
    openAhead,
    openNote,
    undo: () => replay('undo'),
    redo: () => replay('redo'),
    history: historyState,
    saveState: saves.state,
    drafts,
    problems: problems.told,
    flush,
    files: async (document, last) => {
      // What cannot be saved is no part of any file, and told elsewhere.
      await journal.flush();
      return readFiles(database, port)(document, last);
    },
    logFiles: createLogFilesView(database, port, device),
    eraser: createEraser({
      ...{ database, flush, report, port: dependencies.erasePort },
      erasing: createErasing({
        ...{ database, port, device, author, now, flush, aside: dependencies.erasePort },
        open: documents.open,
        standings: journal.standings,
        underLabel: (label, apply) => counted(() => frames.underLabel(label, apply)),
        forgetSteps: history.forget,
      }),
    }),
    retry: journal.lanes.retryNow,
    report,
    lookAgain,
    journal,
  };
};

/** What went wrong, each told once. */
const createProblems = () => {
  const told = createSignal<readonly Problem[]>([]);
  const report = (problem: Problem): void => {
    const isKnown = told.get().some((each) => each.happened === problem.happened);
    if (!isKnown) told.set([...told.get(), problem]);
  };
  return { told, report };
};
