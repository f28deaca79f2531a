import { useEffect, useState } from 'react';
import type { BackupState } from '#shared/ipc/backup.ts';
import { invoke, on } from '../host/host.ts';

/** Where backups go and how they went, as main tells it; undefined until it is known. */
export const useBackupState = (): BackupState | undefined => {
  const [state, setState] = useState<BackupState>();
  useEffect(() => {
    let isHeard = false;
    const stop = on('backup', (told) => {
      isHeard = true;
      setState(told);
    });
    void invoke('backupState', undefined).then((asked) => {
      if (asked.ok && !isHeard) setState(asked.value);
    });
    return stop;
  }, []);
  return state;
};
