import { askAhead } from '#adapters/store/store.tsx';
import { yearRows } from '#features/home/queries.ts';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import type { Session } from '../session-type.ts';
import { currentDay } from '../use-today.ts';

/** A screen that says that it is loading is better than none. */
const PATIENCE_MS = 500;

/** Waits for what the screen needs that the app starts with, all at once. */
export const readFirst = (session: Session): Promise<unknown> =>
  Promise.all([readFirstRows(session), readDrafts(session)]);

/** The inputs of the first screen look for what was typed in them. */
const readDrafts = ({ workspace }: Session): Promise<void> =>
  workspace.drafts.restore().catch(() => undefined);

/** So that the screen is painted once. */
const readFirstRows = async ({ workspace }: Session): Promise<void> => {
  if (!['', '#/'].includes(location.hash)) return;
  await Promise.race([
    askAhead(workspace, yearRows(fiscalYearOf(currentDay()))),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ]);
};
