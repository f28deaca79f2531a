import { Database } from '#data/database.ts';
import { type Library, openLibrary } from '#data/search/library.ts';
import type { SearchMessage, SearchNews } from './search/messages.ts';

/** Searches apart from the screens, in a cache that it opens itself. */
let library: Library | undefined;

const tell = (news: SearchNews): void => self.postMessage(news);

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
    onReadiness: (readiness) => tell({ kind: 'readiness', readiness }),
    onChanged: () => tell({ kind: 'changed' }),
  });
};

self.onmessage = ({ data }: MessageEvent<SearchMessage>) => {
  if (data.kind === 'open') {
    open(data.cache).catch(() => tell({ kind: 'failed' }));
    return;
  }
  const { ask, request } = data;
  (library?.answer(request) ?? Promise.resolve(null)).then(
    (answer) => tell({ kind: 'answer', ask, answer }),
    () => tell({ kind: 'answer', ask, answer: null }),
  );
};
