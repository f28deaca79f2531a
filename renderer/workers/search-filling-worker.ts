import { Database } from '#data/database.ts';
import { fillShelves } from '#data/search/fill.ts';
import { parcelOf } from '#data/search/parcel.ts';
import type { FillingMessage, FillingNews } from './search/messages.ts';

/**
 * Fills the shelves for the search worker, and ends: what reading and folding leave behind, several times as
 * much as the shelves, ends with it.
 */
const tell = (news: FillingNews): void =>
  self.postMessage(news, { transfer: news.kind === 'filled' ? [news.parcel.letters.buffer] : [] });

self.onmessage = async ({ data }: MessageEvent<FillingMessage>) => {
  if (data.kind === 'back') return;
  const database = new Database(data.cache);
  database.on('versionchange', () => {
    database.close();
    tell({ kind: 'failed' });
  });
  try {
    await database.open();
    await fillShelves(database, (filled) => tell({ kind: 'filled', parcel: parcelOf(filled) }));
    database.close();
    tell({ kind: 'done' });
  } catch {
    tell({ kind: 'failed' });
  }
};
