import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { InstallationId } from '#shared/backup/manifest.ts';
import { isFault } from '../safe-files.ts';
import { BackupError } from './backup-error.ts';
import { LOCKS, readText, type Target, writeChecked } from './target.ts';

/*
 * Several PCs may back up into one folder at the same time; only removing what nobody needs any more
 * must be alone, or it would take away what another PC's backup is about to refer to. So each PC first
 * writes a mark, then looks at the others': whoever removes gives way to any other mark, whoever backs
 * up to a remover's. Both write before they look, so at least one of two sees the other.
 */

type Work = 'backup' | 'removing';

const EXTENSION = '.json';
/** A mark so old was left by a PC that was switched off. */
const STALE_MS = 6 * 60 * 60 * 1000;
const WAIT_MS = 500;
const TRIES = 120;

const mark = z.object({ work: z.enum(['backup', 'removing']), at: z.number() });

const nameOf = (installation: InstallationId): string =>
  path.join(LOCKS, `${installation}${EXTENSION}`);

const put = (target: Target, installation: InstallationId, work: Work): Promise<void> => {
  const content = Buffer.from(`${JSON.stringify({ work, at: Date.now() })}\n`);
  return writeChecked(target, nameOf(installation), content, installation);
};

/** What other PCs are doing in the folder now. */
const others = async (target: Target, installation: InstallationId): Promise<readonly Work[]> => {
  const names = await readdir(path.join(target.root, LOCKS)).catch((error: unknown) => {
    if (isFault(error, 'ENOENT')) return [];
    throw error;
  });
  const found: Work[] = [];
  for (const name of names) {
    const file = path.join(LOCKS, name);
    if (!name.endsWith(EXTENSION) || file === nameOf(installation)) continue;
    const work = await workOf(target, file);
    if (work !== undefined) found.push(work);
  }
  return found;
};

const workOf = async (target: Target, file: string): Promise<Work | undefined> => {
  const content = await readText(target.root, file);
  if (content === undefined) return undefined;
  const parsed = mark.safeParse(read(content));
  // What can't be read may be anything; its own time tells whether it still counts.
  const at = parsed.success ? parsed.data.at : await timeOf(path.join(target.root, file));
  if (Math.abs(Date.now() - at) > STALE_MS) return undefined;
  return parsed.success ? parsed.data.work : 'removing';
};

const timeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

const read = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};

const release = (target: Target, installation: InstallationId): Promise<void> =>
  rm(path.join(target.root, nameOf(installation)), { force: true }).catch(() => undefined);

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, WAIT_MS));

/**
 * Backs up while nobody removes anything.
 * @throws TAKEN when another PC has been removing for a minute
 */
export const whileMarked = async <T>(
  target: Target,
  installation: InstallationId,
  work: () => Promise<T>,
): Promise<T> => {
  for (let count = 0; ; count += 1) {
    await put(target, installation, 'backup');
    try {
      if (!(await others(target, installation)).includes('removing')) return await work();
    } finally {
      await release(target, installation);
    }
    if (count === TRIES) throw new BackupError('TAKEN');
    await pause();
  }
};

/** Removes while nobody else works in the folder; otherwise it is left for the next time. */
export const whileAlone = async (
  target: Target,
  installation: InstallationId,
  work: () => Promise<void>,
): Promise<void> => {
  await put(target, installation, 'removing');
  try {
    if ((await others(target, installation)).length === 0) await work();
  } finally {
    await release(target, installation);
  }
};
