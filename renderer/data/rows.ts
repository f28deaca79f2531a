import type { Table } from 'dexie';
import type { CollectionName } from '#shared/domain/record/ids.ts';

/** A row of any collection; `[document, id]` is its key, so no document can overwrite another's. */
export type StoredRow = { readonly document: string; readonly id: string } & Readonly<
  Record<string, unknown>
>;

/**
 * Some rows of one document and collection, stored as one: the store takes ten times as long for each row by
 * itself. A leaf holds the rows whose ids are not below `first`, up to the next leaf's.
 */
export type Leaf = {
  readonly collection: CollectionName;
  readonly document: string;
  /** '' of a document's first leaf. */
  readonly first: string;
  /** In the order of their ids. */
  readonly rows: readonly StoredRow[];
  /** What its rows are found by (`refOf`), each once. */
  readonly refs?: readonly string[] | undefined;
};

export type LeafTable = Table<Leaf, [CollectionName, string, string]>;

/** Key and indexes of the table of leaves. */
export const LEAVES = '[collection+document+first], *refs';

type Key = readonly [document: string, id: string];

/** The rows of one collection, of all documents. */
export type Rows = {
  readonly get: (key: Key) => Promise<StoredRow | undefined>;
  /** In the order of the keys. */
  readonly bulkGet: (keys: readonly Key[]) => Promise<readonly (StoredRow | undefined)[]>;
  readonly of: (document: string) => Promise<readonly StoredRow[]>;
  /** Of all documents from one to another, both included. */
  readonly between: (first: string, last: string) => Promise<readonly StoredRow[]>;
  readonly toArray: () => Promise<readonly StoredRow[]>;
  readonly count: () => Promise<number>;
  /** Rows whose field, one of `INDEXED`, has a value. */
  readonly where: (field: string, value: string | number) => Promise<readonly StoredRow[]>;
  readonly put: (row: StoredRow) => Promise<void>;
  /** @returns the rows that stood there before */
  readonly bulkPut: (rows: readonly StoredRow[]) => Promise<readonly StoredRow[]>;
  readonly bulkDelete: (keys: readonly Key[]) => Promise<readonly StoredRow[]>;
};

/** Fields by whose values rows are found over all documents. Of `deletedAt`, see `binned`. */
const INDEXED: Partial<Record<CollectionName, readonly string[]>> = {
  cases: ['fiscalYear', 'municipalityCode'],
  figures: ['municipality'],
  // Where somebody was, over all cases.
  attendances: ['person', 'organization'],
  programmeItems: ['person'],
  caseSupporters: ['person', 'organizationId'],
  // Whose cases they are.
  assignments: ['staff'],
  posts: ['person', 'organization'],
  // What was merged into a record.
  people: ['mergedInto'],
  organizations: ['mergedInto'],
  themes: ['mergedInto'],
};

/** A leaf of so many is split; its parts have room for half as many more. */
const MOST = 48;
const SPLIT = 32;
/** Of more rows than that, all leaves of their document are read at once. */
const FEW = 3;

const BIN = 'bin ';

