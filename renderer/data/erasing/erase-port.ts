import type { AsideLog, AsideRequest, ErasedTraces, ErasePlan } from '#shared/ipc/erasing.ts';
import type { LogPart } from '#shared/ipc/logs.ts';
import type { Result } from '#shared/result.ts';

/** What erasing for good needs beside the logs; the app gives it main's, a test gives it files of its own. */
export type ErasePort = {
  /** An erasing that an earlier run had begun; null where there is none. */
  readonly readPlan: () => Promise<Result<ErasePlan | null>>;
  /** Keeps it durably; null when it has ended. */
  readonly keepPlan: (plan: ErasePlan | null) => Promise<Result<null>>;
  /** Has the next start throw the cache away, which holds what is erased. */
  readonly forgetCache: () => Promise<Result<null>>;
  /** Removes what lies beside the logs and holds it. */
  readonly clearTraces: (traces: ErasedTraces) => Promise<Result<null>>;
  /** Logs that restores have moved aside. */
  readonly asideLogs: () => Promise<Result<readonly AsideLog[]>>;
  readonly readAside: (request: AsideRequest) => Promise<Result<LogPart>>;
  /**
   * All that was erased in them is erased in what took their place.
   * @param files attached files that nobody names any more since: they go
   */
  readonly settleAsides: (files: readonly string[]) => Promise<Result<null>>;
};
