import type { Query } from './query.ts';

const askedAgain = new WeakSet<Query<unknown>>();

/** Whether a query is one that is asked again: its answer may wait for that. */
export const isAskedAgain = (query: Query<unknown>): boolean => askedAgain.has(query);

/** Marks a query that stays the same one for as long as the app runs. */
export const lasting = <T>(query: Query<T>): Query<T> => {
  askedAgain.add(query);
  return query;
};

/**
 * Makes a query that stays the same one while it is asked for the same again, as screens need that ask
 * ahead (`askAhead`) or that somebody comes back to. It remembers the last argument only.
 */
export const remembered = <A, T>(make: (argument: A) => Query<T>): ((argument: A) => Query<T>) => {
  let last: { readonly argument: A; readonly query: Query<T> } | undefined;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, query: lasting(make(argument)) };
    return last.query;
  };
};
