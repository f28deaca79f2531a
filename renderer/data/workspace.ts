import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Author } from '#shared/documents/frame.ts';
import type { Collection, TextsOf } from '#shared/domain/record/collection.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import type { Database } from './database.ts';
import { stampFormat } from './documents/format.ts';
import type { Inspection, InspectionRequest } from './documents/inspect.ts';
import { NOTE_FIELD, textName } from './documents/keys.ts';
import {
  type Change,
  createOpenDocuments,
  LOCAL,
  type OpenDocument,
} from './documents/open-documents.ts';
import { createDrafts, type Drafts } from './drafts/drafts.ts';
import { createJournal, type Journal } from './journal/journal.ts';
import type { LogPort } from './journal/log-port.ts';
import { type SaveState, sameSaveState, saveStateOf } from './journal/save-state.ts';
import type { Command } from './records/command.ts';
import { createDraft } from './records/draft.ts';
import { createReader, type Live, live, type Query } from './records/query.ts';
import { replaceText } from './records/replace-text.ts';
import { createSignal, type Signal } from './signal.ts';
import { createHistory, type HistoryState } from './undo/history.ts';

/** What is typed reaches the disk at the latest after this time. */
const TYPING_MS = 150;
/** Screens are not asked more often while logs are being read. */
const BREATH_MS = 1_000;

