import { useEffect, useRef, useState } from 'react';

/** So many more are drawn in one frame: hundreds at once would hold up the window. */
const AT_ONCE = 24;

/**
 * The rows of a list that are to be drawn now. A list as they usually are is drawn whole; where hundreds come
 * at once, each frame brings some more. What has been drawn stays, wherever others come in between.
 * @param first so many are drawn in the first frame: those that the window shows
 */
export const useFewAtATime = <T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  atOnce = AT_ONCE,
  first = atOnce,
): readonly T[] => {
  const drawn = useRef<ReadonlySet<string>>(new Set());
  const [frames, setFrames] = useState(0);
  let room = frames === 0 ? first : atOnce;
  const shown = rows.filter((row) => {
    if (drawn.current.has(keyOf(row))) return true;
    room -= 1;
    return room >= 0;
  });
  const isMore = shown.length < rows.length;

  useEffect(() => {
    drawn.current = new Set(shown.map(keyOf));
    if (!isMore) return undefined;
    const frame = requestAnimationFrame(() => setFrames((before) => before + 1));
    return () => cancelAnimationFrame(frame);
  });
  return shown;
};
