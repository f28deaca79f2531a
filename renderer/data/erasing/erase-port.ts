import type { ErasedTraces, ErasePlan } from '#shared/ipc/erasing.ts';
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
};
