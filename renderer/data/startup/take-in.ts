import type { DocumentId } from '#shared/documents/document-id.ts';
import type { SourceName } from '#shared/ipc/logs.ts';
import type { Problem } from '#shared/result.ts';
import type { Integrate } from '../journal/integrate.ts';

/** Log files of one document that are new, or longer than they were. */
export type NewFiles = {
  readonly document: DocumentId;
  readonly sources: readonly SourceName[];
};

/** @returns whether all of them could be read; what could not is told, and read by the next start */
export type TakeIn = (
  files: readonly NewFiles[],
  onProgress: (done: number, all: number) => void,
) => Promise<boolean>;

type Dependencies = {
  /** Resolves when the logs of the start were read. */
  readonly begin: Promise<unknown>;
  readonly integrate: Integrate;
  readonly report: (problem: Problem) => void;
  readonly onForeign: (document: DocumentId) => void;
  /** An older copy still has what was erased here, or says itself what was erased there. */
  readonly carryOut: (document: DocumentId) => Promise<void>;
};

export const createTakeIn =
  ({ begin, integrate, report, onForeign, carryOut }: Dependencies): TakeIn =>
  async (files, onProgress) => {
    await begin;
    let isWhole = true;
    for (const [index, { document, sources }] of files.entries()) {
      onProgress(index, files.length);
      const result = await integrate(document, sources, []);
      if (!result.ok) report(result.error);
      else {
        for (const problem of result.value.problems) report(problem);
        if (result.value.isForeign) onForeign(document);
        await carryOut(document);
      }
      isWhole &&= result.ok && result.value.problems.length === 0;
    }
    onProgress(files.length, files.length);
    return isWhole;
  };
