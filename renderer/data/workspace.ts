import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { FrameDraft, Head } from '#shared/documents/frame.ts';
import type { Collection, TextsOf } from '#shared/domain/collection.ts';
import { type DeviceId, type Id, randomId } from '#shared/domain/ids.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import type { Database } from './database.ts';
import { isNewer, newerFormatProblem, stampFormat } from './documents/format.ts';
import { NOTE_FIELD, textName } from './documents/keys.ts';
import {
  type Change,
  createOpenDocuments,
  LOCAL,
  type OpenDocument,
} from './documents/open-documents.ts';
import { createBursts } from './journal/bursts.ts';
import { fold, loadPieces, storeAck, storeEdit, storeNotes } from './journal/cache.ts';
import { createCacheLane } from './journal/cache-lane.ts';
import { createLogLane } from './journal/log-lane.ts';
import type { LogPort } from './journal/log-port.ts';
import { createNoteProjector } from './journal/note-projector.ts';
import type { SaveState } from './journal/save-state.ts';
import type { Command } from './records/command.ts';
import { createDraft } from './records/draft.ts';
import { createReader, type Live, live, type Query } from './records/query.ts';
import { replaceText } from './records/replace-text.ts';
import { createSignal, type Signal } from './signal.ts';
import { createHistory, type HistoryState } from './undo/history.ts';

/** What is typed reaches the disk at the latest after this time. */
const TYPING_MS = 150;
/** So many stored updates are folded into a snapshot. */
const FOLD_EVERY = 200;

export type WorkspaceDependencies = {
  readonly database: Database;
  readonly port: LogPort;
  readonly device: DeviceId;
  readonly author: () => string;
  readonly now: () => number;
  /** Where our log of each document stands, once the start has brought the cache up to the logs. */
  readonly ready: Promise<ReadonlyMap<DocumentId, Head>>;
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
  readonly problems: Signal<readonly Problem[]>;
  /** Sends all that waits to disk; false when something could not be saved. */
  readonly flush: () => Promise<boolean>;
  readonly retry: () => void;
  /** Appends the whole state to our log of a document: what a damaged or lost log lacks. */
  readonly appendCheckpoint: (document: DocumentId) => Promise<void>;
  readonly resend: (
    entries: readonly { readonly document: DocumentId; readonly draft: FrameDraft }[],
  ) => void;
  readonly report: (problem: Problem) => void;
};

export const createWorkspace = (dependencies: WorkspaceDependencies): Workspace => {
  const { database, port, device, author, now, ready, editorOrigins } = dependencies;
  const saveState = createSignal<SaveState>({ kind: 'saved', at: undefined });
  const historyState = createSignal<HistoryState>({ undo: undefined, redo: undefined });
  const problems = createSignal<readonly Problem[]>([]);
  const heads = new Map<DocumentId, Head>();
  const stored = new Map<DocumentId, number>();
  const labels = new Map<DocumentId, string>();
  let commandLabel: string | undefined;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;

  const report = (problem: Problem): void => {
    const known = problems.get().some((each) => each.happened === problem.happened);
    if (!known) problems.set([...problems.get(), problem]);
  };

  const cache = createCacheLane((problem) => problem && report(problem));
  const bursts = createBursts(author, now);
  const notes = createNoteProjector((document, texts) => {
    void cache.push(() => storeNotes(database, document, texts, !bursts.waits(document)));
  });
  const history = createHistory(() => historyState.set(history.state()));

  const checkpoint = async (document: DocumentId): Promise<FrameDraft> => {
    const opened = await documents.open(document);
    const state = opened.ok ? Y.encodeStateAsUpdate(opened.value.doc) : new Uint8Array([0, 0]);
    const command = randomId<Id<'command'>>();
    return {
      kind: 'checkpoint',
      format: FORMAT,
      time: now(),
      author: author(),
      command,
      label: '全体の控え',
      update: state,
    };
  };

  const lane = createLogLane({
    port,
    now,
    checkpoint,
    known: (document) => heads.get(document) ?? { seq: 0, hash: '' },
    // 保存済み is not said while something typed still waits to be cut into a frame.
    onState: (state) =>
      saveState.set(state.kind === 'saved' && !bursts.isEmpty() ? { kind: 'saving' } : state),
    onAcked: (document, command, head) => {
      heads.set(document, head);
      void cache.push(() => storeAck(database, document, device, command, head));
      foldWhenLong(document);
    },
  });

  const foldWhenLong = (document: DocumentId): void => {
    const count = (stored.get(document) ?? 0) + 1;
    stored.set(document, count);
    const open = documents.loaded(document);
    if (count < FOLD_EVERY || !open) return;
    stored.set(document, 0);
    void cache.push(() => fold(database, document, Y.encodeStateAsUpdate(open.doc)));
  };

  const cut = (): Promise<unknown> => {
    clearTimeout(typingTimer);
    typingTimer = undefined;
    const edits = bursts.cut();
    if (edits.length === 0) return Promise.resolve();
    lane.push(edits);
    return Promise.all(edits.map((edit) => cache.push(() => storeEdit(database, edit))));
  };

  const onChange = ({ document, update, foreign, touched }: Change): void => {
    if (foreign) return;
    bursts.add(document, commandLabel ?? labels.get(document.id) ?? '記録の入力', update, touched);
    notes.touched(document, touched);
    if (commandLabel !== undefined) return;
    saveState.set({ kind: 'saving' });
    typingTimer ??= setTimeout(() => void cut(), TYPING_MS);
  };

  const documents = createOpenDocuments({
    load: async (id) => {
      const caughtUp = await ready;
      const head = heads.get(id) ?? caughtUp.get(id);
      if (head) heads.set(id, head);
      // What waits in the lane belongs to the document too.
      await cache.settle();
      const { updates, folded, record } = await loadPieces(database, id);
      if (record && isNewer(record.format)) return fail(newerFormatProblem());
      stored.set(id, folded);
      return ok(updates);
    },
    onOpen: ({ id, doc }) => history.attach(id, doc, new Set([LOCAL, ...editorOrigins])),
    onClose: history.detach,
    onChange,
    isBusy: (id) => bursts.waits(id) || notes.waits(id) || history.holds(id),
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
    void underLabel(
      `${direction === 'undo' ? '元に戻す' : 'やり直す'}：${label}`,
      history[direction],
    );
  };

  return {
    run: async (command) => {
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
        history.step(command.label, command.documents, () => {
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
    },
    live: (query) => live(createReader(database), query),
    ask: (query) => query(createReader(database)),
    type: async (document, collection, id, field, text, label) => {
      const opened = await documents.open(document);
      if (!opened.ok) return opened;
      const { doc } = opened.value;
      labels.set(document, label);
      history.typing(label, document, textName(collection.name, id, field));
      stampFormat(doc, null);
      doc.transact(
        () => replaceText(doc.getText(textName(collection.name, id, field)), text),
        LOCAL,
      );
      return ok(null);
    },
    openNote: async (document, collection, id, label) => {
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
    },
    undo: () => replay('undo'),
    redo: () => replay('redo'),
    history: historyState,
    saveState,
    problems,
    flush: async () => {
      await cut();
      notes.flush();
      const saved = await lane.settle();
      await cache.settle();
      return saved;
    },
    retry: lane.retryNow,
    appendCheckpoint: lane.pushCheckpoint,
    resend: lane.push,
    report,
  };
};
