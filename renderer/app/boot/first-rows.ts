import { askAhead } from '#adapters/store/store.tsx';
import { yearRows } from '#features/home/queries.ts';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import type { Session } from '../session-type.ts';
import { currentDay } from '../use-today.ts';

/** A screen that says that it is loading is better than none. */
const PATIENCE_MS = 500;

/** Waits for the rows of the screen that the app starts with, so that it is painted once. */
export const readFirstRows = async ({ workspace }: Session): Promise<void> => {
  if (!['', '#/'].includes(location.hash)) return;
  await Promise.race([
    askAhead(workspace, yearRows(fiscalYearOf(currentDay()))),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ]);
};
