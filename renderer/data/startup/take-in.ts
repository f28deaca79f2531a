import type { DocumentId } from '#shared/documents/document-id.ts';
import type { SourceName } from '#shared/ipc/logs.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';
import type { Integrate } from '../journal/integrate.ts';

/** Log files of one document that are new, or longer than they were. */
export type NewFiles = {
  readonly document: DocumentId;
  readonly sources: readonly SourceName[];
};

/** What a document brought that is new here, and that was put into the cache beside the window. */
export type Adopting = { readonly problems: readonly Problem[]; readonly isForeign: boolean };

/**
 * Puts a document into the cache that is not in it.
 * @returns nothing where it is in the cache already, or could not be put there
 */
export type Adopt = (files: NewFiles) => Promise<Adopting | undefined>;

/**
 * @param adopt is tried first
 * @returns whether all of them could be read; what could not is told, and read by the next start
 */
export type TakeIn = (
  files: readonly NewFiles[],
  onProgress: (done: number, all: number) => void,
  adopt?: Adopt,
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

/** While one is written to the cache the next ones are read. */
const SIDE_BY_SIDE = 6;

export const createTakeIn =
  ({ begin, integrate, report, onForeign, carryOut }: Dependencies): TakeIn =>
  async (files, onProgress, adopt) => {
    await begin;
    let isWhole = true;
    let done = 0;
    const waiting = [...files];
    const takeOne = async (each: NewFiles): Promise<Result<Adopting>> => {
      const adopted = await adopt?.(each);
      return adopted === undefined ? integrate(each.document, each.sources, []) : ok(adopted);
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
        onProgress(done, files.length);
      }
    };
    onProgress(0, files.length);
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
    return isWhole;
  };
