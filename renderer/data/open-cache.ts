import { Database } from './database.ts';

/**
 * Opens the cache for a worker.
 * @param prepare before it is opened
 */
export const openCache = async (
  name: string,
  prepare: (database: Database) => void = () => undefined,
): Promise<Database> => {
  const database = new Database(name);
  prepare(database);
  // Whoever wants a newer one, or none, must not wait for this worker; Dexie need not say so.
  database.on('versionchange', () => {
    database.close();
    return false;
  });
  await database.open();
  return database;
};
