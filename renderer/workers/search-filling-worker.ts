import { Database } from '#data/database.ts';
import { fillShelves } from '#data/search/fill.ts';
import type { FillingNews } from './search/messages.ts';

/**
 * Fills the shelves for the search worker, and ends: what reading and folding leave behind, several times as
 * much as the shelves, ends with it.
 */
const tell = (news: FillingNews): void => self.postMessage(news);

self.onmessage = async ({ data }: MessageEvent<string>) => {
  const database = new Database(data);
  database.on('versionchange', () => {
    database.close();
    tell({ kind: 'failed' });
  });
  try {
    await database.open();
    await fillShelves(database, (filled) => tell({ kind: 'filled', filled }));
    database.close();
    tell({ kind: 'done' });
  } catch {
    tell({ kind: 'failed' });
  }
};
