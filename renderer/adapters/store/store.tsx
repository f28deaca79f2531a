import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Draft } from '#data/drafts/drafts.ts';
import type { SaveState } from '#data/journal/save-state.ts';
import { type Answers, createAnswers, type Loaded } from '#data/records/answers.ts';
import type { Command } from '#data/records/command.ts';
import type { Query } from '#data/records/query.ts';
import type { Signal } from '#data/signal.ts';
import type { HistoryState } from '#data/undo/history.ts';
import type { Workspace } from '#data/workspace.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type Problem, problemWords, type Result } from '#shared/result.ts';
import { DraftDeskProvider } from '#ui/commit/drafts.ts';
import { painted } from '#ui/painted.ts';
import { showToast } from '#ui/toast-queue.ts';
import { calmSaveState } from './calm-save-state.ts';

/** The data core for React: everything a feature does with records passes through here. */
const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export const StoreProvider = ({
  workspace,
  children,
}: {
  readonly workspace: Workspace;
  readonly children: ReactNode;
}) => (
  <WorkspaceContext value={workspace}>
    <DraftDeskProvider value={workspace.drafts}>{children}</DraftDeskProvider>
  </WorkspaceContext>
);

export const useWorkspace = (): Workspace => {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('no StoreProvider above');
  return workspace;
};

const answers = new WeakMap<Workspace, Answers>();

const answersOf = (workspace: Workspace): Answers => {
  const found = answers.get(workspace) ?? createAnswers(workspace.live);
  answers.set(workspace, found);
  return found;
};

/**
 * Asks for what a screen is about to need, so that it stands at once; its `useLive` of the same query
 * (`remembered` makes one) goes on from there.
 * @returns resolves with the first answer, or when there is none to be had
 */
export const askAhead = <T,>(workspace: Workspace, query: Query<T>): Promise<void> =>
  answersOf(workspace).askAhead(query);

/**
 * The answer to a query, anew whenever its rows change. The query must be stable: make it with `useMemo`.
 * The last answer stays while a new query is answered, so that a screen does not flicker; that of a remembered
 * query stands at once when its screen comes back.
 */
export const useLive = <T,>(query: Query<T>): Loaded<T> => {
  const workspace = useWorkspace();
  const [loaded, setLoaded] = useState<Loaded<T>>(() => answersOf(workspace).known(query));
  useEffect(() => answersOf(workspace).ask(query, setLoaded), [workspace, query]);
  return loaded;
};

/** Opens a document that is about to be written in, once what shows it is painted, so that its note stands at once. */
export const useOpenAhead = (document: DocumentId): void => {
  const workspace = useWorkspace();
  useEffect(() => {
    let isGone = false;
    void painted().then(() => {
      if (!isGone) workspace.openAhead(document);
    });
    return () => {
      isGone = true;
    };
  }, [workspace, document]);
};

/** Runs commands. A refusal is shown as a toast, and comes back for a form to place beside its field. */
export const useRun = (): (<T>(command: Command<T>) => Promise<Result<T>>) => {
  const workspace = useWorkspace();
  return useCallback(
    async (command) => {
      const result = await workspace.run(command);
      if (!result.ok) showProblem(result.error);
      return result;
    },
    [workspace],
  );
};

/**
 * Runs commands for an input, which shows a refusal itself. `burst` names the input in which somebody types:
 * what is typed in one go is one step of undo.
 */
export const useStoreField = (): (<T>(
  command: Command<T>,
  burst?: string,
) => Promise<Result<T>>) => {
  const workspace = useWorkspace();
  return useCallback((command, burst) => workspace.run({ ...command, burst }), [workspace]);
};

export const showProblem = (problem: Problem): void => {
  showToast(problemWords(problem), { tone: 'danger' });
};

type Readable<T> = Pick<Signal<T>, 'get' | 'subscribe'>;

const useSignal = <T,>(signal: Readable<T>): T =>
  useSyncExternalStore(signal.subscribe, signal.get);

const calmStates = new WeakMap<Workspace, Readable<SaveState>>();

const calmStateOf = (workspace: Workspace): Readable<SaveState> => {
  const state = calmStates.get(workspace) ?? calmSaveState(workspace.saveState);
  calmStates.set(workspace, state);
  return state;
};

/** What is to be said of the last edits; it does not flicker while somebody types. */
export const useSaveState = (): SaveState => useSignal(calmStateOf(useWorkspace()));
export const useHistoryState = (): HistoryState => useSignal(useWorkspace().history);
export const useHeldDrafts = (): readonly Draft[] => useSignal(useWorkspace().drafts.held);
export const useProblems = (): readonly Problem[] => useSignal(useWorkspace().problems);
