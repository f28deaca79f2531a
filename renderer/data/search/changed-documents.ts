import Dexie, { type ObservabilitySet } from 'dexie';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import type { Database } from '../database.ts';

/** Which documents a transaction of any thread has changed; `all` where that cannot be told. */
export type Changed = { readonly documents: ReadonlySet<string>; readonly isAll: boolean };

type Node = {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly l?: Node | null;
  readonly r?: Node | null;
};

const ROW_TABLES: readonly string[] = [...COLLECTIONS.map(({ name }) => name), 'noteTexts'];

/**
 * Hears of each transaction that has written rows or notes, whoever made it: Dexie tells all threads the keys
 * that were written. Of fifty rows or more in one table it tells none, but such a write always names its
 * document in `documents`.
 */
export const watchChanges = (
  database: Database,
  hear: (changed: Changed) => void,
): (() => void) => {
  const part = (table: string): string => `idb://${database.name}/${table}/`;
  const rowParts = ROW_TABLES.map(part);
  const listen = (parts: ObservabilitySet): void => {
    const changed = changedIn(parts as Readonly<Record<string, Node>>, rowParts, part('documents'));
    if (changed !== null) hear(changed);
  };
  Dexie.on.storagemutated.subscribe(listen);
  return () => Dexie.on.storagemutated.unsubscribe(listen);
};

const changedIn = (
  parts: Readonly<Record<string, Node>>,
  rowParts: readonly string[],
  documentsPart: string,
): Changed | null => {
  if ('all' in parts) return { documents: new Set(), isAll: true };
  const documents = new Set<string>();
  let [isTouched, isVague] = [false, false];
  for (const name of rowParts) {
    const tree = parts[name];
    if (tree === undefined) continue;
    isTouched = true;
    walk(tree, (from, to) => {
      const [first, last] = [documentOf(from), documentOf(to)];
      if (first !== undefined && first === last) documents.add(first);
      else isVague = true;
    });
  }
  if (!isTouched) return null;
  if (!isVague) return documents.size === 0 ? null : { documents, isAll: false };
  const named = parts[documentsPart];
  let isAll = named === undefined;
  if (named !== undefined) {
    walk(named, (from, to) => {
      if (typeof from === 'string' && from === to) documents.add(from);
      else isAll = true;
    });
  }
  return { documents, isAll };
};

/** Rows have `[document, id]` for a key. */
const documentOf = (key: unknown): string | undefined => {
  const first: unknown = Array.isArray(key) ? key[0] : undefined;
  return typeof first === 'string' ? first : undefined;
};

const walk = (tree: Node, visit: (from: unknown, to: unknown) => void): void => {
  if (!('from' in tree)) return;
  visit(tree.from, tree.to);
  if (tree.l) walk(tree.l, visit);
  if (tree.r) walk(tree.r, visit);
};
