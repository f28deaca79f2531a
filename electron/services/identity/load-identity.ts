import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DeviceId, type FolderId, randomHex, randomId } from '#shared/domain/record/ids.ts';
import type { RestoredTimes } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/result.ts';
import { diskProblem } from '../disk-problem.ts';
import { type JsonFile, readJsonFile, setAside, writeJsonFile } from '../json-file.ts';
import { isFault } from '../safe-files.ts';
import { writeWholeFile } from '../whole-file.ts';
import {
  type Happened,
  judge,
  type Mark,
  type Place,
  readFolder,
  readMarks,
  readStarts,
  type Starts,
  withMark,
} from './mark.ts';
import { placeOf } from './place.ts';
import { damagedIdentity, tellOf } from './problems.ts';

export type IdentityPlaces = {
  readonly recordsFolder: string;
  /** Outside the data folder, see `markFileOf`. */
  readonly markFile: string;
  /** Whether the records folder is ours alone; without that no id is used a second time. */
  readonly isLocked: boolean;
};

export type Identity = {
  /** Names the log files that this run writes; no other writer has it. */
  readonly device: DeviceId;
  readonly folder: FolderId;
  /** The id was made now. */
  readonly isNew: boolean;
  /** The records were put back by hand, and nobody has said yet which state is wanted. */
  readonly isRestored: boolean;
  readonly restoredTimes: RestoredTimes;
  readonly happened: Happened;
  readonly notices: readonly Problem[];
  /** Notes that staff have chosen, or that there was nothing to choose. @throws the system's error */
  readonly settleRestored: () => void;
};

/** Finds out as which device this start writes, and counts it on both sides. */
export const loadIdentity = (
  { recordsFolder, markFile, isLocked }: IdentityPlaces,
  now: Date,
): Identity => {
  const files = openFiles(recordsFolder, markFile, now);
  const here = placeOf(recordsFolder);
  const marks = files.marks();
  const known = files.folder();
  const isUsed = files.isUsed();
  const { happened, restored, ...verdict } = judge({
    ...{ marks, here, folder: known, isUsed },
    startsOf: files.startsOf,
  });
  // Once a file had to be set aside, or somebody else may be writing, no id is used a second time.
  const keeps = isLocked && files.setAside.length === 0;
  const device = (keeps ? verdict.device : undefined) ?? randomId<DeviceId>();
  const isNew = device !== verdict.device;
  const folder = verdict.folder ?? (randomHex(16) as FolderId);
  const starts: Starts = { run: isNew ? 1 : verdict.run, at: now.getTime() };

  const told = files.setAside.length > 0 ? damagedIdentity() : tellOf(happened);
  const identity: Identity = {
    ...{ device, folder, isNew, happened },
    isRestored: restored !== undefined,
    restoredTimes: restored ?? {},
    notices: told === undefined ? [] : [told],
    settleRestored: () => files.writeMarks(files.marks().map(settled(here))),
  };
  if (!isLocked) return identity;
  try {
    // The records first: cut off before the mark, the next start finds them ahead of it and takes a new
    // id. The other way round they would look as if they had been put back.
    files.writeStarts(device, starts);
    files.writeMarks(withMark(marks, { ...here, ...starts, folder, device, restored }));
    // The folder's own id last: one that has an id but no mark counts as a copy.
    if (known !== folder) files.writeFolder(folder);
    return identity;
  } catch (error) {
    // What was not counted on both sides must not be written under: another start might do so too.
    const problem = diskProblem('このパソコンの識別番号', error);
    const notices = [...identity.notices, problem];
    return { ...identity, device: randomId<DeviceId>(), isNew: true, notices };
  }
};

const settled =
  (here: Place) =>
  (mark: Mark): Mark =>
    mark.path === here.path ? { ...mark, restored: undefined } : mark;

/** The files on both sides; what can't be used is moved out of the way as soon as it is met. */
const openFiles = (recordsFolder: string, markFile: string, now: Date) => {
  const folderFile = path.join(recordsFolder, 'folder.json');
  const startsFile = (device: DeviceId) => path.join(recordsFolder, 'devices', `${device}.json`);
  const aside: string[] = [];

  const use = <T>(file: string, read: JsonFile, parse: (value: unknown) => T | undefined) => {
    if (read.kind === 'missing') return undefined;
    const value = read.kind === 'read' ? parse(read.value) : undefined;
    if (value !== undefined) return value;
    aside.push(path.basename(file));
    try {
      setAside(file, now);
    } catch {
      // It stays where it is; writing in its place will fail, and that is told.
    }
    return undefined;
  };

  return {
    setAside: aside,
    marks: (): readonly Mark[] => use(markFile, readOutside(markFile), readMarks) ?? [],
    folder: () => use(folderFile, readJsonFile(folderFile), readFolder),
    startsOf: (device: DeviceId) => {
      const read = readJsonFile(startsFile(device));
      if (read.kind === 'missing') return undefined;
      return use(startsFile(device), read, readStarts) ?? 'unreadable';
    },
    isUsed: () => namesIn(recordsFolder).some((name) => ['folder.json', 'logs'].includes(name)),
    writeStarts: (device: DeviceId, starts: Starts) => writeJsonFile(startsFile(device), starts),
    writeFolder: (folder: FolderId) => writeJsonFile(folderFile, { folder }),
    writeMarks: (marks: readonly Mark[]) =>
      writeWholeFile(markFile, `${JSON.stringify({ marks }, undefined, 2)}\n`, 0o600),
  };
};

/** As `readJsonFile`, for the one file that stands outside the data folder. */
const readOutside = (file: string): JsonFile => {
  try {
    return { kind: 'read', value: JSON.parse(readFileSync(file, 'utf8')) };
  } catch (error) {
    if (isFault(error, 'ENOENT')) return { kind: 'missing' };
    return error instanceof SyntaxError ? { kind: 'corrupt' } : { kind: 'unreadable', error };
  }
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
