import { z } from 'zod';
import { isFileHash } from '../domain/attachment/file-kind.ts';
import type { Problem } from '../result.ts';

/** A file whose bytes now lie in the records folder. */
export type TakenFile = { readonly name: string; readonly size: number; readonly hash: string };

/** What became of files that were given: each is taken, or told. */
export type TakenFiles = {
  readonly taken: readonly TakenFile[];
  readonly refused: readonly Problem[];
};

/** What is asked for: any files, or pictures that a note can show. */
export const chosenKind = z.enum(['files', 'pictures']);
export type ChosenKind = z.infer<typeof chosenKind>;

const hash = z.string().refine(isFileHash);

/** A file of the records folder, and the name under which a record has it. */
export const namedFile = z.object({ hash, name: z.string().max(400) });
export type NamedFile = z.infer<typeof namedFile>;

export const fileHashes = z.array(hash).max(10_000);

/** Of files that were looked for: those that are not as they were attached. */
export type LostFiles = {
  readonly missing: readonly string[];
  readonly altered: readonly string[];
};
