import { useEffect, useRef } from 'react';
import { unchanged } from '#shared/unchanged.ts';

/**
 * What a component works out of its rows, with all that says the same as in the drawing before as the very
 * objects that it was, so that what is drawn of each part need not be drawn again.
 */
export const useUnchanged = <T>(value: T): T => {
  const before = useRef<T>(value);
  const now = unchanged(before.current, value);
  useEffect(() => {
    before.current = now;
  });
  return now;
};
