import { useState } from 'react';

/*
 * What this PC remembers beside the records: how somebody left a page, how far somebody has read. Whoever reads it
 * has to bear anything: an older app, or nobody, may have written it.
 */

const keyOf = (name: string): string => `kept.${name}`;

/** What is kept under a name; undefined where that is nothing, or nothing readable. */
export const readKept = (name: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

export const keep = (name: string, value: unknown): void =>
  localStorage.setItem(keyOf(name), JSON.stringify(value));

/** The texts of a list that was kept, without whatever else stands in it. */
export const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/**
 * What is kept under a name, for one screen at a time.
 * @param name the same as long as the component stands
 * @param restore makes a value of whatever is kept
 */
export const useKept = <T>(
  name: string,
  restore: (kept: unknown) => T,
): readonly [T, (value: T) => void] => {
  const [value, setValue] = useState(() => restore(readKept(name)));
  const set = (next: T): void => {
    setValue(next);
    keep(name, next);
  };
  return [value, set];
};