export type WorkspaceDependencies = {
  readonly database: Database;
  readonly port: LogPort;
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

/** A note as an editor takes it: the shared fragment, alive until it is released. */
export type OpenNote = {
  readonly fragment: Y.XmlFragment;
  /** The document's whole state, for trying the note in a scratch copy first. */
  readonly state: () => Uint8Array;
  readonly name: string;
  /** Told when somebody begins to type here, so that undo and history name it rightly. */
  readonly begin: () => void;
  readonly release: () => void;
};

/** The data core as the app has it: queries, commands, typing, notes, undo, and the save state. */
export type Workspace = {
  readonly run: <T>(command: Command<T>) => Promise<Result<T>>;
  readonly live: <T>(query: Query<T>) => Live<T>;
  readonly ask: <T>(query: Query<T>) => Promise<T>;
  /** Takes what a text field holds while somebody types; a burst of typing is one step of undo. */
  readonly type: <C extends Collection>(
    document: DocumentId,
    collection: C,
    id: string,
    field: TextsOf<C>,
    text: string,
    label: string,
  ) => Promise<Result<null>>;
  readonly openNote: (
    document: DocumentId,
    collection: Collection,
    id: string,
    label: string,
  ) => Promise<Result<OpenNote>>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly history: Signal<HistoryState>;
  readonly saveState: Signal<SaveState>;
  /** What is typed and no record holds yet; the save state counts it. */
  readonly drafts: Drafts;
  readonly problems: Signal<readonly Problem[]>;
  /** Sends all that waits to disk; false when something could not be saved. */
  readonly flush: () => Promise<boolean>;
  readonly retry: () => void;
  readonly report: (problem: Problem) => void;
  /** Looks again at what the save state has to say. */
  readonly lookAgain: () => void;
  /** For the start and what goes on behind the screens. */
  readonly journal: Journal;
};

export const createWorkspace = (dependencies: WorkspaceDependencies): Workspace => {
  const { database, port, device, author, now, ready, isReading, editorOrigins } = dependencies;
  const saveState = createSignal<SaveState>({ kind: 'saved', at: undefined });
  const historyState = createSignal<HistoryState>({ undo: undefined, redo: undefined });
  const problems = createSignal<readonly Problem[]>([]);
  const labels = new Map<DocumentId, string>();
  let commandLabel: string | undefined;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  /** Commands and typing that wait for their document, or for its rows. */
  const running = new Set<Promise<unknown>>();
  let savedAt: number | undefined;

  const report = (problem: Problem): void => {
    const known = problems.get().some((each) => each.happened === problem.happened);
    if (!known) problems.set([...problems.get(), problem]);
  };

  const lookAgain = (): void => {
    const { lanes, isWaiting } = journal;
    const unsaved = {
      isWaiting: isWaiting() || running.size > 0 || drafts.isOnItsWay(),
      isSending: !lanes.isEmpty(),
      isReading: isReading(),
      problem: lanes.problem(),
      drafts: drafts.held.get().length,
    };
    const before = saveState.get();
    if (!unsaved.isWaiting && !unsaved.isSending && before.kind === 'saving') savedAt = now();
    const next = saveStateOf(unsaved, savedAt);
    if (!sameSaveState(before, next)) saveState.set(next);
  };

  /** What runs counts as unsaved from its first moment on. */
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    const run = work();
    running.add(run);
    lookAgain();
    try {
      return await run;
    } finally {
      running.delete(run);
      lookAgain();
    }
  };

  const breath = (): Promise<void> | undefined =>
    dependencies.isCrowded() ? new Promise((resolve) => setTimeout(resolve, BREATH_MS)) : undefined;

  const history = createHistory(() => historyState.set(history.state()));
  const drafts = createDrafts({ database, report, onState: () => lookAgain() });

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
    onState: () => lookAgain(),
    onSaved: (id) => dependencies.onSaved?.(id),
  });

  const cut = (): Promise<void> => {
    clearTimeout(typingTimer);
    typingTimer = undefined;
    return journal.cut();
  };

  const onChange = ({ document, update, foreign, touched }: Change): void => {
    if (foreign) return;
    const label = commandLabel ?? labels.get(document.id) ?? '記録の入力';
    journal.add(document, label, update, touched);
    if (commandLabel !== undefined) return;
    lookAgain();
    typingTimer ??= setTimeout(() => void cut(), TYPING_MS);
  };

  const documents = createOpenDocuments({
    load: async (id) => {
      const isReady = await ready(id);
      if (!isReady.ok) return isReady;
      return ok((await journal.load(id)).updates);
    },
    onOpen: ({ id, doc }) => history.attach(id, doc, new Set([LOCAL, ...editorOrigins])),
    onClose: history.detach,
    onChange,
    isBusy: (id) => journal.isBusy(id) || history.holds(id),
  });

  const openAll = async (
    ids: readonly DocumentId[],
  ): Promise<Result<ReadonlyMap<DocumentId, OpenDocument>>> => {
    const opened = new Map<DocumentId, OpenDocument>();
    const releases = ids.map((id) => documents.retain(id));
    try {
      for (const id of ids) {
        const result = await documents.open(id);
        if (!result.ok) return result;
        opened.set(id, result.value);
      }
      return ok(opened);
    } finally {
      for (const release of releases) release();
    }
  };

  /** Runs writes under a label; what was being typed before is cut off into its own frame. */
  const underLabel = async (label: string, apply: () => void): Promise<void> => {
    void cut();
    commandLabel = label;
    try {
      apply();
    } finally {
      commandLabel = undefined;
    }
    await cut();
  };

  const replay = (direction: 'undo' | 'redo'): void => {
    const label = historyState.get()[direction];
    if (label === undefined) return;
    void counted(() =>
      underLabel(`${direction === 'undo' ? '元に戻す' : 'やり直す'}：${label}`, history[direction]),
    );
  };

  const run = async <T>(command: Command<T>): Promise<Result<T>> => {
    const opened = await openAll(command.documents);
    if (!opened.ok) return opened;
    const { draft, writes } = createDraft((id) => {
      const document = opened.value.get(id);
      if (!document) throw new Error(`the command does not name ${id}`);
      return document;
    }, now);
    const result = command.run(draft);
    if (!result.ok || writes.length === 0) return result;
    await underLabel(command.label, () =>
      history.step(command.label, command.documents, command.burst, () => {
        for (const [id, { doc }] of opened.value) {
          const own = writes.filter((write) => write.document === id);
          if (own.length === 0) continue;
          stampFormat(doc, null);
          doc.transact(() => {
            for (const write of own) write.apply();
          }, LOCAL);
        }
      }),
    );
    return result;
  };

  const type: Workspace['type'] = async (document, collection, id, field, text, label) => {
    const opened = await documents.open(document);
    if (!opened.ok) return opened;
    const { doc } = opened.value;
    labels.set(document, label);
    history.typing(label, document, textName(collection.name, id, field));
    stampFormat(doc, null);
    doc.transact(() => replaceText(doc.getText(textName(collection.name, id, field)), text), LOCAL);
    return ok(null);
  };

  const openNote: Workspace['openNote'] = async (document, collection, id, label) => {
    const opened = await documents.open(document);
    if (!opened.ok) return opened;
    const { doc } = opened.value;
    if (!opened.value.reader.row(collection, id)) {
      return fail({
        code: 'not-found',
        happened: 'この記録は見つかりません。',
        safe: 'ほかの記録はそのままです。',
        todo: '一覧から開き直してください。',
      });
    }
    const name = textName(collection.name, id, NOTE_FIELD);
    const release = documents.retain(document);
    return ok({
      begin: () => {
        labels.set(document, label);
        history.typing(label, document, name);
      },
      fragment: doc.getXmlFragment(name),
      name,
      state: () => Y.encodeStateAsUpdate(doc),
      release,
    });
  };

  return {
    run: (command) => counted(() => run(command)),
    live: (query) => live(createReader(database), query, breath),
    ask: (query) => query(createReader(database)),
    type: (...typed) => counted(() => type(...typed)),
    openNote,
    undo: () => replay('undo'),
    redo: () => replay('redo'),
    history: historyState,
    saveState,
    drafts,
    problems,
    flush: async () => {
      await drafts.commitAll();
      // A command that runs may start another: what is typed last still waits for its document.
      while (running.size > 0) await Promise.allSettled(running);
      clearTimeout(typingTimer);
      typingTimer = undefined;
      const saved = await journal.flush();
      await drafts.flush();
      return saved;
    },
    retry: journal.lanes.retryNow,
    report,
    lookAgain,
    journal,
  };
};
