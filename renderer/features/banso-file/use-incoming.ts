import { useCallback, useEffect, useRef, useState } from 'react';
import { compareOpened, namesOfNew } from '#adapters/banso-file/compare.ts';
import { type BansoWorker, createBansoWorker } from '#adapters/banso-file/in-worker.ts';
import { takeAgain } from '#adapters/banso-file/undo.ts';
import { invoke, on } from '#adapters/host/host.ts';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { Comparison, RecordChange } from '#data/banso-file/compare.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { BansoOpened, BansoProgress } from '#shared/ipc/banso.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';

/** Where opening a file stands. */
export type Incoming =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'opening' | 'comparing' | 'taking';
      readonly done: number;
      readonly all: number;
    }
  | {
      readonly kind: 'compared';
      readonly opened: BansoOpened;
      readonly compared: readonly Comparison[];
    };

export type IncomingDesk = {
  readonly incoming: Incoming;
  readonly problem: Problem | undefined;
  readonly forgetProblem: () => void;
  readonly open: (from: 'asked' | 'given') => Promise<void>;
  /** The file that was asked for is sealed. */
  readonly isLocked: boolean;
  readonly unlock: (passphrase: string) => Promise<Result<unknown>>;
  readonly giveUp: () => void;
  /** The first records of a document that is new here: they are read when somebody looks at them. */
  readonly namesOf: (document: DocumentId) => Promise<readonly RecordChange[]>;
  /** @returns whether it was taken in */
  readonly take: () => Promise<boolean>;
  readonly close: () => void;
  readonly cancel: () => void;
};

const NONE: Incoming = { kind: 'none' };

/** Opens a hand-over file, tells what it would change, and takes it in when staff say so. */
export const useIncoming = (source: BansoSource): IncomingDesk => {
  const workspace = useWorkspace();
  const [incoming, setIncoming] = useState<Incoming>(NONE);
  const [problem, setProblem] = useState<Problem>();
  const worker = useRef<BansoWorker>(undefined);
  const isOpen = useRef(false);
  const [isLocked, setIsLocked] = useState(false);

  const close = useCallback((): void => {
    worker.current?.stop();
    worker.current = undefined;
    setIncoming(NONE);
    if (isOpen.current) void invoke('closeBanso', undefined);
    isOpen.current = false;
  }, []);

  const look = useCallback(
    async (from: 'asked' | 'given' | 'again', passphrase: string): Promise<Result<unknown>> => {
      setIncoming({ kind: 'opening', done: 0, all: 0 });
      const opened = await invoke('openBanso', { from, passphrase });
      if (!opened.ok || opened.value === null) {
        setIncoming(NONE);
        return opened;
      }
      close();
      isOpen.current = true;
      setProblem(undefined);
      const news = opened.value;
      const comparer = createBansoWorker();
      worker.current = comparer;
      setIncoming({ kind: 'comparing', done: 0, all: news.documents.length });
      // What is still being typed here counts as written.
      await workspace.flush();
      const compared = await compareOpened(source, comparer, news, (done, all) => {
        if (worker.current === comparer) setIncoming({ kind: 'comparing', done, all });
      });
      if (worker.current !== comparer) return opened;
      if (compared.ok) setIncoming({ kind: 'compared', opened: news, compared: compared.value });
      else {
        close();
        setProblem(compared.error);
      }
      return opened;
    },
    [close, source, workspace],
  );
  const open = useCallback(
    async (from: 'asked' | 'given'): Promise<void> => {
      const answer = await look(from, '');
      if (answer.ok) return;
      close();
      if (answer.error.code === 'locked') setIsLocked(true);
      else setProblem(answer.error);
    },
    [close, look],
  );

  const namesOf = async (document: DocumentId): Promise<readonly RecordChange[]> => {
    const asked = worker.current;
    if (incoming.kind !== 'compared' || asked === undefined) return [];
    const news = incoming.opened.documents.find((each) => each.document === document);
    if (news === undefined) return [];
    const names = await namesOfNew(asked, news);
    if (names.ok) return names.value;
    if (worker.current === asked) setProblem(names.error);
    return [];
  };

  const take = async (): Promise<boolean> => {
    if (incoming.kind !== 'compared') return false;
    const { opened, compared } = incoming;
    worker.current?.stop();
    worker.current = undefined;
    setIncoming({ kind: 'taking', done: 0, all: 0 });
    await workspace.flush();
    const taken = await invoke('takeBanso', undefined);
    isOpen.current = false;
    if (!taken.ok) {
      setIncoming(NONE);
      setProblem(taken.error);
      return false;
    }
    await source.takeIn(taken.value, (done, all) => setIncoming({ kind: 'taking', done, all }));
    const again = compared.flatMap((comparison) => comparison.again);
    const done = again.length === 0 ? ok(null) : await takeAgain(workspace, opened, again);
    setIncoming(NONE);
    if (!done.ok) setProblem(done.error);
    return done.ok;
  };

  useEffect(() => {
    const openGiven = (): void => {
      void invoke('isBansoGiven', undefined).then((given) => {
        if (given.ok && given.value) void open('given');
      });
    };
    openGiven();
    return on('bansoGiven', openGiven);
  }, [open]);
  // Whoever leaves the page has not said yes.
  useEffect(() => close, [close]);

  return {
    incoming,
    problem,
    forgetProblem: () => setProblem(undefined),
    open,
    isLocked,
    unlock: (passphrase) => look('again', passphrase),
    giveUp: () => setIsLocked(false),
    namesOf,
    take,
    close,
    cancel: () => {
      void invoke('cancelBanso', undefined);
      close();
    },
  };
};

/** Whether main makes or opens a file. */
export const useIsBansoBusy = (): boolean => {
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => on('bansoWork', (told) => setIsBusy(told !== null)), []);
  return isBusy;
};

/**
 * How far main has come with making or opening a file; undefined while it does neither. It says so many hundred
 * times: for what shows it, and nothing around that.
 */
export const useBansoProgress = (): BansoProgress | undefined => {
  const [progress, setProgress] = useState<BansoProgress>();
  useEffect(() => on('bansoWork', (told) => setProgress(told ?? undefined)), []);
  return progress;
};
