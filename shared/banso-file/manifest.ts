import { z } from 'zod';
import { isHash, isLogFolder, isLogName } from '../backup/manifest.ts';
import { type DocumentId, documentOfFolder } from '../documents/document-id.ts';
import { type DeviceId, type FolderId, isFolderId, isId } from '../domain/record/ids.ts';

/** What a manifest of this version says first; a higher number is a newer app's. */
export const BANSO_FORMAT = 1;

/** The name without the point. */
export const BANSO_ENDING = 'banso';

/** 内部用 has all; 市町村用 has nothing that is the office's own, no people's cards and no history. */
export const BANSO_VARIANTS = ['office', 'municipalities'] as const;
export type BansoVariant = (typeof BANSO_VARIANTS)[number];

/** All log files, so that history comes along; or the records as they stand. */
export const BANSO_EXTENTS = ['history', 'state'] as const;
export type BansoExtent = (typeof BANSO_EXTENTS)[number];

const text = (limit: number) => z.string().max(limit);
const bytes = z.int().min(0);
const hash = z.string().refine(isHash);
const isDistinct = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

const logFile = z.object({
  name: z.string().refine(isLogName),
  bytes,
  /** SHA-256 of its bytes. */
  hash,
  /** The last whole frame; absent where the maker could not understand the file. */
  head: z
    .object({ generation: bytes, seq: bytes, hash: z.string().regex(/^[0-9a-f]{32}$/) })
    .optional(),
});

const bansoDocument = z.object({
  folder: z
    .string()
    .refine((folder) => isLogFolder(folder) && documentOfFolder(folder) !== undefined),
  /** As staff know it: 益城町（令和4年度）. */
  title: text(400),
  files: z
    .array(logFile)
    .min(1)
    .refine((files) => isDistinct(files.map(({ name }) => name)))
    .readonly(),
});

const manifestSchema = z.object({
  kind: z.literal('banso-file'),
  format: z.literal(BANSO_FORMAT),
  app: text(100),
  /** When it was made (ms). */
  at: z.number(),
  /** The maker's name, device and records folder. */
  by: text(400),
  device: z.custom<DeviceId>((value) => typeof value === 'string' && isId(value)),
  records: z.custom<FolderId>((value) => typeof value === 'string' && isFolderId(value)),
  variant: z.enum(BANSO_VARIANTS),
  extent: z.enum(BANSO_EXTENTS),
  documents: z
    .array(bansoDocument)
    .min(1)
    .max(100_000)
    .refine((all) => isDistinct(all.map(({ folder }) => folder)))
    .readonly(),
  attachments: z
    .array(z.object({ hash, bytes }))
    .max(100_000)
    .refine((all) => isDistinct(all.map((file) => file.hash)))
    .readonly(),
  /** How many records and fields were left out for whom it is; absent in files of before they were counted. */
  leftOut: bytes.optional(),
  /** The readable copy. */
  page: z.object({ bytes, hash }),
});

export type BansoManifest = Readonly<z.infer<typeof manifestSchema>>;
export type BansoDocument = Readonly<z.infer<typeof bansoDocument>>;

/** One file within, as the manifest promises it. */
export type BansoEntry = { readonly name: string; readonly bytes: number; readonly hash: string };

export const MANIFEST_NAME = 'manifest.json';
/** The readable copy is found by whoever opens the file as a ZIP. */
export const PAGE_NAME = 'index.html';

export type BansoReading =
  | { readonly kind: 'manifest'; readonly manifest: BansoManifest }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** Reads what a file says of itself; whatever leads out of a folder is damage. */
export const readBansoManifest = (content: string): BansoReading => {
  const raw = parse(content);
  const parsed = manifestSchema.safeParse(raw);
  if (parsed.success) return { kind: 'manifest', manifest: parsed.data };
  const start = z.object({ kind: z.literal('banso-file'), format: z.int() }).safeParse(raw);
  return { kind: start.success && start.data.format > BANSO_FORMAT ? 'newer' : 'damaged' };
};

const parse = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};

/** Every file within but the manifest, in the order in which they stand. */
export const entriesOf = ({
  documents,
  attachments,
  page,
}: BansoManifest): readonly BansoEntry[] => [
  { name: PAGE_NAME, ...page },
  ...documents.flatMap(({ folder, files }) =>
    files.map((file) => ({
      name: `logs/${folder}/${file.name}`,
      bytes: file.bytes,
      hash: file.hash,
    })),
  ),
  ...attachments.map((file) => ({ name: `attachments/${file.hash}`, ...file })),
];

/** The document of a folder that a manifest has let through. */
export const documentOf = (folder: string): DocumentId => {
  const document = documentOfFolder(folder);
  if (document === undefined) throw new Error('no folder of a document');
  return document;
};
