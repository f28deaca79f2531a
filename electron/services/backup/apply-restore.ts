import { constants } from 'node:fs';
import { lstat, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isFault, makeFolder, openNoFollow, syncFolder } from '../safe-files.ts';
import { asideOf, PLAN, type RestorePlan, readPlan, STAGE } from './restore-plan.ts';

const MAX_PLAN_BYTES = 64 * 1024 * 1024;
/** A virus scanner may hold what has just been written. */
const TRIES = 5;
const PAUSE_MS = 200;

/**
 * Puts a prepared restore in the place of the records; what stood there is moved aside whole. Each step
 * is a rename, and one that was cut off is finished by the next start, before anything is read.
 * @returns the plan that was carried out, or nothing where there was none
 * @throws the system's error; the records must then not be opened
 */
export const applyRestore = async (records: string): Promise<RestorePlan | undefined> => {
  const plan = await readPlanFile(records);
  if (plan === undefined) return undefined;
  const aside = asideOf(plan);
  const touched = new Set<string>();
  for (const entry of plan.entries) {
    const place = path.join(records, entry);
    const staged = path.join(records, STAGE, entry);
    if (!(await isThere(staged))) continue;
    if (await isThere(place)) {
      const kept = path.join(records, aside, entry);
      await makeFolder(path.dirname(kept), records);
      await move(place, kept);
      touched.add(path.dirname(kept));
    }
    if (path.dirname(place) !== records) await makeFolder(path.dirname(place), records);
    await move(staged, place);
    touched.add(path.dirname(place));
  }
  for (const folder of [...touched, records]) await syncFolder(folder);
  await rm(path.join(records, PLAN), { force: true });
  await rm(path.join(records, STAGE), { recursive: true, force: true }).catch(() => undefined);
  return plan;
};

/** A plan that can't be read was never written to its end, or is none of ours: nothing is moved. */
const readPlanFile = async (records: string): Promise<RestorePlan | undefined> => {
  const handle = await openNoFollow(path.join(records, PLAN), records, constants.O_RDONLY).catch(
    (error: unknown) => {
      if (isFault(error, 'ENOENT', 'ELOOP', 'ENOTDIR', 'EINVAL')) return undefined;
      throw error;
    },
  );
  if (handle === undefined) return undefined;
  try {
    const { size } = await handle.stat();
    if (size > MAX_PLAN_BYTES) return undefined;
    return readPlan(parse(await handle.readFile('utf8')));
  } finally {
    await handle.close();
  }
};

const parse = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};

const isThere = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    (error: unknown) => {
      if (isFault(error, 'ENOENT', 'ENOTDIR')) return false;
      throw error;
    },
  );

const move = async (from: string, to: string): Promise<void> => {
  for (let count = 1; ; count += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (count === TRIES || !isFault(error, 'EPERM', 'EBUSY', 'EACCES')) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
};
