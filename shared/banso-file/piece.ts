import { z } from 'zod';
import { isHash } from '../backup/manifest.ts';
import { type DeviceId, isId } from '../domain/record/ids.ts';

/*
 * What is made of one document for a hand-over file where Yjs is known, on its way to the process that writes
 * the file: some worker's port gives a piece for each `MORE` that it hears.
 */
export const MORE = 'more';

const count = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** The records of a document as they stand, where its history stays behind. */
const state = z.object({
  update: bytes,
  format: z.int().min(1).max(65_535),
  seen: z
    .array(
      z.object({
        device: z.custom<DeviceId>((value) => typeof value === 'string' && isId(value)),
        seq: count,
        hash: z.string().regex(/^[0-9a-f]{32}$/),
      }),
    )
    .max(10_000)
    .readonly(),
});

export const bansoPiece = z.object({
  /** Its part of the readable copy; one behind the other they are all of it. */
  page: bytes,
  /** Hashes of the attached files that go along. */
  attachments: z.array(z.string().refine(isHash)).max(100_000).readonly(),
  state: state.optional(),
  /** How much was left out for whom the file is. */
  leftOut: count.optional(),
});

export type BansoPiece = Readonly<z.infer<typeof bansoPiece>>;
