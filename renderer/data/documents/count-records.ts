import type { DocumentId } from '#shared/documents/document-id.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import { assemble, projectAll } from '../projection/project.ts';
import { isNewer } from './format.ts';
import { hasPending } from './open-documents.ts';

/** A document's frames, those of each of its files. */
export type CountRequest = {
  readonly document: DocumentId;
  readonly packed: readonly Uint8Array[];
};

/** What a document holds when it is replayed; undefined where it can't be, or not to its end. */
export type Counted = { readonly cases: number; readonly meetings: number };

/** Replays a document from its logs alone and counts its records. Slow: call it in a worker. */
export const countRecords = ({ document, packed }: CountRequest): Counted | undefined => {
  try {
    const doc = assemble(
      packed.flatMap((frames) => unpackFrames(frames)).map((each) => each.update),
    );
    const { rows, format } = projectAll(document, doc);
    const isWhole = !hasPending(doc) && !isNewer(format);
    doc.destroy();
    if (!isWhole) return undefined;
    const count = (name: 'cases' | 'meetings'): number =>
      (rows.get(name) ?? []).filter((row) => row.deletedAt === '').length;
    return { cases: count('cases'), meetings: count('meetings') };
  } catch {
    return undefined;
  }
};
