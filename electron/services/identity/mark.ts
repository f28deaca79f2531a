import { z } from 'zod';
import { type DeviceId, type FolderId, isFolderId, isId } from '#shared/domain/record/ids.ts';
import type { RestoredTimes } from '#shared/ipc/contract.ts';

/**
 * A device id belongs to one records folder at one place on one installation: two writers under one id
 * would hide each other's records. So a mark outside the data folder, which copying leaves behind, and
 * the records folder itself both count the starts; what they say of each other tells what happened.
 */

/** Where a records folder stands. */
export type Place = {
  readonly path: string;
  /** The system's numbers of volume and folder: another folder at the same path has others. */
  readonly volume: string;
  readonly file: string;
  /** The PC: a mark may lie on a disk that is carried to another one. */
  readonly host: string;
};

/** One device's starts, and the time of the last one (ms). */
export type Starts = { readonly run: number; readonly at: number };

/** What is known outside a records folder about our use of it. */
export type Mark = Place &
  Starts & {
    readonly folder: FolderId;
    readonly device: DeviceId;
    /** The records were put back by hand, and nobody has said yet which state is wanted. */
    readonly restored?: RestoredTimes | undefined;
  };

/** What a start finds. */
export type Found = {
  readonly marks: readonly Mark[];
  readonly here: Place;
  /** The records folder's own id; none at a first start, or where it could not be read. */
  readonly folder: FolderId | undefined;
  /** Whether the records folder holds anything of an earlier start. */
  readonly isUsed: boolean;
  /** The starts of a device as the records folder counts them. */
  readonly startsOf: (device: DeviceId) => Starts | 'unreadable' | undefined;
};

/** What has happened since the last start, as far as both sides show it. */
export type Happened =
  | 'first' // nobody has used this folder
  | 'ours' // it is as we left it
  | 'copied' // we do not know it here: copied, moved, or another PC
  | 'replaced' // another folder in the same place, with the same count
  | 'unreadable' // nobody can say: the count in it is damaged
  | 'restored' // it is older than we know it: put back by hand
  | 'twin' // it is newer than we know it: used under the same id elsewhere
  | 'interrupted'; // newer by one start: most likely one that was cut off before its mark

export type Verdict = {
  readonly happened: Happened;
  readonly folder: FolderId | undefined;
  /** The device to go on as; none when a new id is needed. */
  readonly device: DeviceId | undefined;
  /** The next number for this device. */
  readonly run: number;
  readonly restored: RestoredTimes | undefined;
};

/** Judges what a start has found; an id too many costs a file, a shared one costs records. */
export const judge = ({ marks, here, folder, isUsed, startsOf }: Found): Verdict => {
  const mark = marks.findLast(
    (each) => each.path === here.path && (folder === undefined || each.folder === folder),
  );
  if (mark === undefined) return asNew(isUsed ? 'copied' : 'first', folder, undefined);
  const counted = startsOf(mark.device);
  if (counted === 'unreadable') return asNew('unreadable', mark.folder, mark.restored);
  const run = counted?.run ?? 0;
  if (run < mark.run) {
    const older = counted === undefined ? {} : { older: counted.at };
    // Put back twice: what the cache holds is still the state of before the first time.
    const newer = mark.restored?.newer ?? mark.at;
    return asNew('restored', mark.folder, { ...older, newer });
  }
  if (run > mark.run) {
    return asNew(run === mark.run + 1 ? 'interrupted' : 'twin', mark.folder, mark.restored);
  }
  if (!isSamePlace(mark, here)) return asNew('replaced', mark.folder, mark.restored);
  return {
    happened: 'ours',
    folder: mark.folder,
    device: mark.device,
    run: mark.run + 1,
    restored: mark.restored,
  };
};

const asNew = (
  happened: Happened,
  folder: FolderId | undefined,
  restored: RestoredTimes | undefined,
): Verdict => ({ happened, folder, device: undefined, run: 1, restored });

const isSamePlace = (mark: Place, here: Place): boolean =>
  mark.path === here.path &&
  mark.volume === here.volume &&
  mark.file === here.file &&
  mark.host === here.host;

/** The marks with this one in the place of an older one of the same folder at the same path. */
export const withMark = (marks: readonly Mark[], mark: Mark): readonly Mark[] => [
  ...marks.filter((each) => each.folder !== mark.folder || each.path !== mark.path),
  mark,
];

const deviceId = z.custom<DeviceId>((value) => typeof value === 'string' && isId(value));
const folderId = z.custom<FolderId>((value) => typeof value === 'string' && isFolderId(value));
const starts = { run: z.int().min(1), at: z.number() };

const marksSchema = z.object({
  marks: z.array(
    z.object({
      ...starts,
      folder: folderId,
      device: deviceId,
      path: z.string(),
      volume: z.string(),
      file: z.string(),
      host: z.string(),
      restored: z
        .object({ older: z.number().exactOptional(), newer: z.number().exactOptional() })
        .optional(),
    }),
  ),
});
const folderSchema = z.object({ folder: folderId });
const startsSchema = z.object(starts);

/** Each reads what its file holds, or nothing where that can't be right. */
export const readMarks = (value: unknown): readonly Mark[] | undefined =>
  marksSchema.safeParse(value).data?.marks;

export const readFolder = (value: unknown): FolderId | undefined =>
  folderSchema.safeParse(value).data?.folder;

export const readStarts = (value: unknown): Starts | undefined =>
  startsSchema.safeParse(value).data;
