import { z } from 'zod';
import { type GenerationName, isGenerationName, isHash, isLogFolder } from '../backup/manifest.ts';
import { type DocumentId, isDocumentId } from '../documents/document-id.ts';
import type { Problem } from '../result.ts';
import type { LogFiles } from './logs.ts';

/** The two folders that the app backs up to. */
export const BACKUP_PLACES = ['first', 'second'] as const;
export type BackupPlace = (typeof BACKUP_PLACES)[number];

/** One of them, or a folder that was opened to restore from. */
export type BackupSource = BackupPlace | 'opened';

export type BackupTarget = {
  readonly place: BackupPlace;
  /** Shown alone; the renderer never sends it back. */
  readonly path: string;
  /** When the last backup into it was whole (ms). */
  readonly lastAt?: number;
  readonly chosenAt?: number;
  /** Since when it could not be written to (ms). */
  readonly failingSince?: number;
  readonly problem?: Problem;
  /** A passphrase was set for it. */
  readonly isSealed: boolean;
  /** The disk has little room left. */
  readonly isLow: boolean;
};

export type BackupProgress = {
  readonly place: BackupSource;
  readonly work: 'backup' | 'restore' | 'proof';
  /** Bytes. */
  readonly done: number;
  readonly all: number;
};

export type BackupState = {
  readonly targets: readonly BackupTarget[];
  readonly working?: BackupProgress;
  /** The last time that the newest backup was opened and read to its end. */
  readonly proof?: ProofFound & { readonly at: number };
};

/** What reading a backup to its end has found in it. */
export type ProofFound = {
  readonly backupAt: number;
  readonly cases: number;
  readonly meetings: number;
};

/** An unpacked backup, whose logs can be read until the proof ends. */
export type ProofOpened = {
  readonly at: number;
  readonly attachments: number;
  /** Of one document: what later backups say was erased for good in it since. */
  readonly erased: readonly Uint8Array[];
  readonly files: LogFiles;
};

/** One generation as it can be chosen. */
export type Generation = {
  readonly name: GenerationName;
  readonly at: number;
  /** Whose PC made it. */
  readonly by: string;
  readonly isOwn: boolean;
  /** `incomplete`: pieces of it are missing; `newer`: a newer app's; `damaged`: it can't be read. */
  readonly state: 'whole' | 'incomplete' | 'newer' | 'damaged';
  readonly cases: number;
  readonly bytes: number;
};

export type GenerationList = { readonly path: string; readonly generations: readonly Generation[] };

/** What stood in the place of the records before they were restored. */
export type AsideState = {
  /** Shown alone. */
  readonly path: string;
  readonly count: number;
  readonly bytes: number;
};

/** How a document of a generation stands to today's. */
export type RestoreLine = {
  /** Its folder of logs. */
  readonly folder: string;
  readonly title: string;
  /** `gone`: only the backup has it; `new`: only today has it, and restoring all would put it aside. */
  readonly relation: 'same' | 'differs' | 'gone' | 'new';
  /** No later state of it is known, here or in the backup's place: nor what was erased for good in it since. */
  readonly isLatest: boolean;
};

export type NamedDocument = { readonly document: DocumentId; readonly title: string };

const place = z.enum(BACKUP_PLACES);
const source = z.enum([...BACKUP_PLACES, 'opened']);
const generation = z.custom<GenerationName>(
  (value) => typeof value === 'string' && isGenerationName(value),
);

export const backupPlace = z.object({ place });
/** '' for none. */
const passphrase = z.string().max(1000);
export const backupChoice = z.object({ place, passphrase });
export const backupOpening = z.object({
  passphrase,
  /** The folder that was chosen last, whose passphrase was asked for or was wrong. */
  again: z.boolean(),
});
export const backupSource = z.object({ source });
export const backupGeneration = z.object({ source, generation });
export const restoreRequest = z.object({
  source,
  generation,
  /** Folders of documents; absent, all is restored. */
  folders: z.array(z.string().refine(isLogFolder)).min(1).max(100_000).optional(),
});
export const copyRequest = z.object({
  source,
  generation,
  folder: z.string().refine(isLogFolder),
});
export const filesRequest = z.object({
  source,
  generation,
  hashes: z.array(z.string().refine(isHash)).max(100_000).readonly(),
});
const count = z.int().min(0);
export const proofFound = z
  .object({ backupAt: z.number(), cases: count, meetings: count })
  .nullable();
export const namedDocuments = z
  .array(
    z.object({
      document: z.custom<DocumentId>((value) => typeof value === 'string' && isDocumentId(value)),
      title: z.string().max(400),
    }),
  )
  .max(100_000);
