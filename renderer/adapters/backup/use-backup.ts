import { useEffect, useState } from 'react';
import type { Loaded } from '#data/records/answers.ts';
import type { BackupState } from '#shared/ipc/backup.ts';
import { invoke, on } from '../host/host.ts';

/** Where backups go and how they went, as main tells it; failed where main could not say, until it does. */
export const useBackupState = (): Loaded<BackupState> => {
  const [state, setState] = useState<Loaded<BackupState>>({ state: 'loading' });
  useEffect(() => {
    let isHeard = false;
    const stop = on('backup', (told) => {
      isHeard = true;
      setState({ state: 'ready', value: told });
    });
    void invoke('backupState', undefined).then((asked) => {
      if (isHeard) return;
      setState(asked.ok ? { state: 'ready', value: asked.value } : { state: 'failed' });
    });
    return stop;
  }, []);
  return state;
};
