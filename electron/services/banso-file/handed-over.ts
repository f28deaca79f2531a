import path from 'node:path';
import { z } from 'zod';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { isDocumentId } from '#shared/documents/document-id.ts';
import type { HandedOver } from '#shared/ipc/erasing.ts';
import { says } from '#shared/text/sought-words.ts';
import { readJsonAt, writeJsonAt } from './json-at.ts';

/*
 * Which hand-over files were made on this PC, when and where: who erases something for good is told which of
 * them still hold it. No file is ever looked for there, and what a case is called is not written down.
 */
const NAME = 'handed-over.json';
/** The oldest go first. */
const MOST = 500;

const schema = z.array(
  z.object({
    at: z.number(),
    path: z.string(),
    documents: z.array(
      z.custom<DocumentId>((value) => typeof value === 'string' && isDocumentId(value)),
    ),
  }),
);

/** Files that were made, the latest first; none where the list cannot be read. @throws the system's error */
export const readHandedOver = async (settings: string): Promise<readonly HandedOver[]> =>
  schema.safeParse(await readJsonAt(path.join(settings, NAME), settings)).data ?? [];

/** @throws the system's error */
export const rememberHandedOver = async (settings: string, made: HandedOver): Promise<void> => {
  const before = await readHandedOver(settings);
  const others = before.filter((each) => each.path !== made.path);
  await writeJsonAt(path.join(settings, NAME), settings, [made, ...others].slice(0, MOST));
};

/** A place whose name says what is erased is forgotten; that a file was made is not. @throws the system's error */
export const forgetPlaces = async (settings: string, pattern: RegExp): Promise<void> => {
  const before = await readHandedOver(settings);
  if (!before.some((each) => says(pattern, each.path))) return;
  const after = before.map((each) => (says(pattern, each.path) ? { ...each, path: '' } : each));
  await writeJsonAt(path.join(settings, NAME), settings, after);
};
