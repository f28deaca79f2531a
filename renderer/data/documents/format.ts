import type * as Y from 'yjs';
import { FORMAT } from '#shared/domain/schema.ts';
import type { Problem } from '#shared/result.ts';
import { META, META_FORMAT } from './keys.ts';

/** The format number that a document carries; 0 for one that nobody has written to yet. */
export const formatOf = (doc: Y.Doc): number => {
  const value = doc.getMap(META).get(META_FORMAT);
  return typeof value === 'number' ? value : 0;
};

/** Whether this version of the app may write the document. */
export const isNewer = (format: number): boolean => format > FORMAT;

/** Marks a document that this version writes to; outside undo, since it is no edit of anybody's. */
export const stampFormat = (doc: Y.Doc, origin: unknown): void => {
  if (formatOf(doc) >= FORMAT) return;
  doc.transact(() => doc.getMap(META).set(META_FORMAT, FORMAT), origin);
};

export const newerFormatProblem = (): Problem => ({
  code: 'newer-format',
  happened: 'この記録は、新しい版の伴走ノートで書かれています。',
  safe: '記録はそのまま残っています。この版では書きかえません。',
  todo: '伴走ノートを新しい版にしてから開いてください。',
});
