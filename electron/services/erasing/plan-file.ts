import { lstat, rm } from 'node:fs/promises';
import path from 'node:path';
import { type ErasePlan, erasePlan } from '#shared/ipc/erasing.ts';
import { readJsonAt, writeJsonAt } from '../banso-file/json-at.ts';
import { isFault, syncFolder } from '../safe-files.ts';

/*
 * An erasing that was begun has to end, whatever cuts it off: what is to go lies here from before the first
 * file is rewritten until the last trace of it is gone. It says itself what is to be erased, and goes last.
 */
const PLAN = 'erasing.json';

const planIn = (records: string): string => path.join(records, PLAN);

/**
 * What an earlier run had begun to erase.
 * @returns `damaged` where nobody can say any more what it was
 * @throws the system's error
 */
export const readErasePlan = async (
  records: string,
): Promise<ErasePlan | 'damaged' | undefined> => {
  const file = planIn(records);
  const said = await readJsonAt(file, records);
  const plan = erasePlan.safeParse(said).data;
  if (plan !== undefined) return plan;
  return (await isThere(file)) ? 'damaged' : undefined;
};

const isThere = async (file: string): Promise<boolean> => {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (isFault(error, 'ENOENT')) return false;
    throw error;
  }
};

/** @throws the system's error; the plan of before stands then */
export const keepErasePlan = (records: string, plan: ErasePlan): Promise<void> =>
  writeJsonAt(planIn(records), records, plan);

/** @throws the system's error */
export const dropErasePlan = async (records: string): Promise<void> => {
  const file = planIn(records);
  // A draft of it says the same.
  for (const each of [`${file}.new`, file]) await rm(each, { force: true });
  await syncFolder(records);
};
