import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Head } from '#shared/documents/frame.ts';
import type { DeviceId } from '#shared/domain/ids.ts';
import type { Problem } from '#shared/result.ts';
import type { LogPort } from '../journal/log-port.ts';
import { healedProblem } from './problems.ts';

type VerifyDependencies = {
  readonly port: LogPort;
  readonly device: DeviceId;
  readonly heads: ReadonlyMap<DocumentId, Head>;
  readonly appendCheckpoint: (document: DocumentId) => Promise<void>;
  readonly report: (problem: Problem) => void;
  /** Waits between two files, so that reading them all never slows the screens. */
  readonly pause: () => Promise<void>;
};

/**
 * Reads every log of ours once, behind the screens: equal heads do not show damage in a file's middle.
 * The cache still holds what the damage hides, so a checkpoint heals it.
 */
export const verifyLogs = async (dependencies: VerifyDependencies): Promise<void> => {
  const { port, device, heads, appendCheckpoint, report, pause } = dependencies;
  for (const [document, head] of heads) {
    await pause();
    const part = await port.read(document, device, head.seq);
    if (!part.ok || part.value.damage.length === 0) continue;
    await appendCheckpoint(document);
    report(healedProblem());
  }
};
