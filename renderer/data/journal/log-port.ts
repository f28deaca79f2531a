import type {
  AppendAnswer,
  AppendGroup,
  EraseAnswer,
  EraseRequest,
  LogFiles,
  LogPart,
  LogRequest,
} from '#shared/ipc/logs.ts';
import type { Result } from '#shared/result.ts';

/** The logs as the data core needs them; the app gives it main's, a test gives it files of its own. */
export type LogPort = {
  readonly heads: () => Promise<Result<LogFiles>>;
  readonly read: (request: LogRequest) => Promise<Result<LogPart>>;
  readonly append: (groups: readonly AppendGroup[]) => Promise<Result<readonly AppendAnswer[]>>;
  /** Rewrites files of a document without what is erased for good. */
  readonly erase: (request: EraseRequest) => Promise<Result<EraseAnswer>>;
};
