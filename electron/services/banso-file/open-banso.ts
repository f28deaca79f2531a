import { constants } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { BansoManifest } from '#shared/banso-file/manifest.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { BackupError } from '../backup/backup-error.ts';
import type { Follow } from '../backup/make-backup.ts';
import { roomFor, writeNew } from '../backup/prepare-restore.ts';
import { LOGS } from '../backup/scan-records.ts';
import { makeFolder, openNoFollow, syncFolder } from '../safe-files.ts';
import { openSealedFile } from '../sealing/sealed-file.ts';
import { applyIncoming } from './apply-incoming.ts';
import { type Undone, undoneIn } from './import-span.ts';
import { INCOMING } from './incoming.ts';
import { lengthsOf, type Placing, placingsOf } from './place-incoming.ts';
import { readBanso } from './read-banso.ts';

export type OpenJob = {
  readonly file: string;
  readonly records: string;
  readonly device: DeviceId;
  /** Opens a sealed file; '' for none. */
  readonly passphrase: string;
};

/** What a file says of itself, and which of its logs are new here. */
export type Opened = {
  readonly manifest: BansoManifest;
  readonly placings: readonly Placing[];
  /** What of it was taken in before, and undone by edits. */
  readonly undone: readonly Undone[];
};

/**
 * Unpacks a .banso file beside the records, every byte of it checked. Nothing of the records changes.
 * @throws as `readBanso`, LOCKED, WRONG_PASSPHRASE, NO_ROOM, TAKEN_HERE, or the system's error; nothing is left of it then
 */
export const openBanso = async (job: OpenJob, follow: Follow): Promise<Opened> => {
  const { file, records } = job;
  await applyIncoming(records);
  await dropIncoming(records);
  const stage = path.join(records, INCOMING);
  const given = await openNoFollow(file, path.dirname(file), constants.O_RDONLY);
  const unsealed = path.join(records, INCOMING, 'unsealed');
  let handle = given;
  try {
    const content = await openSealedFile(given, job.passphrase, follow.signal);
    if (content !== undefined) {
      await roomFor((await given.stat()).size, records);
      await makeFolder(path.join(records, INCOMING), records);
      await writeNew(unsealed, records, async (written) => {
        for await (const piece of content) await written.writeFile(piece);
      });
      handle = await openNoFollow(unsealed, records, constants.O_RDONLY);
    }
    const { size } = await handle.stat();
    await roomFor(size, records);
    for (const name of [LOGS, ATTACHMENTS_FOLDER])
      await makeFolder(path.join(stage, name), records);
    const folders = new Set<string>([path.join(stage, ATTACHMENTS_FOLDER)]);
    const manifest = await readBanso(handle, follow, async (name, pieces) => {
      const to = path.join(stage, ...name.split('/'));
      folders.add(path.dirname(to));
      await makeFolder(path.dirname(to), records);
      await writeNew(to, records, async (written) => {
        for await (const piece of pieces) await written.writeFile(piece);
      });
    });
    for (const folder of folders) await syncFolder(folder);
    await rm(unsealed, { force: true });
    const placings = await placingsOf(records, job.device);
    await refuseSecondCopy(job, manifest, placings);
    return { manifest, placings, undone: await undoneIn(records, manifest) };
  } catch (error) {
    await dropIncoming(records).catch(() => undefined);
    throw error;
  } finally {
    await given.close();
    if (handle !== given) await handle.close();
  }
};

/**
 * A copy for a municipality lacks fields, and shares no history with the case that it was made of: merged
 * with that, it would stand against it as a second writer of everything.
 * @throws TAKEN_HERE
 */
const refuseSecondCopy = async (
  { records }: OpenJob,
  { variant }: BansoManifest,
  placings: readonly Placing[],
): Promise<void> => {
  if (variant !== 'municipalities') return;
  for (const { folder } of placings) {
    if ((await lengthsOf(records, folder)).size > 0) throw new BackupError('TAKEN_HERE');
  }
};

/** Removes what was unpacked. */
export const dropIncoming = (records: string): Promise<void> =>
  rm(path.join(records, INCOMING), { recursive: true, force: true });
