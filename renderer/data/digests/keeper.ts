import { liveQuery, type Subscription } from 'dexie';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type Database, NO_YEAR } from '../database.ts';
import { digestTables, madeAnew } from './digests.ts';
import { isBeingRead } from './read-digests.ts';

/** Makes stale digests anew behind the screens, so that whoever reads them next has nothing to make. */
export type DigestKeeper = {
  /** Resolves when none is stale. */
  readonly settle: () => Promise<void>;
  readonly stop: () => void;
};

type KeeperDependencies = {
  readonly database: Database;
  /** Waits until the screens are at rest. */
  readonly pause: () => Promise<void>;
  /** Until then logs are read, which makes most of them anew. */
  readonly begin: Promise<unknown>;
};

/** Who types in a field makes one digest stale again and again. */
const REST_MS = 2_000;
/** So many are made in one transaction: each has all screens that show digests asked again. */
const AT_ONCE = 15;
/** While a screen reads digests, which of an older version takes seconds, none is changed under its hands. */
const LOOK_AGAIN_MS = 50;

export const keepDigests = ({ database, pause, begin }: KeeperDependencies): DigestKeeper => {
  let working: Promise<void> | undefined;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let subscription: Subscription | undefined;

  const work = async (): Promise<void> => {
    for (let next = await latestStale(database); next.length > 0; ) {
      await pause();
      while (isBeingRead(database) && !isStopped) await later();
      if (isStopped) return;
      await renew(database, next);
      next = await latestStale(database);
    }
  };

  const start = (): Promise<void> => {
    working ??= work().finally(() => {
      working = undefined;
    });
    return working;
  };

  // A cache that was closed or is full leaves them stale: readers then make what they need.
  const watch = (): void => {
    if (isStopped) return;
    subscription = liveQuery(() => firstStale(database)).subscribe(
      (stale) => {
        if (stale === undefined || timer !== undefined) return;
        timer = setTimeout(() => {
          timer = undefined;
          start().catch(() => undefined);
        }, REST_MS);
      },
      () => undefined,
    );
  };
  begin.then(watch, watch);
  return {
    settle: start,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      subscription?.unsubscribe();
    },
  };
};

const firstStale = async (database: Database): Promise<DocumentId | undefined> =>
  (await database.digests.where('isStale').equals(1).limit(1).primaryKeys())[0];

/** Of the latest years, which the screens show first. */
const latestStale = async (database: Database): Promise<readonly DocumentId[]> => {
  const stale = await database.digests.where('isStale').equals(1).toArray();
  return stale
    .toSorted((a, b) => (b.fiscalYear ?? NO_YEAR) - (a.fiscalYear ?? NO_YEAR))
    .slice(0, AT_ONCE)
    .map(({ document }) => document);
};

const renew = (database: Database, documents: readonly DocumentId[]): Promise<void> =>
  database.transaction('rw', digestTables(database), async () => {
    const made = await Promise.all(documents.map((document) => madeAnew(database, document)));
    await database.digests.bulkPut(made.flat());
  });

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
