import { STOP_IDS, type StopId } from './stop.ts';

/** How far somebody has come: kept on this PC. */
export type Progress = { readonly at: StopId; readonly seen: readonly StopId[] };

const isStop = (value: unknown): value is StopId => STOP_IDS.some((id) => id === value);

/** Whatever was kept, as progress; from the beginning where that is nothing. */
export const restoreProgress = (kept: unknown): Progress => {
  const { at, seen } = (typeof kept === 'object' && kept !== null ? kept : {}) as {
    readonly at?: unknown;
    readonly seen?: unknown;
  };
  return { at: isStop(at) ? at : 'about', seen: Array.isArray(seen) ? seen.filter(isStop) : [] };
};

/** The name under which a case's walk is kept. */
export const walkName = (caseId: string): string => `walk.${caseId}`;

export const isWalked = ({ seen }: Progress): boolean => STOP_IDS.every((id) => seen.includes(id));

/** Goes to a stop; the one that is left counts as seen. */
export const goTo = (progress: Progress, to: StopId): Progress => ({
  at: to,
  seen: STOP_IDS.filter((id) => id === progress.at || progress.seen.includes(id)),
});

export const stopBeside = (at: StopId, step: 1 | -1): StopId | undefined =>
  STOP_IDS[STOP_IDS.indexOf(at) + step];
