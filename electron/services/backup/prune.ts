import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type InstallationId, objectsOf } from '#shared/backup/manifest.ts';
import { keptOf } from '#shared/backup/retention.ts';
import { syncFolder } from '../safe-files.ts';
import { readGeneration } from './generations.ts';
import {
  GENERATIONS,
  generationFile,
  listGenerationFiles,
  listObjects,
  removeObject,
  storedName,
  type Target,
} from './target.ts';
import { whileAlone } from './target-lock.ts';

/**
 * Removes this PC's generations that have had their time, then what no generation of any PC refers to.
 * Where a generation cannot be read, nobody knows what it needs, and no object is removed.
 */
export const prune = async (
  target: Target,
  installation: InstallationId,
  offset: number,
): Promise<void> => {
  const own = (await listGenerationFiles(target)).filter(
    (generation) => generation.installation === installation,
  );
  const kept = new Set(keptOf(own, offset));
  const expired = own.filter((generation) => !kept.has(generation));
  if (expired.length === 0) return;
  await whileAlone(target, installation, async () => {
    for (const { name } of expired) {
      await rm(path.join(target.root, generationFile(name)), { force: true });
    }
    await syncFolder(path.join(target.root, GENERATIONS));
    await removeUnneeded(target);
  });
};

const removeUnneeded = async (target: Target): Promise<void> => {
  const needed = new Set<string>();
  for (const generation of await listGenerationFiles(target)) {
    const reading = await readGeneration(target, generation);
    if (reading.kind !== 'manifest') return;
    for (const hash of objectsOf(reading.manifest)) needed.add(storedName(target, hash));
  }
  for (const name of await listObjects(target)) {
    if (!needed.has(name)) await removeObject(target, name);
  }
};
