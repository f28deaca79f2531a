import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isFault, makeFolder, syncFolder } from '../safe-files.ts';
import { INCOMING, INCOMING_PLAN, readIncomingPlan } from './incoming.ts';
import { readJsonAt } from './json-at.ts';

/** A virus scanner may hold what has just been written. */
const TRIES = 5;
const PAUSE_MS = 200;

/**
 * Carries out what staff have agreed to take in, as far as it is not done yet. Each step is a rename that
 * puts a longer log in the place of its own beginning, or a file where none was; what was cut off is
 * finished by the next start, before anything is read.
 * @returns whether there was something to carry out
 * @throws the system's error; the plan stays, and is carried out by the next start
 */
export const applyIncoming = async (records: string): Promise<boolean> => {
  const stage = path.join(records, INCOMING);
  const plan = readIncomingPlan(await readJsonAt(path.join(stage, INCOMING_PLAN), records));
  if (plan === undefined) return false;
  const touched = new Set<string>();
  for (const { from, to } of plan.moves) {
    const place = path.join(records, ...to.split('/'));
    await makeFolder(path.dirname(place), records);
    await move(path.join(stage, ...from.split('/')), place);
    touched.add(path.dirname(place));
  }
  for (const folder of touched) await syncFolder(folder);
  await rm(path.join(stage, INCOMING_PLAN), { force: true });
  await syncFolder(stage);
  await rm(stage, { recursive: true, force: true }).catch(() => undefined);
  return true;
};

const move = async (from: string, to: string): Promise<void> => {
  for (let count = 1; ; count += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      // Moved before the start that was cut off.
      if (isFault(error, 'ENOENT')) return;
      if (count === TRIES || !isFault(error, 'EPERM', 'EBUSY', 'EACCES')) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
};
