import { useCallback, useEffect, useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import type { BackupSource, BackupState, GenerationList } from '#shared/ipc/backup.ts';
import type { Result } from '#shared/result.ts';

export type Generations = {
  readonly source: BackupSource | undefined;
  readonly sources: readonly BackupSource[];
  /** Undefined while the folder is looked through. */
  readonly list: Result<GenerationList> | undefined;
  readonly choose: (source: BackupSource) => void;
  /** Asks for a folder, whatever is backed up to. */
  readonly open: () => Promise<void>;
  /** The folder that was asked for is sealed. */
  readonly isLocked: boolean;
  /** Opens it by its passphrase. */
  readonly unlock: (passphrase: string) => Promise<Result<unknown>>;
  readonly giveUp: () => void;
};

/** The generations of the folder that is looked at: a target, or one that was opened. */
export const useGenerations = (
  state: BackupState,
  onProblem: (result: Result<unknown>) => void,
): Generations => {
  const [wanted, setWanted] = useState<BackupSource>();
  const [isOpened, setIsOpened] = useState(false);
  const [isLocked, setIsLocked] = useState(false);
  const [list, setList] = useState<Result<GenerationList>>();
  const sources: readonly BackupSource[] = [
    ...state.targets.map(({ place }) => place),
    ...(isOpened ? (['opened'] as const) : []),
  ];
  const source = wanted !== undefined && sources.includes(wanted) ? wanted : sources[0];
  // A backup that has ended has added one, or taken away what had its time.
  const target = state.targets.find(({ place }) => place === source);
  const version = `${target?.path} ${target?.lastAt}`;

  useEffect(() => {
    if (source === undefined) return;
    let isWanted = version !== '';
    setList(undefined);
    void invoke('listGenerations', { source }).then((answer) => {
      if (isWanted) setList(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [source, version]);

  const look = useCallback(async (passphrase: string) => {
    const answer = await invoke('openBackup', { passphrase, again: passphrase !== '' });
    if (!answer.ok || answer.value === null) return answer;
    setIsOpened(true);
    setWanted('opened');
    setList({ ok: true, value: answer.value });
    return answer;
  }, []);
  const open = useCallback(async () => {
    const answer = await look('');
    if (answer.ok) return;
    if (answer.error.code === 'locked') setIsLocked(true);
    else onProblem(answer);
  }, [look, onProblem]);
  const giveUp = useCallback(() => setIsLocked(false), []);

  return { source, sources, list, choose: setWanted, open, isLocked, unlock: look, giveUp };
};
