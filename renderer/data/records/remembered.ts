import type { Query } from './query.ts';

/**
 * Makes a query that stays the same one while it is asked for the same again, as screens need that ask
 * ahead (`askAhead`). It remembers the last argument only.
 */
export const remembered = <A, T>(make: (argument: A) => Query<T>): ((argument: A) => Query<T>) => {
  let last: { readonly argument: A; readonly query: Query<T> } | undefined;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, query: make(argument) };
    return last.query;
  };
};
