import { Database } from '#data/database.ts';
import type { LogPort } from '#data/journal/log-port.ts';
import type { Filled } from '#data/search/fill.ts';
import { type Library, openLibrary } from '#data/search/library.ts';
import { type Parcel, unpacked } from '#data/search/parcel.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { LogPart } from '#shared/ipc/logs.ts';
import type { Result } from '#shared/result.ts';
import type { FillingMessage, FillingNews, SearchMessage, SearchNews } from './search/messages.ts';

/** Searches apart from the screens, in a cache that it opens itself. */
let library: Library | undefined;

const tell = (news: SearchNews): void => self.postMessage(news);

const fillApart = (cache: string, hand: (filled: Filled) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./search-filling-worker.ts', import.meta.url), {
      type: 'module',
    });
    const end = (settle: () => void): void => {
      worker.terminate();
      settle();
    };
    const post = (message: FillingMessage, handedOver: readonly ArrayBuffer[] = []): void =>
      worker.postMessage(message, [...handedOver]);
    const take = (parcel: Parcel): void => {
      hand(unpacked(parcel));
      // It ends with that worker, and not whenever this one clears away next.
      const letters = parcel.letters.buffer;
      post({ kind: 'back', letters }, [letters]);
    };
    worker.onmessage = ({ data }: MessageEvent<FillingNews>) => {
      if (data.kind === 'filled') take(data.parcel);
      else end(data.kind === 'done' ? resolve : () => reject(new Error('not filled')));
    };
    worker.onerror = () => end(() => reject(new Error('not filled')));
    post({ kind: 'open', cache });
  });

/** Log files that main is asked for, by way of the window. */
const reading = new Map<number, (part: Result<LogPart>) => void>();
let readCount = 0;
const readLog: LogPort['read'] = (request) =>
  new Promise((resolve) => {
    readCount += 1;
    reading.set(readCount, resolve);
    tell({ kind: 'readLog', read: readCount, request });
  });

const open = async (cache: string): Promise<void> => {
  const database = new Database(cache);
  // Who wants a newer version, or to delete it, must not be held up by us.
  database.on('versionchange', () => {
    library?.stop();
    database.close();
    tell({ kind: 'failed' });
  });
  await database.open();
  library = openLibrary({
    database,
    fill: (hand) => fillApart(cache, hand),
    writersOf: async (document) => {
      // Yjs with it, for which whoever never asks does not pay.
      const { documentWriters } = await import('#data/search/writers/document-writers.ts');
      // Shelves are named by their documents.
      return documentWriters(database, readLog, document as DocumentId);
    },
    onReadiness: (readiness) => tell({ kind: 'readiness', readiness }),
    onChanged: () => tell({ kind: 'changed' }),
  });
  await library.filled;
};

self.onmessage = ({ data }: MessageEvent<SearchMessage>) => {
  if (data.kind === 'open') {
    open(data.cache).catch(() => tell({ kind: 'failed' }));
    return;
  }
  if (data.kind === 'log') {
    reading.get(data.read)?.(data.part);
    reading.delete(data.read);
    return;
  }
  const { ask, request } = data;
  (library?.answer(request) ?? Promise.resolve(null)).then(
    (answer) => tell({ kind: 'answer', ask, answer }),
    () => tell({ kind: 'answer', ask, answer: null }),
  );
};
