import { useEffect, useState } from 'react';

/** What one frame has room for beside drawing. */
const SLICE_MS = 10;

type Made<Piece> = { readonly pieces: readonly Piece[]; readonly isWhole: boolean };

/**
 * Makes pieces one after the other between frames, and shows those that are there. While they are made anew, those of
 * before stay until all are there.
 * @param make must stay the same while what it makes does
 */
export const useInSlices = <Piece>(make: () => Iterator<Piece>): Made<Piece> => {
  const [made, setMade] = useState<Made<Piece>>({ pieces: [], isWhole: false });
  useEffect(() => {
    const steps = make();
    const pieces: Piece[] = [];
    const goOn = (): void => {
      const end = performance.now() + SLICE_MS;
      do {
        const step = steps.next();
        if (step.done) {
          setMade({ pieces, isWhole: true });
          return;
        }
        pieces.push(step.value);
      } while (performance.now() < end);
      setMade((before) => (before.isWhole ? before : { pieces: [...pieces], isWhole: false }));
      waiting = setTimeout(goOn);
    };
    let waiting = setTimeout(goOn);
    return () => clearTimeout(waiting);
  }, [make]);
  return made;
};
