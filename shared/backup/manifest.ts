import { z } from 'zod';
import { type FolderId, type Id, isFolderId, isId } from '../domain/record/ids.ts';

/** One PC as its backups are named by: it stays when the device id changes. */
export type InstallationId = Id<'installation'>;
/** A generation's name: `<stamp>-<installation>`. */
export type GenerationName = Id<'generation'>;

/** What a manifest of this version says first; a higher number is a newer app's. */
export const BACKUP_FORMAT = 1;
/** Files are stored in pieces of this length, the last one shorter: an append-only log adds only its tail. */
export const CHUNK_BYTES = 64 * 1024;

/** Names that Windows keeps for devices, with whatever ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
const HASH = /^[0-9a-f]{64}$/;

/** A folder of logs: `office`, `case-…`, or what a later version has put there. */
export const isLogFolder = (name: string): boolean =>
  /^[0-9a-z]{1,32}(?:-[0-9a-z]{1,32})?$/.test(name) && !RESERVED.test(name);

/** A log file: `<device>.log`, or `<device>~<tag>.log`. */
export const isLogName = (name: string): boolean => {
  const stem = /^([0-9a-z]{1,32}(?:~[0-9a-z]{1,32})?)\.log$/.exec(name)?.[1];
  return stem !== undefined && !RESERVED.test(stem);
};

export const isHash = (value: string): boolean => HASH.test(value);

const text = (limit: number) => z.string().max(limit);
const bytes = z.int().min(0);
const hash = z.string().regex(HASH);

const isDistinct = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

const logFile = z
  .object({
    name: z.string().refine(isLogName),
    bytes,
    /** Of the file on the PC (ms): with the length it tells that nothing was written since. */
    mtime: z.number(),
    /** The last whole frame; absent where the file could not be understood, and is kept as it is. */
    head: z
      .object({ generation: bytes, seq: bytes, hash: z.string().regex(/^[0-9a-f]{32}$/) })
      .optional(),
    chunks: z.array(hash).readonly(),
  })
  .refine(({ bytes: length, chunks }) => chunks.length === Math.ceil(length / CHUNK_BYTES));

const documentFiles = z.object({
  folder: z.string().refine(isLogFolder),
  /** As staff know it: 益城町 令和4年度. Empty where the app had not said so. */
  title: text(400),
  files: z
    .array(logFile)
    .refine((files) => isDistinct(files.map(({ name }) => name)))
    .readonly(),
});

/** A file of the records folder's attachments: its name is its content's hash, so it is one object. */
const attachment = z.object({ hash, bytes });

const manifestSchema = z.object({
  kind: z.literal('banso-backup'),
  format: z.literal(BACKUP_FORMAT),
  app: text(100),
  /** When the records were as they stand here (ms). */
  at: z.number(),
  installation: z.custom<InstallationId>((value) => typeof value === 'string' && isId(value)),
  /** The user's name, to tell two PCs apart. */
  by: text(400),
  records: z.custom<FolderId>((value) => typeof value === 'string' && isFolderId(value)),
  documents: z
    .array(documentFiles)
    .refine((all) => isDistinct(all.map(({ folder }) => folder)))
    .readonly(),
  attachments: z
    .array(attachment)
    .refine((all) => isDistinct(all.map((file) => file.hash)))
    .readonly(),
  /** How many files could not be read when it was made. */
  unread: bytes,
});

export type LogFileEntry = Readonly<z.infer<typeof logFile>>;
export type DocumentEntry = Readonly<z.infer<typeof documentFiles>>;
export type AttachmentEntry = Readonly<z.infer<typeof attachment>>;
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

export type ManifestReading =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  /** A newer app has written it. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** Reads what a generation's file says; whatever leads out of the folder is damage. */
export const readManifest = (content: string): ManifestReading => {
  const raw = parse(content);
  const parsed = manifestSchema.safeParse(raw);
  if (parsed.success) return { kind: 'manifest', manifest: parsed.data };
  const start = z.object({ kind: z.literal('banso-backup'), format: z.int() }).safeParse(raw);
  return { kind: start.success && start.data.format > BACKUP_FORMAT ? 'newer' : 'damaged' };
};

const parse = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};

const NAME = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-([0-9a-z]{1,32})$/;

/** 20261127T091500000Z-<installation>: sorted by name, generations are sorted by time. */
export const generationName = (at: number, installation: InstallationId): GenerationName =>
  `${new Date(at).toISOString().replaceAll(/[-:.]/g, '')}-${installation}` as GenerationName;

export const isGenerationName = (value: string): value is GenerationName => NAME.test(value);

/** When and by whom, by the name alone; undefined where it is none. */
export const readGenerationName = (
  name: string,
): { readonly at: number; readonly installation: InstallationId } | undefined => {
  const found = NAME.exec(name);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, ms, installation] = found;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
  return Number.isNaN(at) ? undefined : { at, installation: installation as InstallationId };
};

/** Every object that a generation needs. */
export const objectsOf = (manifest: Manifest): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { files } of manifest.documents) {
    for (const { chunks } of files) for (const each of chunks) found.add(each);
  }
  for (const file of manifest.attachments) found.add(file.hash);
  return found;
};

/** What a generation holds, in bytes. */
export const bytesOf = ({ documents, attachments }: Manifest): number =>
  documents.reduce(
    (sum, { files }) => files.reduce((more, file) => more + file.bytes, sum),
    attachments.reduce((sum, file) => sum + file.bytes, 0),
  );
