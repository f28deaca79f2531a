import { useEffect, useState } from 'react';
import type { BackupState } from '#shared/ipc/backup.ts';
import { invoke, on } from '../host/host.ts';

/** What main was asked for. */
type Told<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly value: T };

/** Where backups go and how they went, as main tells it; failed where main could not say, until it does. */
export const useBackupState = (): Told<BackupState> => {
  const [state, setState] = useState<Told<BackupState>>({ state: 'loading' });
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
