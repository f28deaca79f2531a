import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bytesOf, type InstallationId } from '#shared/backup/manifest.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { makeFolder } from '../safe-files.ts';
import { BackupError } from './backup-error.ts';
import { rewrittenSince, tellingLogs } from './later-states.ts';
import type { Follow } from './make-backup.ts';
import { copyObject } from './objects.ts';
import {
  type GenerationPlace,
  openGeneration,
  roomFor,
  writeLogs,
  writeNew,
} from './prepare-restore.ts';
import { LOGS } from './scan-records.ts';
import { listGenerationFiles, openTarget, type TargetPlace } from './target.ts';

export type ProofJob = TargetPlace & {
  readonly own: InstallationId;
  /** Where it is unpacked, and the trusted folder above. */
  readonly scratch: string;
  readonly below: string;
};

/** One document of a generation, to be looked at. */
export type CopyJob = GenerationPlace & {
  readonly folder: string;
} & Pick<ProofJob, 'scratch' | 'below'>;

/** What was unpacked. */
export type Unpacked = {
  readonly at: number;
  readonly attachments: number;
  /** What other generations of the folder say was erased since, as the updates of their `erased` frames. */
  readonly erased: readonly Uint8Array[];
};

/**
 * Unpacks the newest generation of this PC, or of any where it has none, into a folder of its own: every
 * piece is read and checked, as a restore would.
 * @throws DAMAGED where a piece is missing or wrong, AWAY …
 */
export const unpackForProof = async (job: ProofJob, follow: Follow): Promise<Unpacked> => {
  const { scratch, below } = job;
  const { root } = await openTarget(job);
  const all = await listGenerationFiles({ root });
  const newest = all.find(({ installation }) => installation === job.own) ?? all[0];
  if (newest === undefined) throw new BackupError('DAMAGED', 'no generation');
  const place = { root, target: job.target, key: job.key, generation: newest.name };
  const { target, manifest } = await openGeneration(place);
  await openScratch(job);
  const bytes = bytesOf(manifest);
  await roomFor(bytes, scratch);
  const writing = { stage: scratch, records: below, all: bytes, follow };
  await writeLogs(target, manifest.documents, writing);
  for (const { hash } of manifest.attachments) {
    const file = path.join(scratch, ATTACHMENTS_FOLDER, hash);
    await writeNew(file, below, (handle) => copyObject(target, hash, handle, follow.signal));
    // One at a time: they may be large, and only their content is asked for.
    await rm(file);
  }
  return { at: manifest.at, attachments: manifest.attachments.length, erased: [] };
};

/**
 * Unpacks the logs of one document as the newest backup is unpacked.
 * @throws DAMAGED where the generation does not hold it, or not whole, AWAY …
 */
export const unpackDocument = async (job: CopyJob, follow: Follow): Promise<Unpacked> => {
  const { scratch, below, folder } = job;
  const { target, manifest } = await openGeneration(job);
  const documents = manifest.documents.filter((each) => each.folder === folder);
  if (documents.length === 0) throw new BackupError('DAMAGED', folder);
  await openScratch(job);
  const bytes = bytesOf({ ...manifest, documents, attachments: [] });
  await roomFor(bytes, scratch);
  await writeLogs(target, documents, { stage: scratch, records: below, all: bytes, follow });
  const rewritten = await rewrittenSince(target, job.generation, documents);
  const erased: Uint8Array[] = [];
  for await (const log of tellingLogs(target, rewritten, follow.signal)) erased.push(...log.erased);
  return { at: manifest.at, attachments: 0, erased };
};

/** What an earlier run has left of one goes. */
const openScratch = async ({ scratch, below }: Pick<ProofJob, 'scratch' | 'below'>) => {
  await rm(scratch, { recursive: true, force: true });
  for (const name of [LOGS, ATTACHMENTS_FOLDER]) await makeFolder(path.join(scratch, name), below);
};
