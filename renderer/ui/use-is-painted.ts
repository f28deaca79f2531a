import { useEffect, useState } from 'react';
import { painted } from './painted.ts';

/** Whether the page stands on the screen: before, nothing is asked for what only stands beside it. */
export const useIsPainted = (): boolean => {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    let isGone = false;
    void painted().then(() => !isGone && setIsPainted(true));
    return () => {
      isGone = true;
    };
  }, []);
  return isPainted;
};
