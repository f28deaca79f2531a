import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { type LogPart, type SourceName, sourceOf } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import type { Database, DocumentRecord } from '../database.ts';
import { inspectDoc, isTooLong } from '../documents/inspect.ts';
import { hasPending } from '../documents/open-documents.ts';
import { loadPieces, storeWhole } from '../journal/cache.ts';
import { adoptionsOf, type Integration, isBlank, mergeNews } from '../journal/integrate.ts';
import { newsFrom, type SourceNews } from '../journal/read-sources.ts';
import { openCache } from '../open-cache.ts';
import { projectAll } from '../projection/project.ts';
import { tellCoarsely } from './coarse-changes.ts';

export type AdoptRequest = {
  /** The name of the cache. */
  readonly cache: string;
  readonly device: DeviceId;
  readonly document: DocumentId;
  /** What was read of each file, by its name here. */
  readonly parts: readonly (readonly [SourceName, LogPart])[];
  /** Others' files were tried on a scratch document before, and staff have said yes. */
  readonly isTried: boolean;
};

/**
 * What came of it; `undecided` where the document is in the cache, or something in it has to be judged apart,
 * `unknown` where whoever was asked ended without an answer: what it had stored is stored.
 */
export type Adopted =
  | { readonly kind: 'undecided' | 'unknown' }
  | ({ readonly kind: 'adopted' } & Told);

/** What the window has to be told of a document that was adopted. */
export type Told = Pick<Integration, 'problems' | 'restoreLog' | 'isForeign'>;

const UNDECIDED: Result<Adopted> = ok({ kind: 'undecided' });

/**
 * Brings documents into the cache that are not in it, the one way for a first start, a restore and a hand-over
 * file: nobody can be writing them, so all of the work is done beside the window.
 * @param noteFits whether the editor would keep all of a note
 */
export const createAdopt = (noteFits: (note: Y.XmlFragment) => boolean) => {
  let opened: Promise<Database> | undefined;
  return async (request: AdoptRequest): Promise<Result<Adopted>> => {
    try {
      opened ??= openCache(request.cache, tellCoarsely);
      return await adopt(await opened, request, noteFits);
    } catch (error) {
      return fail(notStored(error));
    }
  };
};

const adopt = async (
  database: Database,
  { device, document, parts, isTried }: AdoptRequest,
  noteFits: (note: Y.XmlFragment) => boolean,
): Promise<Result<Adopted>> => {
  const own = sourceOf(device);
  const pieces = await loadPieces(database, document);
  if (!isBlank(pieces)) return UNDECIDED;
  const news: SourceNews[] = [];
  for (const [source, part] of parts) {
    const read = newsFrom(part, source, undefined, source === own);
    if (!read.ok) return UNDECIDED;
    news.push(read.value);
  }
  const { doc, record, isIncomplete } = mergeNews(document, pieces, news, own);
  try {
    if (isIncomplete || hasPending(doc)) return UNDECIDED;
    if (!isTried && !isSound(document, doc, news, own, noteFits)) return UNDECIDED;
    const whole = { ...projectAll(document, doc), record, state: stateOf(doc, news) };
    await storeWhole(database, { ...whole, adoptions: adoptionsOf(news, own), saved: [] });
    return ok({ kind: 'adopted', ...toldOf(news, record) });
  } finally {
    doc.destroy();
  }
};

/** @param record as it was stored */
export const toldOf = (
  news: readonly SourceNews[],
  { seen, hasErased }: Pick<DocumentRecord, 'seen' | 'hasErased'>,
): Told => ({
  problems: news.flatMap((each) => each.problems),
  restoreLog: news.some((each) => each.restoreLog),
  // What one desk has written without having seen another's edits, nobody disagrees with.
  isForeign: news.length > 1 || seen.length > 1 || hasErased === 1,
});

/** Whether what others' files bring can be adopted. */
const isSound = (
  document: DocumentId,
  doc: Y.Doc,
  news: readonly SourceNews[],
  own: SourceName,
  noteFits: (note: Y.XmlFragment) => boolean,
): boolean => {
  const foreign = news.filter(({ source }) => source !== own).flatMap(({ frames }) => frames);
  if (foreign.length === 0) return true;
  if (isTooLong(foreign.map(({ update }) => update))) return false;
  return inspectDoc(document, doc, noteFits).ok;
};

/** What is one frame says all by itself. */
const stateOf = (doc: Y.Doc, news: readonly SourceNews[]): Uint8Array => {
  const [first, ...others] = news.flatMap(({ frames }) => frames);
  return first !== undefined && others.length === 0 ? first.update : Y.encodeStateAsUpdate(doc);
};

const notStored = (error: unknown): Problem => ({
  code: 'disk-error',
  happened: '記録を、画面用のデータに書けませんでした。',
  safe: '記録はファイルに残っています。',
  todo: '伴走ノートを開き直してください。もう一度読み込みます。',
  detail: error instanceof Error ? error.name : 'unknown',
});
