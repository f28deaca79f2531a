import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Desk } from '../support/desk.ts';
import type { Chance } from './chance.ts';
import { beginningOf, pathOf, write } from './damage.ts';
import { filesOn, readCopy } from './holdings.ts';

/**
 * Brings log files of one desk to another, as a folder that somebody copies now and then: some are
 * missing, some are old, some are others'. Nobody's own file is ever written over.
 * @returns whether anything older than what was there came in its place
 */
export const bringSome = async (
  from: Desk,
  to: Desk,
  documents: readonly DocumentId[],
  chance: Chance,
  mayBeStale: boolean,
): Promise<boolean> => {
  let isStale = false;
  for (const document of documents) {
    for (const copy of await filesOn(from, document)) {
      const isOwn = copy.source === (from.device as string);
      if (copy.source === (to.device as string) || chance.happens(isOwn ? 0.2 : 0.6)) continue;
      const stale = mayBeStale && copy.bytes.length > 0 && chance.happens(0.3);
      if (stale) isStale = true;
      const bytes = stale ? beginningOf(document, copy, chance) : copy.bytes;
      await write(pathOf(to, document, copy.source), bytes);
    }
  }
  return isStale;
};

/**
 * Brings everything everywhere: each desk's own file to all others, and of files that nobody writes any
 * more the one with most to say.
 */
export const bringAll = async (
  desks: readonly Desk[],
  documents: readonly DocumentId[],
): Promise<void> => {
  const owners = new Map(desks.map((desk) => [desk.device as string, desk]));
  for (const document of documents) {
    const best = new Map<string, { readonly bytes: Uint8Array; readonly rank: number }>();
    for (const desk of desks) {
      for (const copy of await filesOn(desk, document)) {
        const owner = owners.get(copy.source);
        if (owner !== undefined && owner !== desk) continue;
        const { frames, damage } = readCopy(document, copy);
        const rank = frames.length * 2 + (damage.length === 0 ? 1 : 0);
        if (rank > (best.get(copy.source)?.rank ?? -1)) {
          best.set(copy.source, { bytes: copy.bytes, rank });
        }
      }
    }
    for (const [source, { bytes }] of best) {
      for (const desk of desks) {
        if (desk.device !== source) await write(pathOf(desk, document, source), bytes);
      }
    }
  }
};
