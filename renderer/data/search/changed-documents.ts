import Dexie, { type ObservabilitySet } from 'dexie';
import type { Database } from '../database.ts';

/** Which documents a transaction of any thread has changed; `all` where that cannot be told. */
export type Changed = { readonly documents: ReadonlySet<string>; readonly isAll: boolean };

type Node = {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly l?: Node | null;
  readonly r?: Node | null;
};

/** Of each table that is searched, where in its keys the document stands. */
const PLACES = { leaves: 1, noteTexts: 0 } as const;

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
  const rowParts = Object.entries(PLACES).map(([table, place]) => [part(table), place] as const);
  const listen = (parts: ObservabilitySet): void => {
    const changed = changedIn(parts as Readonly<Record<string, Node>>, rowParts, part('documents'));
    if (changed !== null) hear(changed);
  };
  Dexie.on.storagemutated.subscribe(listen);
  return () => Dexie.on.storagemutated.unsubscribe(listen);
};

const changedIn = (
  parts: Readonly<Record<string, Node>>,
  rowParts: readonly (readonly [string, number])[],
  documentsPart: string,
): Changed | null => {
  if ('all' in parts) return { documents: new Set(), isAll: true };
  const documents = new Set<string>();
  let [isTouched, isVague] = [false, false];
  for (const [name, place] of rowParts) {
    const tree = parts[name];
    if (tree === undefined) continue;
    isTouched = true;
    walk(tree, (from, to) => {
      const [first, last] = [documentOf(from, place), documentOf(to, place)];
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

const documentOf = (key: unknown, place: number): string | undefined => {
  const part: unknown = Array.isArray(key) ? key[place] : undefined;
  return typeof part === 'string' ? part : undefined;
};

const walk = (tree: Node, visit: (from: unknown, to: unknown) => void): void => {
  if (!('from' in tree)) return;
  visit(tree.from, tree.to);
  if (tree.l) walk(tree.l, visit);
  if (tree.r) walk(tree.r, visit);
};
