import {
  bytesOf,
  type InstallationId,
  type ManifestReading,
  objectsOf,
  readManifest,
} from '#shared/backup/manifest.ts';
import { CASE_FOLDER } from '#shared/backup/words.ts';
import type { Generation } from '#shared/ipc/backup.ts';
import { inParallel } from './in-parallel.ts';
import {
  type FoundGeneration,
  generationFile,
  listGenerationFiles,
  listObjects,
  readSealed,
  storedName,
  type Target,
} from './target.ts';

/**
 * Reads a generation's file, which must say what its name says.
 * @throws the system's error
 */
export const readGeneration = async (
  target: Target,
  { name, at, installation }: FoundGeneration,
): Promise<ManifestReading> => {
  const content = await readSealed(target, generationFile(name));
  if (content === undefined) return { kind: 'damaged' };
  const reading = readManifest(new TextDecoder().decode(content));
  if (reading.kind !== 'manifest') return reading;
  const { manifest } = reading;
  const isItself = manifest.at === at && manifest.installation === installation;
  return isItself ? reading : { kind: 'damaged' };
};

/** Far more than all PCs of an office keep: whatever else lies there under such names is not looked into. */
const MAX_LISTED = 5_000;
const WIDTH = 8;

/** This PC's own before others', the newest first, and no more than can be shown. */
const listable = (
  found: readonly FoundGeneration[],
  own: InstallationId,
): readonly FoundGeneration[] =>
  found
    .toSorted((a, b) => Number(b.installation === own) - Number(a.installation === own))
    .slice(0, MAX_LISTED)
    .toSorted((a, b) => b.at - a.at);

/** Every generation, the newest first, and whether it can be restored from. */
export const listGenerations = async (
  target: Target,
  own: InstallationId,
): Promise<readonly Generation[]> => {
  const found = listable(await listGenerationFiles(target), own);
  const objects = await listObjects(target);
  const isThere = (hash: string): boolean => objects.has(storedName(target, hash));
  const listed = new Map<FoundGeneration, Generation>();
  // A file server answers each in its time.
  await inParallel(found, WIDTH, async (generation) => {
    listed.set(generation, await generationOf(target, generation, own, isThere));
  });
  return found.flatMap((generation) => listed.get(generation) ?? []);
};

const generationOf = async (
  target: Target,
  generation: FoundGeneration,
  own: InstallationId,
  isThere: (hash: string) => boolean,
): Promise<Generation> => {
  const { name, at, installation } = generation;
  const reading = await readGeneration(target, generation).catch(
    (): ManifestReading => ({ kind: 'damaged' }),
  );
  const isOwn = installation === own;
  if (reading.kind !== 'manifest') {
    return { name, at, isOwn, by: '', state: reading.kind, cases: 0, bytes: 0 };
  }
  const { manifest } = reading;
  return {
    ...{ name, at, isOwn, by: manifest.by },
    state: [...objectsOf(manifest)].every(isThere) ? 'whole' : 'incomplete',
    cases: manifest.documents.filter(({ folder }) => CASE_FOLDER.test(folder)).length,
    bytes: bytesOf(manifest),
  };
};
