import path from 'node:path';
import { z } from 'zod';
import type { InstallationId } from '#shared/backup/manifest.ts';
import { isId, randomId } from '#shared/domain/record/ids.ts';
import { type JsonFile, readJsonFile, setAside, writeJsonFile } from '../json-file.ts';
import { isSealKey, type SealKey } from '../sealing/seal-key.ts';
import type { TargetId } from './target.ts';

/*
 * settings/backup.json: where this PC backs up to, and how that went. It stands beside settings.json and
 * not in it: paths never come from the screen, and all of settings.json goes to it and back.
 */

const time = z.number().optional();

const target = z.object({
  root: z.string().min(1).max(4000),
  id: z.custom<TargetId>((value) => typeof value === 'string' && isId(value)),
  /** What opens it, so that nobody is asked each day; who can read this file can read the records. */
  key: z.custom<SealKey>(isSealKey).optional(),
  /** When the last backup into it was whole, and how large the records were and how much room was left. */
  lastAt: time,
  chosenAt: time,
  bytes: time,
  free: time,
  unread: time,
  triedAt: time,
  /** Since when it fails, and the code of why. */
  failingSince: time,
  failure: z.string().max(100).optional(),
});

/** That the newest backup was opened and read to its end, and what was in it. */
const proof = z.object({
  at: z.number(),
  backupAt: z.number(),
  cases: z.int().min(0),
  meetings: z.int().min(0),
});

const schema = z.object({
  installation: z.custom<InstallationId>((value) => typeof value === 'string' && isId(value)),
  first: target.optional(),
  second: target.optional(),
  proof: proof.optional(),
});

export type TargetSettings = Readonly<z.infer<typeof target>>;
export type BackupSettings = Readonly<z.infer<typeof schema>>;

const NAME = 'backup.json';

/** What can't be read is set aside: the next backup then begins anew, under another installation's name. */
export const readBackupSettings = (folder: string, now: Date): BackupSettings => {
  const file = path.join(folder, NAME);
  const found: JsonFile = readJsonFile(file);
  const parsed = found.kind === 'read' ? schema.safeParse(found.value) : undefined;
  if (parsed?.success) return parsed.data;
  if (found.kind !== 'missing') {
    try {
      setAside(file, now);
    } catch {
      // It stays where it is; writing in its place will fail, and that is told.
    }
  }
  return { installation: randomId<InstallationId>() };
};

/** @throws the system's error */
export const writeBackupSettings = (folder: string, settings: BackupSettings): void =>
  writeJsonFile(path.join(folder, NAME), settings);
