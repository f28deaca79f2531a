import { z } from 'zod';
import { isHash, isLogFolder, isLogName } from '#shared/backup/manifest.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { LOGS } from '../backup/scan-records.ts';

/*
 * What is taken in is unpacked beside the records and takes its place by renames. Below the records folder:
 *   incoming/                what was unpacked, until it is taken in or put aside
 *   incoming/plan.json       written when staff have said yes; it alone makes the rest valid
 *   imports/<stamp>.json     what an import has changed, so that it can be undone
 */
export const INCOMING = 'incoming';
export const IMPORTS = 'imports';
export const INCOMING_PLAN = 'plan.json';

const STAMP = /^\d{8}T\d{9}Z$/;

/** The time as a name: sorted by name, imports are sorted by time. */
export const stampOf = (at: number): string => new Date(at).toISOString().replaceAll(/[-:.]/g, '');

export const stampOfName = (name: string): string | undefined => {
  const stamp = name.slice(0, -'.json'.length);
  return name.endsWith('.json') && STAMP.test(stamp) ? stamp : undefined;
};

const isPlace = (place: string): boolean => {
  const [first, second = '', third, ...more] = place.split('/');
  if (more.length > 0) return false;
  if (first === LOGS) return isLogFolder(second) && third !== undefined && isLogName(third);
  return first === ATTACHMENTS_FOLDER && isHash(second) && third === undefined;
};

const place = z.string().refine(isPlace);

const planSchema = z.object({
  kind: z.literal('banso-incoming'),
  /** Each file's path below `incoming/`, and the one that it gets below the records folder. */
  moves: z
    .array(z.object({ from: place, to: place }))
    .max(1_000_000)
    .readonly(),
});

export type IncomingPlan = Readonly<z.infer<typeof planSchema>>;

export const readIncomingPlan = (value: unknown): IncomingPlan | undefined =>
  planSchema.safeParse(value).data;

const length = z.object({
  name: z.string().refine(isLogName),
  bytes: z.int().min(0),
  /** How often the file had been rewritten as a whole. */
  generation: z.int().min(0),
});

const recordSchema = z.object({
  kind: z.literal('banso-import'),
  /** When it was taken in, when the file was made, and by whom. */
  at: z.number(),
  made: z.number(),
  by: z.string(),
  documents: z
    .array(
      z.object({
        folder: z.string().refine(isLogFolder),
        title: z.string(),
        /** How long each log was before, and is since. */
        before: z.array(length).readonly(),
        after: z.array(length).readonly(),
      }),
    )
    .readonly(),
  /** It was undone by edits: what those set back is offered again by the next import. */
  isUndone: z.boolean().optional(),
});

/** What one import has changed. */
export type ImportRecord = Readonly<z.infer<typeof recordSchema>>;

export const readImportRecord = (value: unknown): ImportRecord | undefined =>
  recordSchema.safeParse(value).data;
