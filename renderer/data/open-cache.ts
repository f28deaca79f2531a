import { Database } from './database.ts';

/** Opens the cache for a worker. */
export const openCache = async (name: string): Promise<Database> => {
  const database = new Database(name);
  // Whoever wants a newer one, or none, must not wait for this worker; Dexie need not say so.
  database.on('versionchange', () => {
    database.close();
    return false;
  });
  await database.open();
  return database;
};
