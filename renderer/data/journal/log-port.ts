import type { DocumentId } from '#shared/documents/document-id.ts';
import type { DeviceId } from '#shared/domain/ids.ts';
import type { Append, AppendOutcome, LogHead, LogPart } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/result.ts';

/** The logs as the data core needs them; the app gives it main's, a test gives it files of its own. */
export type LogPort = {
  readonly heads: () => Promise<Result<readonly LogHead[]>>;
  readonly read: (
    document: DocumentId,
    device: DeviceId,
    after: number,
  ) => Promise<Result<LogPart>>;
  readonly append: (entries: readonly Append[]) => Promise<Result<AppendOutcome>>;
};
