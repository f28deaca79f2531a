import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BansoManifest } from '#shared/banso-file/manifest.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { goOn } from '../backup/backup-error.ts';
import { LOGS } from '../backup/scan-records.ts';
import { EXTENSION } from '../log/list-logs.ts';
import { isFault, makeFolder } from '../safe-files.ts';
import { applyIncoming } from './apply-incoming.ts';
import { generationOf } from './import-span.ts';
import { IMPORTS, type ImportRecord, INCOMING, INCOMING_PLAN, stampOf } from './incoming.ts';
import { writeJsonAt } from './json-at.ts';
import { lengthsOf, type Placing, placingsOf } from './place-incoming.ts';

export type TakeJob = {
  readonly records: string;
  readonly device: DeviceId;
  readonly at: number;
  readonly manifest: BansoManifest;
};

/**
 * Takes in what was unpacked: it becomes valid by the rename of its plan. A second time there is nothing
 * to place, and nothing changes.
 * @returns the logs that are there now and were not, or are longer
 * @throws CANCELLED, or the system's error; before the plan nothing has changed, behind it the next start goes on
 */
export const takeBanso = async (
  job: TakeJob,
  signal?: AbortSignal,
): Promise<readonly Placing[]> => {
  const { records, device, at } = job;
  const placings = await placingsOf(records, device);
  const attachments = await missingAttachments(records);
  if (placings.length > 0) {
    await makeFolder(path.join(records, IMPORTS), records);
    const file = path.join(records, IMPORTS, `${stampOf(at)}.json`);
    await writeJsonAt(file, records, await recordOf(job, placings));
  }
  // Behind the plan there is no way back but to undo it.
  if (signal !== undefined) goOn(signal);
  await writeJsonAt(path.join(records, INCOMING, INCOMING_PLAN), records, {
    kind: 'banso-incoming',
    moves: [
      ...attachments.map((name) => ({
        from: `${ATTACHMENTS_FOLDER}/${name}`,
        to: `${ATTACHMENTS_FOLDER}/${name}`,
      })),
      ...placings.map(({ folder, source, as }) => ({
        from: `${LOGS}/${folder}/${source}${EXTENSION}`,
        to: `${LOGS}/${folder}/${as}${EXTENSION}`,
      })),
    ],
  });
  await applyIncoming(records);
  return placings;
};

const recordOf = async (
  { records, at, manifest }: TakeJob,
  placings: readonly Placing[],
): Promise<ImportRecord> => {
  const folders = [...new Set(placings.map(({ folder }) => folder))];
  const documents: ImportRecord['documents'][number][] = [];
  for (const folder of folders) {
    const own = placings.filter((placing) => placing.folder === folder);
    const before = await lengthsOf(records, folder);
    const after = new Map(before);
    for (const placing of own) after.set(`${placing.as}${EXTENSION}`, placing.after);
    const there = path.join(records, LOGS, folder);
    const coming = new Map(
      own.map(({ source, as }) => [
        `${as}${EXTENSION}`,
        path.join(records, INCOMING, LOGS, folder, `${source}${EXTENSION}`),
      ]),
    );
    const title = manifest.documents.find((each) => each.folder === folder)?.title ?? '';
    documents.push({
      folder,
      title,
      before: await listed(before, records, (name) => path.join(there, name)),
      after: await listed(after, records, (name) => coming.get(name) ?? path.join(there, name)),
    });
  }
  return { kind: 'banso-import', at, made: manifest.at, by: manifest.by, documents };
};

const listed = async (
  lengths: ReadonlyMap<string, number>,
  records: string,
  placeOf: (name: string) => string,
): Promise<ImportRecord['documents'][number]['before']> => {
  const lines = [];
  for (const name of [...lengths.keys()].sort()) {
    const generation = await generationOf(placeOf(name), records);
    lines.push({ name, bytes: lengths.get(name) ?? 0, generation });
  }
  return lines;
};

/** An attachment's name is its content: what is there whole needs no other. */
const missingAttachments = async (records: string): Promise<readonly string[]> => {
  const staged = path.join(records, INCOMING, ATTACHMENTS_FOLDER);
  const missing: string[] = [];
  for (const name of await readdir(staged).catch(() => [] as string[])) {
    const { size } = await stat(path.join(staged, name));
    const there = await stat(path.join(records, ATTACHMENTS_FOLDER, name)).catch(
      (error: unknown) => {
        if (isFault(error, 'ENOENT')) return undefined;
        throw error;
      },
    );
    if (there?.size !== size) missing.push(name);
  }
  return missing;
};