export const rowsIn = (leaves: LeafTable, collection: CollectionName): Rows => {
  const indexed = INDEXED[collection] ?? [];

  const leavesOf = (document: string): Promise<readonly Leaf[]> =>
    leaves.where('[collection+document]').equals([collection, document]).toArray();
  const leafOf = async ([document, id]: Key): Promise<readonly Leaf[]> => {
    const leaf = await leaves
      .where('[collection+document+first]')
      .between([collection, document, ''], [collection, document, id], true, true)
      .last();
    return leaf === undefined ? [] : [leaf];
  };
  /** The leaves that may hold some rows of a document. */
  const leavesWith = async (document: string, ids: readonly string[]): Promise<readonly Leaf[]> => {
    if (ids.length > FEW) return leavesOf(document);
    const found = await Promise.all(ids.map((id) => leafOf([document, id])));
    return [...new Map(found.flat().map((leaf) => [leaf.first, leaf])).values()];
  };

  const bulkGet: Rows['bulkGet'] = async (keys) => {
    const found = new Map<string, StoredRow>();
    await Promise.all(
      [...idsByDocument(keys)].map(async ([document, ids]) => {
        for (const row of (await leavesWith(document, ids)).flatMap(({ rows }) => rows)) {
          found.set(`${document} ${row.id}`, row);
        }
      }),
    );
    return keys.map(([document, id]) => found.get(`${document} ${id}`));
  };

  /** Changes rows of one document; undefined takes one away. Returns those that stood there. */
  const write = async (
    document: string,
    changes: ReadonlyMap<string, StoredRow | undefined>,
  ): Promise<readonly StoredRow[]> => {
    const before = (await leavesWith(document, [...changes.keys()])).toSorted(byFirst);
    const byLeaf = new Map<Leaf | undefined, [string, StoredRow | undefined][]>();
    for (const change of changes) {
      const leaf = before.findLast(({ first }) => first <= change[0]);
      byLeaf.set(leaf, [...(byLeaf.get(leaf) ?? []), change]);
    }
    const made: Leaf[] = [];
    const gone: [CollectionName, string, string][] = [];
    for (const [leaf, own] of byLeaf) {
      const rows = new Map(leaf?.rows.map((row) => [row.id, row]));
      for (const [id, row] of own) {
        if (row === undefined) rows.delete(id);
        else rows.set(id, row);
      }
      const first = leaf?.first ?? '';
      if (rows.size === 0) gone.push([collection, document, first]);
      else made.push(...leavesFrom(collection, document, [...rows.values()], first));
    }
    if (gone.length > 0) await leaves.bulkDelete(gone);
    if (made.length > 0) await leaves.bulkPut(made);
    return rowsOfLeaves(before).filter(({ id }) => changes.has(id));
  };

  const writeAll = (keys: readonly Key[], rows: readonly (StoredRow | undefined)[]) =>
    leaves.db.transaction('rw', leaves, async () => {
      const changes = new Map<string, Map<string, StoredRow | undefined>>();
      for (const [at, [document, id]] of keys.entries()) {
        const own = changes.get(document) ?? new Map<string, StoredRow | undefined>();
        changes.set(document, own.set(id, rows[at]));
      }
      const before: StoredRow[] = [];
      for (const [document, own] of changes) before.push(...(await write(document, own)));
      return before;
    });
  const bulkPut: Rows['bulkPut'] = (rows) =>
    writeAll(
      rows.map(({ document, id }) => [document, id]),
      rows,
    );

  /** A key stands before all that begin with it; an empty list stands behind every name. */
  const within = async (
    lower: readonly string[],
    upper: readonly string[],
  ): Promise<readonly StoredRow[]> => {
    const range = leaves
      .where('[collection+document+first]')
      .between([collection, ...lower], [collection, ...upper, []], true, true);
    return rowsOfLeaves(await range.toArray());
  };
  const toArray = (): Promise<readonly StoredRow[]> => within([], []);

  return {
    get: async (key) => (await leafOf(key))[0]?.rows.find(({ id }) => id === key[1]),
    bulkGet,
    of: async (document) => rowsOfLeaves(await leavesOf(document)),
    between: (first, last) => within([first], [last]),
    toArray,
    count: async () => (await toArray()).length,
    where: async (field, value) => {
      if (!indexed.includes(field)) throw new Error(`${collection} are not found by ${field}`);
      const found = await leaves
        .where('refs')
        .equals(refOf(collection, field, value))
        .toArray();
      return rowsOfLeaves(found).filter((row) => row[field] === value);
    },
    put: async (row) => {
      await bulkPut([row]);
    },
    bulkPut,
    bulkDelete: (keys) => writeAll(keys, []),
  };
};

/** All rows of one document and collection as leaves. */
export const leavesFrom = (
  collection: CollectionName,
  document: string,
  rows: readonly StoredRow[],
  first = '',
): readonly Leaf[] => {
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const size = sorted.length > MOST ? SPLIT : MOST;
  const made: Leaf[] = [];
  for (let at = 0; at < sorted.length; at += size) {
    const own = sorted.slice(at, at + size);
    const refs = refsOf(collection, own);
    const begin = at === 0 ? first : (own[0]?.id ?? first);
    const leaf: Leaf = { collection, document, first: begin, rows: own };
    made.push(refs.length === 0 ? leaf : { ...leaf, refs });
  }
  return made;
};

/** Rows of all collections that were put into the bin within a time. */
export const binnedRows = async (
  leaves: LeafTable,
  { from, below }: { readonly from: string; readonly below: string },
): Promise<readonly { readonly collection: CollectionName; readonly row: StoredRow }[]> => {
  const found = await leaves
    .where('refs')
    .between(`${BIN}${from}`, `${BIN}${below}`, true, false)
    .distinct()
    .toArray();
  return found.flatMap(({ collection, rows }) =>
    rows
      .filter(({ deletedAt }) => String(deletedAt) >= from && String(deletedAt) < below)
      .map((row) => ({ collection, row })),
  );
};

const rowsOfLeaves = (leaves: readonly Leaf[]): readonly StoredRow[] =>
  leaves.flatMap(({ rows }) => rows);

const byFirst = (a: Leaf, b: Leaf): number => (a.first < b.first ? -1 : 1);

const refOf = (collection: CollectionName, field: string, value: unknown): string =>
  `${collection}.${field} ${value}`;

const refsOf = (collection: CollectionName, rows: readonly StoredRow[]): readonly string[] => {
  const refs = new Set<string>();
  for (const row of rows) {
    for (const field of INDEXED[collection] ?? []) {
      const value = row[field];
      if (typeof value === 'string' || typeof value === 'number')
        refs.add(refOf(collection, field, value));
    }
    if (row.deletedAt !== '') refs.add(`${BIN}${row.deletedAt}`);
  }
  return [...refs];
};

const idsByDocument = (keys: readonly Key[]): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>();
  for (const [document, id] of keys) {
    const own = ids.get(document);
    if (own === undefined) ids.set(document, [id]);
    else own.push(id);
  }
  return ids;
};
