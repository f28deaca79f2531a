import { useEffect, useState } from 'react';
import { dayOfEpoch } from '#shared/dates/calendar.ts';
import type { Day } from '#shared/dates/types.ts';

/** The day on this PC's clock. */
export const currentDay = (): Day => dayOfEpoch(Date.now(), -new Date().getTimezoneOffset());

/** Today; an app that stays open over night goes on to the next day by itself. */
export const useToday = (): Day => {
  const [today, setToday] = useState(currentDay);
  useEffect(() => {
    const look = () => setToday(currentDay());
    const timer = setInterval(look, 60_000);
    window.addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }, []);
  return today;
};
