import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useSyncExternalStore,
} from 'react';
import { invoke } from '#adapters/host/host.ts';
import type { Settings } from '#shared/ipc/settings.ts';
import type { Result } from '#shared/result.ts';
import type { Catching, Session } from './session-type.ts';

const SessionContext = createContext<Session | undefined>(undefined);

export const SessionProvider = ({
  session,
  children,
}: {
  readonly session: Session;
  readonly children: ReactNode;
}) => <SessionContext value={session}>{children}</SessionContext>;

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no SessionProvider above');
  return session;
};

export const useSettings = (): Settings => {
  const { settings } = useSession();
  return useSyncExternalStore(settings.subscribe, settings.get);
};

export const useCatching = (): Catching => {
  const { catching } = useSession();
  return useSyncExternalStore(catching.subscribe, catching.get);
};

/** Saves settings on this PC; the app goes on with what main has stored. */
export const useSaveSettings = (): ((patch: Partial<Settings>) => Promise<Result<Settings>>) => {
  const { settings } = useSession();
  return useCallback(
    async (patch) => {
      const saved = await invoke('saveSettings', patch);
      if (saved.ok) settings.set(saved.value);
      return saved;
    },
    [settings],
  );
};
