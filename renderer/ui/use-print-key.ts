import { useEffect } from 'react';
import { useLatest } from './use-latest.ts';

/** Ctrl+P prints what the page shows. */
export const usePrintKey = (print: () => void): void => {
  const latest = useLatest(print);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isPrint = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p';
      if (!isPrint || event.shiftKey || event.altKey || event.isComposing) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [latest]);
};
