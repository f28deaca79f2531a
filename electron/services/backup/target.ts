import { randomBytes } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import {
  type GenerationName,
  type InstallationId,
  isHash,
  readGenerationName,
} from '#shared/backup/manifest.ts';
import { type Id, isId, randomId } from '#shared/domain/record/ids.ts';
import { isFault, openNoFollow, syncFolder } from '../safe-files.ts';
import { openBytes, sealBytes, sealedLength } from '../sealing/seal.ts';
import {
  areSound,
  checkOf,
  deriveKey,
  hiddenName,
  isKeyOf,
  newParameters,
  type SealKey,
} from '../sealing/seal-key.ts';
import { BackupError } from './backup-error.ts';

/** Which backup folder it is, wherever it is reached: another one in its place is not written to. */
export type TargetId = Id<'backupTarget'>;

/**
 * A backup folder on a disk or a server; `root` is `…/banso-backup`. With a key, all that says something of
 * the records is sealed by it, and pieces have names that do not tell what they are.
 */
export type Target = {
  readonly root: string;
  readonly id: TargetId;
  readonly key?: SealKey | undefined;
};

export const TARGET_NAME = 'banso-backup';
const ABOUT = 'about.json';
export const OBJECTS = 'objects';
export const GENERATIONS = 'generations';
export const LOCKS = 'locks';
const DRAFTS = 'tmp';
const EXTENSION = '.json';
/** Far above any real one. */
const MAX_MANIFEST_BYTES = 256 * 1024 * 1024;

const about = z.object({
  kind: z.literal('banso-backup-folder'),
  format: z.literal(1),
  id: z.custom<TargetId>((value) => typeof value === 'string' && isId(value)),
  /** How its passphrase becomes its key; absent where it has none. */
  seal: z
    .object({
      logN: z.number(),
      r: z.number(),
      p: z.number(),
      salt: z.string(),
      check: z.string().max(100),
    })
    .refine(areSound)
    .optional(),
});
type About = z.infer<typeof about>;

/** The backup that stands in a folder that staff chose: in it, or the folder itself. */
export const rootIn = async (chosen: string): Promise<string> =>
  path.basename(chosen) === TARGET_NAME && (await has(path.join(chosen, ABOUT)))
    ? chosen
    : path.join(chosen, TARGET_NAME);

/**
 * Makes a folder the place of backups, or takes the one that stands there already.
 * @param passphrase seals all that comes into a new one, and opens one that is sealed; '' for none
 * @throws the system's error; NEWER where a newer app has made it, LOCKED, WRONG_PASSPHRASE or UNSEALED
 */
export const makeTarget = async (chosen: string, passphrase = ''): Promise<Target> => {
  const root = await rootIn(chosen);
  await mkdir(root).catch(unlessThere);
  const known = await readAbout(root);
  if (known !== undefined) return unlock(root, known, passphrase);
  const id = randomId<TargetId>();
  for (const name of [OBJECTS, GENERATIONS, LOCKS, DRAFTS]) {
    await mkdir(path.join(root, name)).catch(unlessThere);
  }
  const parameters = newParameters();
  const key = passphrase === '' ? undefined : await deriveKey(passphrase, parameters);
  const seal = key === undefined ? {} : { seal: { ...parameters, check: checkOf(key) } };
  const words = { kind: 'banso-backup-folder', format: 1, id, ...seal };
  await writeChecked({ root, id }, ABOUT, Buffer.from(`${JSON.stringify(words)}\n`), 'new');
  return { root, id, key };
};

/** Opens a backup folder by its passphrase, '' for none. @throws as `makeTarget`, AWAY */
export const unlockTarget = async (root: string, passphrase: string): Promise<Target> => {
  const known = await readAbout(root);
  if (known === undefined) throw new BackupError('AWAY');
  return unlock(root, known, passphrase);
};

const unlock = async (root: string, { id, seal }: About, passphrase: string): Promise<Target> => {
  if (seal === undefined) {
    if (passphrase !== '') throw new BackupError('UNSEALED');
    return { root, id };
  }
  if (passphrase === '') throw new BackupError('LOCKED');
  const key = await deriveKey(passphrase, seal);
  if (!isKeyOf(seal.check, key)) throw new BackupError('WRONG_PASSPHRASE');
  return { root, id, key };
};

/** Where a backup folder is, which one it was when it was chosen, and what opens it. */
export type TargetPlace = {
  readonly root: string;
  readonly target: TargetId | undefined;
  readonly key?: SealKey | undefined;
};

/** @throws AWAY when it is not there, OTHER when another stands in its place, LOCKED … */
export const openTarget = async ({ root, target, key }: TargetPlace): Promise<Target> => {
  const known = await readAbout(root);
  if (known === undefined) throw new BackupError('AWAY');
  const { id, seal } = known;
  if (target !== undefined && id !== target) throw new BackupError('OTHER');
  if (seal === undefined) {
    // Sealed once, and open now: whoever did that does not get the records to read.
    if (key !== undefined) throw new BackupError('OTHER');
    return { root, id };
  }
  if (key === undefined) throw new BackupError('LOCKED');
  if (!isKeyOf(seal.check, key)) throw new BackupError('WRONG_PASSPHRASE');
  return { root, id, key };
};

const readAbout = async (root: string): Promise<About | undefined> => {
  const content = await readText(root, ABOUT);
  if (content === undefined) return undefined;
  const parsed = about.safeParse(parse(content));
  if (!parsed.success) throw new BackupError('NEWER', ABOUT);
  return parsed.data;
};

const parse = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};

