import { useEffect, useState } from 'react';
import type { Minutes } from './programme-clock.ts';

const currentMinutes = (): Minutes => {
  const now = new Date();
  return now.getHours() * 60 + now.getMinutes();
};

const MINUTE_MS = 60_000;

/** The time on this PC's clock; it goes on right when the minute turns. */
export const useClock = (): Minutes => {
  const [now, setNow] = useState(currentMinutes);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      setNow(currentMinutes());
      clearTimeout(timer);
      timer = setTimeout(look, MINUTE_MS - (Date.now() % MINUTE_MS) + 20);
    };
    look();
    // A PC that slept has missed its minute.
    window.addEventListener('focus', look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', look);
    };
  }, []);
  return now;
};
