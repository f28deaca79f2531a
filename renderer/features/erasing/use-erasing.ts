import { useCallback, useEffect, useRef, useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { FoundIn } from '#data/erasing/erasing.ts';
import type { Erasure } from '#data/erasing/erasure.ts';
import type { Problem, Result } from '#shared/result.ts';
import { type HeldBy, type PlaceLine, placeLines } from './model.ts';
import { collectionsIn, namesQuery, withOwnQuery } from './queries.ts';
import { erasureOf } from './target.ts';

type Progress = { readonly done: number; readonly all: number };

export type ErasingState =
  | { readonly step: 'asking' }
  | { readonly step: 'searching'; readonly progress: Progress }
  | {
      readonly step: 'found';
      readonly erasure: Erasure;
      readonly found: readonly FoundIn[];
      readonly lines: readonly PlaceLine[];
    }
  | { readonly step: 'erasing'; readonly progress: Progress }
  | { readonly step: 'done'; readonly places: number; readonly held: readonly HeldBy[] };

/** Looks for what is to be erased, erases it, and says what still holds it. */
export const useErasing = () => {
  const workspace = useWorkspace();
  const [state, setState] = useState<ErasingState>({ step: 'asking' });
  const [problem, setProblem] = useState<Problem>();
  const [held, setHeld] = useState<readonly HeldBy[]>([]);
  const isWanted = useRef(false);

  useEffect(() => {
    let isHere = true;
    void backupsThatHold().then((found) => {
      if (isHere) setHeld(found);
    });
    return () => {
      isHere = false;
      isWanted.current = false;
    };
  }, []);

  const stop = useCallback((): void => {
    isWanted.current = false;
    setState({ step: 'asking' });
  }, []);

  const search = async (
    typed: string,
    records: Parameters<typeof withOwnQuery>[0],
  ): Promise<void> => {
    isWanted.current = true;
    setProblem(undefined);
    setState({ step: 'searching', progress: { done: 0, all: 0 } });
    const erasure = erasureOf(typed, await workspace.ask(withOwnQuery(records)));
    const onProgress = (done: number, all: number): void => {
      if (isWanted.current) setState({ step: 'searching', progress: { done, all } });
    };
    const found = await workspace.eraser.find(erasure, onProgress, () => isWanted.current);
    if (!isWanted.current) return;
    if (!found.ok) {
      setProblem(found.error);
      setState({ step: 'asking' });
      return;
    }
    const names = await workspace.ask(namesQuery(collectionsIn(found.value)));
    const lines = placeLines(found.value, names);
    setState({ step: 'found', erasure, found: found.value, lines });
  };

  const erase = async (): Promise<void> => {
    if (state.step !== 'found') return;
    const { erasure, found, lines } = state;
    setProblem(undefined);
    const onProgress = (done: number, all: number): void =>
      setState({ step: 'erasing', progress: { done, all } });
    onProgress(0, found.length);
    const documents = found.map(({ document }) => document);
    const erased = await eraseAll(workspace, erasure, documents, onProgress);
    if (erased.ok) setState({ step: 'done', places: lines.length, held });
    else {
      setProblem(erased.error);
      setState(state);
    }
  };

  const change = (): void => setState({ step: 'asking' });
  return { state, problem, held, search, stop, erase, change };
};

const eraseAll = async (
  { eraser, drafts, flush }: ReturnType<typeof useWorkspace>,
  erasure: Erasure,
  documents: readonly FoundIn['document'][],
  onProgress: (done: number, all: number) => void,
): Promise<Result<unknown>> => {
  await flush();
  if (drafts.held.get().length > 0) return { ok: false, error: draftsProblem() };
  return eraser.erase(erasure, documents, onProgress);
};

/** Every backup that was made before now. */
const backupsThatHold = async (): Promise<readonly HeldBy[]> => {
  const state = await invoke('backupState', undefined);
  if (!state.ok) return [];
  const lists = await Promise.all(
    state.value.targets.map(async ({ place, path }): Promise<HeldBy> => {
      const list = await invoke('listGenerations', { source: place });
      return { path, generations: list.ok ? list.value.generations : [] };
    }),
  );
  return lists.filter(({ generations }) => generations.length > 0);
};

const draftsProblem = (): Problem => ({
  code: 'invalid-input',
  happened: '入力の途中で、まだ記録になっていないものがあります。',
  safe: '何も消していません。',
  todo: '右上の保存の表示を押して入力を仕上げるか取り消してから、もう一度お試しください。',
});