/** A small file's text; undefined where there is none. @throws the system's error, ELOOP for a link */
export const readText = async (root: string, name: string): Promise<string | undefined> => {
  const bytes = await readBytes(root, name, MAX_MANIFEST_BYTES);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

/** A file's bytes; undefined where there is none. @throws EFBIG where it is larger than it may be */
export const readBytes = async (
  root: string,
  name: string,
  limit: number,
): Promise<Uint8Array | undefined> => {
  const handle = await openNoFollow(path.join(root, name), root, constants.O_RDONLY).catch(ifGone);
  if (handle === undefined) return undefined;
  try {
    const { size } = await handle.stat();
    if (size > limit) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
    return await handle.readFile();
  } finally {
    await handle.close();
  }
};

/** A new file's path until it is whole; `owner` finds what a kill has left of its own. */
export const draftPath = ({ root }: Target, owner: string): string =>
  path.join(root, DRAFTS, `${owner}-${randomBytes(8).toString('hex')}`);

/**
 * Writes a file as a whole: to a draft, flushed, read back, compared, and only then named. Rights are
 * those that the folder gives: whose it is decides the office.
 * @throws UNTRUE when it does not read back, or the system's error; the old file then stands untouched
 */
export const writeChecked = async (
  target: Target,
  name: string,
  content: Uint8Array,
  owner: string,
): Promise<void> => {
  const draft = draftPath(target, owner);
  await mkdir(path.dirname(draft)).catch(unlessThere);
  try {
    const handle = await open(draft, 'wx+');
    try {
      await handle.writeFile(content);
      await handle.sync();
      const back = new Uint8Array(content.length);
      const { bytesRead } = await handle.read(back, 0, back.length, 0);
      if (bytesRead !== content.length || !Buffer.from(content).equals(back)) {
        throw new BackupError('UNTRUE', name);
      }
    } finally {
      await handle.close();
    }
    await rename(draft, path.join(target.root, name));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
};

/** As `writeChecked`, sealed where the folder is. */
export const writeSealed = async (
  target: Target,
  name: string,
  content: Uint8Array,
  owner: string,
): Promise<void> => {
  const { key } = target;
  await writeChecked(
    target,
    name,
    key === undefined ? content : await sealBytes(content, key),
    owner,
  );
};

/** What `writeSealed` has written; undefined where there is none. @throws DAMAGED, EFBIG … */
export const readSealed = async (
  { root, key }: Target,
  name: string,
  limit = MAX_MANIFEST_BYTES,
): Promise<Uint8Array | undefined> => {
  if (key === undefined) return readBytes(root, name, limit);
  const bytes = await readBytes(root, name, sealedLength(limit));
  return bytes === undefined ? undefined : openBytes(bytes, key);
};

/** Removes what a kill has left half written by this PC. */
export const removeDrafts = async ({ root }: Target, owner: string): Promise<void> => {
  for (const { name } of await list(path.join(root, DRAFTS))) {
    if (name.startsWith(`${owner}-`)) await rm(path.join(root, DRAFTS, name), { force: true });
  }
};

export const generationFile = (name: GenerationName): string =>
  path.join(GENERATIONS, `${name}${EXTENSION}`);

/** A generation's file, by its name alone. */
export type FoundGeneration = {
  readonly name: GenerationName;
  readonly at: number;
  readonly installation: InstallationId;
};

/** All generations, the newest first; what has another name is none. */
export const listGenerationFiles = async ({
  root,
}: Pick<Target, 'root'>): Promise<readonly FoundGeneration[]> =>
  (await list(path.join(root, GENERATIONS)))
    .filter((entry) => entry.isFile() && entry.name.endsWith(EXTENSION))
    .flatMap(({ name: file }) => {
      const name = file.slice(0, -EXTENSION.length);
      const read = readGenerationName(name);
      return read === undefined ? [] : [{ ...read, name: name as GenerationName }];
    })
    .sort((a, b) => b.at - a.at);

/** The name under which a piece stands: that of its content, or one that does not tell it. */
export const storedName = ({ key }: Target, hash: string): string =>
  key === undefined ? hash : hiddenName(key, hash);

const pathOf = (name: string): string => path.join(OBJECTS, name.slice(0, 2), name);

export const objectPath = (target: Target, hash: string): string =>
  pathOf(storedName(target, hash));

/** Removes a piece by the name under which it stands. */
export const removeObject = ({ root }: Target, name: string): Promise<void> =>
  rm(path.join(root, pathOf(name)), { force: true });

/** Every object that stands there, by the name under which it does. */
export const listObjects = async ({ root }: Target): Promise<Set<string>> => {
  const found = new Set<string>();
  const groups = (await list(path.join(root, OBJECTS))).filter(
    (entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name),
  );
  await Promise.all(
    groups.map(async ({ name: group }) => {
      for (const entry of await list(path.join(root, OBJECTS, group))) {
        if (entry.isFile() && isHash(entry.name)) found.add(entry.name);
      }
    }),
  );
  return found;
};

export const makeGroup = async (target: Target, hash: string): Promise<string> => {
  const group = path.join(target.root, path.dirname(objectPath(target, hash)));
  await mkdir(group).catch(unlessThere);
  return group;
};

/** Flushes the names of what was added; the folders above them too. */
export const syncTarget = async ({ root }: Target, groups: ReadonlySet<string>): Promise<void> => {
  for (const folder of [...groups, path.join(root, OBJECTS)]) await syncFolder(folder);
};

export const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

const list = async (folder: string): Promise<readonly Dirent[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(ifGone)) ?? [];

const has = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  );

const ifGone = (error: unknown): undefined => {
  if (isFault(error, 'ENOENT')) return undefined;
  throw error;
};

const unlessThere = (error: unknown): undefined => {
  if (isFault(error, 'EEXIST')) return undefined;
  throw error;
};
