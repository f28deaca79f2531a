import type * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { assemble } from '../projection/project.ts';
import { formatOf, isNewer, newerFormatProblem } from './format.ts';
import { NOTE_FIELD, textName } from './keys.ts';
import { hasPending } from './open-documents.ts';
import { collectionsOf, createRecordReader } from './record-reader.ts';

/** Far above any real year of support, far below what would stop the app. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_RECORDS = 100_000;

export type InspectionRequest = {
  readonly document: DocumentId;
  /** What we hold. */
  readonly own: readonly Uint8Array[];
  /** What somebody else's file brings. */
  readonly foreign: readonly Uint8Array[];
};

export type Inspection = {
  /** Updates that the foreign ones build on are missing: what is there can be adopted, and is told. */
  readonly incomplete: boolean;
};

/**
 * Tries foreign updates on a scratch document before they are adopted.
 * It may be slow or run for ever on a hostile file: call it in a worker that can be killed.
 * @param noteFits whether the editor would keep all of a note
 */
export const inspect = (
  { document, own, foreign }: InspectionRequest,
  noteFits: (note: Y.XmlFragment) => boolean,
): Result<Inspection> => {
  if (isTooLong(foreign)) return fail(refusal('too-large', '大きすぎるため'));
  try {
    return inspectDoc(document, assemble([...own, ...foreign]), noteFits);
  } catch {
    return fail(refusal('damaged', '壊れているため'));
  }
};

/** Whether updates are far longer than those of any real document. */
export const isTooLong = (foreign: readonly Uint8Array[]): boolean =>
  foreign.reduce((sum, update) => sum + update.length, 0) > MAX_BYTES;

/**
 * The same for a scratch document that holds the updates already; where it passes, it is as it was.
 * @param reader of it, where there is one already
 * @throws whatever Yjs throws of what is damaged
 */
export const inspectDoc = (
  document: DocumentId,
  scratch: Y.Doc,
  noteFits: (note: Y.XmlFragment) => boolean,
  reader = createRecordReader(document, scratch),
): Result<Inspection> => {
  if (isNewer(formatOf(scratch))) return fail(newerFormatProblem());
  let records = 0;
  for (const collection of collectionsOf(document)) {
    const ids = [...reader.ids(collection)];
    records += ids.length;
    if (records > MAX_RECORDS) return fail(refusal('too-large', '件数が多すぎるため'));
    if (!collection.note) continue;
    for (const id of ids) {
      if (!noteFits(scratch.getXmlFragment(textName(collection.name, id, NOTE_FIELD)))) {
        return fail(refusal('damaged', '記録の本文に、この版では扱えない内容があるため'));
      }
    }
  }
  return ok({ incomplete: hasPending(scratch) });
};

export const refusal = (code: 'too-large' | 'damaged', why: string): Problem => ({
  code,
  happened: `ほかのパソコンの記録ファイルは、${why}取り込みませんでした。`,
  safe: 'このパソコンの記録はそのままです。',
  todo: '渡した人に、もう一度書き出してもらってください。',
});
