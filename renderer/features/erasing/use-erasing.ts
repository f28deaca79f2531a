import { useCallback, useEffect, useRef, useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { FoundIn } from '#data/erasing/erasing.ts';
import type { Erasure } from '#data/erasing/erasure.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Beside } from '#shared/ipc/erasing.ts';
import type { Problem, Result } from '#shared/result.ts';
import { soughtWords } from '#shared/text/sought-words.ts';
import { backupsThatHold, filesHandedOver } from './held.ts';
import { fileLines, type Held, type PlaceLine, placeLines } from './model.ts';
import {
  type AttachedFile,
  attachedQuery,
  collectionsIn,
  namesQuery,
  withOwnQuery,
} from './queries.ts';
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
      /** Attached files whose bytes say a word. */
      readonly files: readonly AttachedFile[];
      readonly held: Held;
    }
  | { readonly step: 'erasing'; readonly progress: Progress }
  | { readonly step: 'done'; readonly places: number; readonly held: Held };

/** Looks for what is to be erased, erases it, and says what still holds it. */
export const useErasing = () => {
  const workspace = useWorkspace();
  const [state, setState] = useState<ErasingState>({ step: 'asking' });
  const [problem, setProblem] = useState<Problem>();
  const isWanted = useRef(false);

  useEffect(
    () => () => {
      isWanted.current = false;
      void invoke('stopLookingBeside', undefined);
    },
    [],
  );

  const stop = useCallback((): void => {
    isWanted.current = false;
    void invoke('stopLookingBeside', undefined);
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
    const beside = found.ok ? await invoke('lookBeside', soughtWords(erasure.words)) : found;
    if (!isWanted.current) return;
    if (!found.ok || !beside.ok) {
      setProblem(found.ok && !beside.ok ? beside.error : !found.ok ? found.error : undefined);
      setState({ step: 'asking' });
      return;
    }
    setState({
      step: 'found',
      ...(await tellFound(workspace, erasure, found.value, beside.value)),
    });
  };

  /** @param takesFiles whether attached files that say a word go as a whole */
  const erase = async (takesFiles: boolean): Promise<void> => {
    if (state.step !== 'found') return;
    setProblem(undefined);
    const onProgress = (done: number, all: number): void =>
      setState({ step: 'erasing', progress: { done, all } });
    onProgress(0, state.found.length);
    const erased = await eraseAll(workspace, state, takesFiles, onProgress);
    if (erased.ok)
      setState({ step: 'done', places: state.lines.length, held: heldAfter(state, takesFiles) });
    else {
      setProblem(erased.error);
      setState(state);
    }
  };

  const change = (): void => setState({ step: 'asking' });
  return { state, problem, search, stop, erase, change };
};

type Found = Omit<Extract<ErasingState, { readonly step: 'found' }>, 'step'>;

/** All that was found, as staff read it, and what would still hold it afterwards. */
const tellFound = async (
  { ask }: ReturnType<typeof useWorkspace>,
  erasure: Erasure,
  found: readonly FoundIn[],
  { attachments, setAside }: Beside,
): Promise<Found> => {
  const names = await ask(namesQuery(collectionsIn(found)));
  const attached = await ask(attachedQuery(attachments.map(({ hash }) => hash)));
  const closedHashes = new Set(
    attachments.filter(({ finding }) => finding === 'closed').map(({ hash }) => hash),
  );
  const files = attached.filter(({ hash }) => !closedHashes.has(hash));
  const [backups, handed] = await Promise.all([
    backupsThatHold(),
    filesHandedOver(documentsOf(found, files)),
  ]);
  return {
    ...{ erasure, found, files },
    lines: [...placeLines(found, names), ...fileLines(files, names)],
    held: {
      ...{ backups, handed },
      closed: attached.filter(({ hash, name }) => closedHashes.has(hash) && name !== ''),
      setAside: setAside.filter(({ finding }) => finding === 'closed').map(({ name }) => name),
    },
  };
};

const documentsOf = (
  found: readonly FoundIn[],
  files: readonly AttachedFile[],
): readonly DocumentId[] => [
  ...new Set([
    ...found.map(({ document }) => document),
    ...files.flatMap(({ record }) => record?.document ?? []),
  ]),
];

/** A file that staff keep though it says a word is told with the rest. */
const heldAfter = ({ held, files }: Found, takesFiles: boolean): Held =>
  takesFiles ? held : { ...held, closed: [...files, ...held.closed] };

const eraseAll = async (
  { eraser, drafts, flush }: ReturnType<typeof useWorkspace>,
  { erasure, found, files }: Found,
  takesFiles: boolean,
  onProgress: (done: number, all: number) => void,
): Promise<Result<unknown>> => {
  await flush();
  if (drafts.held.get().length > 0) return { ok: false, error: draftsProblem() };
  const taken = takesFiles ? files : files.filter(({ record }) => record === undefined);
  const records = [...erasure.records, ...taken.flatMap(({ record }) => record ?? [])];
  const today = found.filter(({ stamp }) => stamp === undefined);
  return eraser.erase({ ...erasure, records }, documentsOf(today, taken), onProgress, {
    documents: documentsOf(found, []),
    attachments: taken.map(({ hash }) => hash),
  });
};

const draftsProblem = (): Problem => ({
  code: 'invalid-input',
  happened: '入力の途中で、まだ記録になっていないものがあります。',
  safe: '何も消していません。',
  todo: '右上の保存の表示を押して入力を仕上げるか取り消してから、もう一度お試しください。',
});
