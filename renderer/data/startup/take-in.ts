import type { DocumentId } from '#shared/documents/document-id.ts';
import type { SourceName } from '#shared/ipc/logs.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';
import type { Integrate, Integration } from '../journal/integrate.ts';
import type { Adopt } from './adopting.ts';
import { inSteps } from './in-steps.ts';

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

type TakenIn = Pick<Integration, 'problems' | 'isForeign'>;

type Dependencies = {
  /** Resolves when the logs of the start were read. */
  readonly begin: Promise<unknown>;
  /** Is tried first: what is new here gives the window nothing to do. */
  readonly adopt: Adopt;
  readonly integrate: Integrate;
  /** Waits until the screens are at rest: what is here already is merged in the window. */
  readonly pause: () => Promise<void>;
  readonly report: (problem: Problem) => void;
  readonly onForeign: (document: DocumentId) => void;
  /** An older copy still has what was erased here, or says itself what was erased there. */
  readonly carryOut: (document: DocumentId) => Promise<void>;
};

/** While one is written to the cache the next ones are read. */
const SIDE_BY_SIDE = 6;

const A_FEW = 8;

export type TakingIn = {
  readonly takeIn: TakeIn;
  /** Whether many documents are still to be written to the cache. */
  readonly isCrowded: () => boolean;
};

export const createTakeIn = (dependencies: Dependencies): TakingIn => {
  const { begin, adopt, integrate, pause, report, onForeign, carryOut } = dependencies;
  let left = 0;
  const takeIn: TakeIn = async (files, onProgress) => {
    await begin;
    left += files.length;
    let isWhole = true;
    let done = 0;
    const waiting = [...files];
    const tell = inSteps(onProgress);
    const takeOne = async ({ document, sources }: NewFiles): Promise<Result<TakenIn>> => {
      const adopted = await adopt(document, sources, true);
      if (adopted !== undefined) return ok(adopted);
      await pause();
      return integrate(document, sources, []);
    };
    const work = async (): Promise<void> => {
      for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) {
        const result = await takeOne(each);
        if (!result.ok) report(result.error);
        else {
          for (const problem of result.value.problems) report(problem);
          if (result.value.isForeign) onForeign(each.document);
          await carryOut(each.document);
        }
        isWhole &&= result.ok && result.value.problems.length === 0;
        done += 1;
        left -= 1;
        tell(done, files.length);
      }
    };
    tell(0, files.length);
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
    return isWhole;
  };
  return { takeIn, isCrowded: () => left > A_FEW };
};
