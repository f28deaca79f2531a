import { z } from 'zod';
import { type DocumentId, isDocumentId } from '../documents/document-id.ts';
import { fileHashes } from './attachments.ts';

export const erasedTraces = z.object({
  /** Documents in which something was erased: what was set aside of them goes. */
  documents: z
    .array(z.custom<DocumentId>((value) => typeof value === 'string' && isDocumentId(value)))
    .max(100_000),
  /** Attached files that no record names any more. */
  attachments: fileHashes,
});

/** What lies in the records folder beside the logs, and is to go. */
export type ErasedTraces = Readonly<z.infer<typeof erasedTraces>>;
