import { z } from 'zod';
import { type DocumentId, isDocumentId } from '../documents/document-id.ts';
import { isId } from '../domain/record/ids.ts';
import { fileHashes } from './attachments.ts';

const documents = z
  .array(z.custom<DocumentId>((value) => typeof value === 'string' && isDocumentId(value)))
  .max(100_000);

export const erasedTraces = z.object({
  /** Documents in which something was erased: what was set aside of them goes. */
  documents,
  /** Attached files that no record names any more. */
  attachments: fileHashes,
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
