import { z } from 'zod';
import { type DocumentId, isDocumentId } from '../documents/document-id.ts';
import { isId } from '../domain/record/ids.ts';
import { fileHashes } from './attachments.ts';
import { logRequestSchema, type SourceName } from './logs.ts';

/** When a restore moved something aside, as the name of its folder has it: 20270401T093000000Z. */
export const isStamp = (name: string): boolean => /^\d{8}T\d{9}Z$/.test(name);

const documents = z
  .array(z.custom<DocumentId>((value) => typeof value === 'string' && isDocumentId(value)))
  .max(100_000);

export const erasedTraces = z.object({
  /** Documents in which something was erased: what was set aside of them goes. */
  documents,
  /** Attached files that no record names any more. */
  attachments: fileHashes,
  /** What must stand in no name of a place, and in nothing that was set aside. */
  words: z.array(z.string().max(100_000)).max(10_000),
});

/** What lies in the records folder beside the logs, and is to go. */
export type ErasedTraces = Readonly<z.infer<typeof erasedTraces>>;

/** What staff have agreed to erase, as it lies in the records folder until the last of it is gone. */
export const erasePlan = z.object({
  kind: z.literal('banso-erasing'),
  words: z.array(z.string().max(100_000)).max(10_000),
  records: z
    .array(
      z.object({
        document: z.custom<DocumentId>((value) => typeof value === 'string' && isDocumentId(value)),
        collection: z.string().max(100),
        id: z.string().refine(isId),
      }),
    )
    .max(1_000_000),
  cases: documents,
  /** All that were found to hold it, and those of them that still do. */
  documents,
  left: documents,
  /** Files that were attached to what goes, and go too where no record names them afterwards. */
  attachments: fileHashes,
});

export type ErasePlan = Readonly<z.infer<typeof erasePlan>>;

/** What lies beside the logs and says a word, or cannot be looked into. */
export type Beside = {
  readonly attachments: readonly {
    readonly hash: string;
    readonly finding: 'says' | 'closed';
  }[];
  /** Files that were kept because they could not be read, by their names. */
  readonly setAside: readonly { readonly name: string; readonly finding: 'says' | 'closed' }[];
};

export const soughtWordsInput = z.array(z.string().max(100_000)).max(10_000);

/** A hand-over file that was made on this PC; `path` is '' where its name said what was erased. */
export type HandedOver = {
  readonly at: number;
  readonly path: string;
  readonly documents: readonly DocumentId[];
};

/** A log of a document as a restore has moved it aside. */
export type AsideLog = {
  readonly stamp: string;
  readonly document: DocumentId;
  readonly source: SourceName;
  /** What was erased in it is erased in what took its place too. */
  readonly isCarried: boolean;
};

export const asideRequest = z.object({ stamp: z.string().refine(isStamp), log: logRequestSchema });
export type AsideRequest = Readonly<z.infer<typeof asideRequest>>;
