import type { TargetSettings } from './backup-settings.ts';

const HOUR_MS = 60 * 60 * 1000;
const MIB = 1024 * 1024;

/** What could not be reached is tried again so often. */
const RETRY_MS = HOUR_MS;
/** Closing the app backs up what is older than this. */
const QUIT_MS = HOUR_MS;

/** Whether today's backup is still to be made, and it is time to try. */
export const isDue = ({ lastAt, triedAt }: TargetSettings, now: number): boolean => {
  const isToday = lastAt !== undefined && lastAt <= now && dayOf(lastAt) === dayOf(now);
  const isTried = triedAt !== undefined && triedAt <= now && now - triedAt < RETRY_MS;
  return !isToday && !isTried;
};

/** Whether closing the app backs up once more; a target that has just failed is not waited for. */
export const isDueAtQuitting = (target: TargetSettings, now: number): boolean => {
  const { lastAt, failingSince } = target;
  if (failingSince !== undefined) return isDue(target, now);
  return lastAt === undefined || lastAt > now || now - lastAt >= QUIT_MS;
};

/** Room for a few more of what is there already, and for what else the disk is used for. */
export const isLow = ({ free, bytes = 0 }: TargetSettings): boolean =>
  free !== undefined && free < Math.max(512 * MIB, 3 * bytes);

/** A day as the PC's clock has it. */
const dayOf = (time: number): string => new Date(time).toDateString();
