import path from 'node:path';
import { z } from 'zod';
import { isHash, isLogFolder } from '#shared/backup/manifest.ts';
import { isStamp } from '#shared/ipc/erasing.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { LOGS } from './scan-records.ts';

/*
 * A restore is prepared beside the records in use and takes their place when the app starts next, before
 * anything of them is open. Below the records folder:
 *   restore/                  what will take their place, written by `prepareRestore`
 *   restore/plan.json         written last: it alone makes the rest valid
 *   before-restore/<stamp>/   what stood there before, moved as it was; or logs of later backups that say
 *                             what was erased for good since
 */
export const STAGE = 'restore';
export const PLAN = path.join(STAGE, 'plan.json');
export const ASIDE = 'before-restore';
/** Stands in one of those, once what was erased in it is erased in what took its place. */
export const CARRIED = 'erased-carried.json';

/** What belongs to the folder itself and not to its documents: a restored folder is another folder. */
export const IDENTITY = ['devices', 'folder.json'] as const;

const isEntry = (entry: string): boolean => {
  const [first = '', second, ...more] = entry.split('/');
  if (more.length > 0) return false;
  if (second === undefined) return first === LOGS || IDENTITY.some((name) => name === first);
  if (first === ASIDE) return isStamp(second);
  return first === LOGS ? isLogFolder(second) : first === ATTACHMENTS_FOLDER && isHash(second);
};

const planSchema = z.object({
  kind: z.literal('banso-restore'),
  /** When the restored state was backed up (ms). */
  at: z.number(),
  /** It undoes what was taken in at that time, and comes from no backup. */
  isUndo: z.boolean().optional(),
  stamp: z.string().refine(isStamp),
  /** What is moved, by its path below the records folder. */
  entries: z.array(z.string().refine(isEntry)).readonly(),
});

export type RestorePlan = Readonly<z.infer<typeof planSchema>>;

export const readPlan = (value: unknown): RestorePlan | undefined =>
  planSchema.safeParse(value).data;

export const asideOf = ({ stamp }: RestorePlan): string => path.join(ASIDE, stamp);
