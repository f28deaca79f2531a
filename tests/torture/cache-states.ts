import type { Database } from '#data/database.ts';

/** A whole cache, as it stood at some time. */
export type CacheState = ReadonlyMap<string, readonly unknown[]>;

export const readCache = async (database: Database): Promise<CacheState> => {
  const state = new Map<string, readonly unknown[]>();
  await database.transaction('r', database.tables, async () => {
    for (const table of database.tables) state.set(table.name, await table.toArray());
  });
  return state;
};

/** Puts a cache back to what it was, as a power cut or a restored profile does. */
export const writeCache = (database: Database, state: CacheState): Promise<void> =>
  database.transaction('rw', database.tables, async () => {
    for (const table of database.tables) {
      await table.clear();
      await table.bulkPut([...(state.get(table.name) ?? [])]);
    }
  });
