import { z } from 'zod';
import {
  BANSO_EXTENTS,
  BANSO_VARIANTS,
  type BansoExtent,
  type BansoVariant,
} from '../banso-file/manifest.ts';
import { type DocumentId, isDocumentId } from '../documents/document-id.ts';
import type { SourceName } from './logs.ts';

/** What became of making a file: staff may change their mind in the system's dialog. */
export type BansoMadeAnswer =
  | { readonly kind: 'cancelled' }
  /** `missing`: attached files that are not whole on this PC, and stayed behind. */
  | { readonly kind: 'made'; readonly bytes: number; readonly missing: number };

/** Log files of one document that a file brings. */
export type BansoNews = {
  readonly document: DocumentId;
  readonly title: string;
  /** What each is called in the file, and what it will be called here; none where nothing is new. */
  readonly files: readonly { readonly source: SourceName; readonly as: SourceName }[];
  /** Imports of it that were undone by edits, by when they were taken in. */
  readonly undone: readonly number[];
};

/** An opened file: unpacked and checked, not taken in. */
export type BansoOpened = {
  readonly at: number;
  readonly by: string;
  readonly app: string;
  readonly variant: BansoVariant;
  readonly extent: BansoExtent;
  readonly attachments: number;
  /** How many records and fields its maker left out; undefined where the file does not say. */
  readonly leftOut: number | undefined;
  readonly documents: readonly BansoNews[];
};

/** Log files that are there now and were not, or are longer than they were. */
export type BansoTaken = {
  readonly document: DocumentId;
  readonly sources: readonly SourceName[];
};

/** The last import that has not been undone. */
export type LastBanso = {
  readonly at: number;
  readonly made: number;
  readonly by: string;
  readonly titles: readonly string[];
  /** `files`: as if it had never come; `edits`: what nobody has changed since is set back by edits. */
  readonly way: 'files' | 'edits';
};

/** Which frames an import has brought into a document: those behind `before`, up to `after`. */
export type BansoSpan = {
  readonly document: DocumentId;
  readonly title: string;
  readonly before: readonly { readonly source: SourceName; readonly seq: number }[];
  readonly after: readonly { readonly source: SourceName; readonly seq: number }[];
};

export const undoneBanso = z.object({
  /** When the import was taken in. */
  at: z.number(),
  /** Not any more, once it was taken in again. */
  isUndone: z.boolean(),
});
export type UndoneBanso = Readonly<z.infer<typeof undoneBanso>>;

/** Bytes, or files. */
export type BansoProgress = { readonly done: number; readonly all: number };

const documentId = z.custom<DocumentId>(
  (value) => typeof value === 'string' && isDocumentId(value),
);
export const bansoRequest = z.object({
  /** What the dialog proposes. */
  name: z.string().max(400),
  variant: z.enum(BANSO_VARIANTS),
  extent: z.enum(BANSO_EXTENTS),
  documents: z
    .array(z.object({ document: documentId, title: z.string().max(400) }))
    .min(1)
    .max(10_000)
    .readonly(),
  /** How many workers give the pieces, by the ports that were opened last. */
  feeds: z.int().min(1).max(16),
  /** '' for none. */
  passphrase: z.string().max(1000),
});
export type BansoRequest = Readonly<z.infer<typeof bansoRequest>>;

export const bansoPlace = z.object({
  /**
   * `asked`: staff are asked for a file; `given`: the one that was dropped, or that the system gave us;
   * `again`: the one before, whose passphrase was asked for or was wrong.
   */
  from: z.enum(['asked', 'given', 'again']),
  /** '' for none. */
  passphrase: z.string().max(1000),
});
