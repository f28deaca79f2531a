import { unchanged } from '#shared/unchanged.ts';
import type { Live, Query, Subscription } from './query.ts';
import { isAskedAgain } from './remembered.ts';

/** Loading is not empty: a screen must tell the two apart. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed' };

const LOADING: Loaded<never> = { state: 'loading' };
const FAILED: Loaded<never> = { state: 'failed' };

/** What screens ask, and what they were told last. */
export type Answers = {
  /** What is known of it already: true of the rows, or about to be said anew. */
  readonly known: <T>(query: Query<T>) => Loaded<T>;
  /** Tells the answer, and each that comes after it, until nobody wants it any more. */
  readonly ask: <T>(query: Query<T>, tell: (loaded: Loaded<T>) => void) => () => void;
  /**
   * Asks for what a screen is about to need, so that it stands at once.
   * @returns resolves with the first answer, or when there is none to be had
   */
  readonly askAhead: <T>(query: Query<T>) => Promise<void>;
};

/** An answer, and who is told of it. */
type Standing<T> = {
  loaded: Loaded<T>;
  tell: (loaded: Loaded<T>) => void;
  subscription: Subscription;
};

/** A screen that has not come by then is not awaited any more: its answer rests. */
const AHEAD_MS = 3000;
/** So many answers rest: a case's pages, the desk and the list, with room. */
const MOST_RESTING = 12;

const nobody = (): void => undefined;

/**
 * Screens come and go, and most of what they show has not changed when somebody comes back. An answer that a
 * screen was told rests when the screen goes, and the next one stands with it at once; the first change to what
 * it was read from ends it, unread, so that no edit pays for a screen that nobody looks at.
 */
export const createAnswers = (live: <T>(query: Query<T>) => Live<T>): Answers => {
  /** Answers that nobody looks at, the oldest first; each of its own query's type. */
  const waiting = new Map<Query<unknown>, Standing<unknown>>();
  const waitingFor = <T>(query: Query<T>): Standing<T> | undefined =>
    waiting.get(query) as Standing<T> | undefined;

  const begin = <T>(query: Query<T>, tell: Standing<T>['tell'], heard = nobody): Standing<T> => {
    const hear = (loaded: Loaded<T>): void => {
      // What has not changed stays the same objects, so that a screen draws anew what has.
      standing.loaded = unchanged(standing.loaded, loaded);
      standing.tell(standing.loaded);
      heard();
    };
    const standing: Standing<T> = {
      loaded: LOADING,
      tell,
      subscription: live(query).subscribe(
        (value) => hear({ state: 'ready', value }),
        () => hear(FAILED),
      ),
    };
    return standing;
  };

  const end = <T>(query: Query<T>, standing: Standing<T>): void => {
    if (waitingFor(query) === standing) waiting.delete(query);
    standing.subscription.unsubscribe();
  };

  const wait = <T>(query: Query<T>, standing: Standing<T>): void => {
    standing.tell = nobody;
    const before = waitingFor(query);
    if (before !== undefined) end(query, before);
    waiting.set(query, standing as Standing<unknown>);
    for (const [oldest, each] of [...waiting].slice(0, -MOST_RESTING)) end(oldest, each);
  };

  const rest = <T>(query: Query<T>, standing: Standing<T>): void =>
    standing.subscription.rest(() => end(query, standing));

  return {
    known: (query) => waitingFor(query)?.loaded ?? LOADING,
    ask: (query, tell) => {
      const early = waitingFor(query);
      const standing = early ?? begin(query, tell);
      if (early !== undefined) {
        waiting.delete(query);
        early.subscription.wake();
        early.tell = tell;
        if (early.loaded.state !== 'loading') tell(early.loaded);
      }
      return () => {
        if (standing.loaded.state !== 'ready' || !isAskedAgain(query)) end(query, standing);
        else {
          wait(query, standing);
          rest(query, standing);
        }
      };
    },
    askAhead: (query) =>
      new Promise((resolve) => {
        if (waiting.has(query)) return resolve();
        const standing = begin(query, nobody, resolve);
        wait(query, standing);
        setTimeout(() => {
          resolve();
          if (waitingFor(query) !== standing) return;
          if (standing.loaded.state === 'ready') rest(query, standing);
          else end(query, standing);
        }, AHEAD_MS);
      }),
  };
};
