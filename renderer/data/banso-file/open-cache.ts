import { Database } from '../database.ts';

/** Opens the cache for a worker that only reads it. */
export const openCache = async (name: string): Promise<Database> => {
  const database = new Database(name);
  // Whoever wants a newer one must not wait for this worker.
  database.on('versionchange', () => database.close());
  await database.open();
  return database;
};
