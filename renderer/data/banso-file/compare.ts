import type * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { findConflicts } from '../conflicts/find-conflicts.ts';
import type { SourceFrames } from '../conflicts/frame-tree.ts';
import { isNewer, newerFormatProblem } from '../documents/format.ts';
import { inspectDoc, isTooLong, refusal } from '../documents/inspect.ts';
import {
  collectionsOf,
  createRecordReader,
  type RecordReader,
} from '../documents/record-reader.ts';
import { type PackedFile, unpackFile } from '../history/read-files.ts';
import { assemble, type Projection, projectAll } from '../projection/project.ts';
import { type ConflictsSeen, seenOfConflicts } from './conflict-seen.ts';
import { type AnyRow, namesIn, rowsIn } from './page-document.ts';
import type { DocumentTurns } from './turns.ts';

export type CompareRequest = {
  readonly kind: 'compare';
  readonly document: DocumentId;
  /** What we hold; none where the document is new here. */
  readonly own: readonly Uint8Array[];
  /** All frames of our files, where several desks have written; for conflicts. */
  readonly files: readonly PackedFile[];
  /** All frames of the files that come, by the names that they will have here. */
  readonly incoming: readonly PackedFile[];
  /** Conflicts that are open here already. */
  readonly open: readonly string[];
};

/** What would become of one record. */
export type RecordChange = {
  readonly collection: CollectionName;
  readonly id: string;
  readonly name: string;
  readonly kind: 'added' | 'changed' | 'deleted';
};

export type Comparison = {
  readonly document: DocumentId;
  /** `ahead`: nothing stands here that the file's maker does not have; `same`: no record would change. */
  readonly relation: 'new' | 'ahead' | 'both' | 'same';
  /** The first of them; `counts` has all. Those of a document that is new here are told by `firstOfNew`. */
  readonly changes: readonly RecordChange[];
  readonly counts: Readonly<Record<RecordChange['kind'], number>>;
  readonly unchanged: number;
  /** What both have written without having seen each other. */
  readonly conflicts: readonly Conflict[];
  /** What each of their sides had seen. */
  readonly seen: ConflictsSeen;
  /** Rows by collection and id, as they would stand: conflicts are told in their words. */
  readonly records: readonly (readonly [string, Readonly<Record<string, unknown>>])[];
  /** What was taken in before and undone by edits, and is offered again. */
  readonly again: readonly DocumentTurns[];
};

/**
 * What taking in some log files would change in a document, tried on scratch copies. It may be slow or run
 * for ever on a hostile file: call it in a worker that can be killed.
 */
export const compareBanso = (
  request: CompareRequest,
  noteFits: (note: Y.XmlFragment) => boolean,
): Result<Comparison> => {
  const { document, own, incoming } = request;
  const frames = incoming.map(unpackFile);
  const all = frames.flatMap((file) => file.frames);
  if (all.some(({ format }) => isNewer(format))) return fail(newerFormatProblem());
  const foreign = all.map(({ update }) => update);
  if (own.length === 0) return tryOut(document, foreign, foreign, noteFits, whatIsNew);
  const tried = tryOut(document, [...own, ...foreign], foreign, noteFits, projectAll);
  if (!tried.ok) return tried;
  const after = tried.value;
  const before = projected(document, own);
  const changes = changesBetween(document, before, after);
  const { conflicts, seen } = conflictsOf(request, frames);
  const lacking = changesBetween(document, projected(document, foreign), after);
  const relation = relationOf({ changes, conflicts, lacking });
  const records = toldBy(document, after, new Set(conflicts.map(({ record }) => record)));
  const counts = countsOf(changes);
  const unchanged = liveIn(document, after).length - counts.added - counts.changed;
  const listed = changes.slice(0, MOST_LISTED);
  return ok({
    ...{ document, relation, counts, unchanged, conflicts, seen, records },
    changes: listed,
    again: [],
  });
};

/** Some records, and the rounds by which meetings among them are called. */
const toldBy = (
  document: DocumentId,
  projection: Projection,
  touched: ReadonlySet<string>,
): Comparison['records'] => {
  const rounds = rowsIn(projection, 'meetings').flatMap((row) =>
    touched.has(row.id) && 'round' in row ? [row.round] : [],
  );
  const wanted = new Set<unknown>([...touched, ...rounds]);
  return collectionsOf(document).flatMap(({ name }) =>
    rowsIn(projection, name)
      .filter(({ id }) => wanted.has(id))
      .map((row) => [`${name} ${row.id}`, row] as const),
  );
};

/** Thousands of records are counted, and the first of them named. */
const MOST_LISTED = 200;

/** Assembled and looked through once: a whole desk has hundreds of documents. */
const tryOut = <T>(
  document: DocumentId,
  updates: readonly Uint8Array[],
  foreign: readonly Uint8Array[],
  noteFits: (note: Y.XmlFragment) => boolean,
  look: (document: DocumentId, scratch: Y.Doc, reader: RecordReader) => T,
): Result<T> => {
  if (isTooLong(foreign)) return fail(refusal('too-large', '大きすぎるため'));
  try {
    const scratch = assemble(updates);
    const reader = createRecordReader(document, scratch);
    const inspected = inspectDoc(document, scratch, noteFits, reader);
    if (!inspected.ok) return inspected;
    if (inspected.value.incomplete) return fail(incompleteProblem());
    const seen = look(document, scratch, reader);
    scratch.destroy();
    return ok(seen);
  } catch {
    return fail(refusal('damaged', '壊れているため'));
  }
};

const liveIn = (document: DocumentId, projection: Projection) =>
  collectionsOf(document).flatMap((collection) =>
    rowsIn(projection, collection.name)
      .filter(({ deletedAt }) => deletedAt === '')
      .map((row) => ({ collection, row })),
  );

/** A document that is not here: all that is in use in it is added. Reading all its rows takes as long as all else. */
const whatIsNew = (document: DocumentId, _: Y.Doc, reader: RecordReader): Comparison => {
  const counts = collectionsOf(document).map((collection) => reader.countInUse(collection));
  return {
    document,
    relation: 'new',
    counts: { added: counts.reduce((sum, count) => sum + count, 0), changed: 0, deleted: 0 },
    unchanged: 0,
    ...{ changes: [], conflicts: [], seen: [], records: [], again: [] },
  };
};

export type FirstOfNewRequest = Pick<CompareRequest, 'document' | 'incoming'> & {
  readonly kind: 'firstOfNew';
};

/** The first records of a document that is not here; it has been compared before. */
export const firstOfNew = ({ document, incoming }: FirstOfNewRequest): readonly RecordChange[] => {
  const updates = incoming.flatMap((file) => unpackFile(file).frames.map(({ update }) => update));
  const projection = projected(document, updates);
  const nameOf = namesIn(projection);
  return liveIn(document, projection)
    .slice(0, MOST_LISTED)
    .map(({ collection, row }) => ({
      ...{ collection: collection.name, id: row.id, name: nameOf(collection, row) },
      kind: 'added',
    }));
};

const countsOf = (changes: readonly RecordChange[]): Comparison['counts'] => {
  const counts = { added: 0, changed: 0, deleted: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
};

type Weighed = Pick<Comparison, 'changes' | 'conflicts'> & {
  /** What would stand here that the file's maker does not have. */
  readonly lacking: readonly RecordChange[];
};

/** Whose value is shown says nothing of who wrote: of a conflict either side may look as if it were alone. */
const relationOf = ({ changes, conflicts, lacking }: Weighed): Comparison['relation'] => {
  if (conflicts.length > 0) return 'both';
  if (changes.length === 0) return 'same';
  return lacking.length === 0 ? 'ahead' : 'both';
};

const projected = (document: DocumentId, updates: readonly Uint8Array[]): Projection => {
  const doc = assemble(updates);
  const projection = projectAll(document, doc);
  doc.destroy();
  return projection;
};

type Lookup = ReadonlyMap<string, { readonly text: string; readonly row: AnyRow }>;

const changesBetween = (
  document: DocumentId,
  before: Projection,
  after: Projection,
): readonly RecordChange[] => {
  const nameBefore = namesIn(before);
  const nameAfter = namesIn(after);
  return collectionsOf(document).flatMap((collection) => {
    const [old, now] = [lookup(before, collection.name), lookup(after, collection.name)];
    const changes: RecordChange[] = [];
    for (const [id, { text, row }] of now) {
      const was = old.get(id);
      if (was?.text === text) continue;
      const isIn = row.deletedAt === '';
      const wasIn = was !== undefined && was.row.deletedAt === '';
      if (!isIn && !wasIn) continue;
      const kind = isIn ? (wasIn ? 'changed' : 'added') : 'deleted';
      const name = nameAfter(collection, row) || (was ? nameBefore(collection, was.row) : '');
      changes.push({ collection: collection.name, id, name, kind });
    }
    return changes;
  });
};

/** Every record with its note, as one text to compare by. */
const lookup = (projection: Projection, name: CollectionName): Lookup => {
  const words = new Map(projection.notes.map((note) => [note.id, note.text]));
  return new Map(
    rowsIn(projection, name).map((row) => [
      row.id,
      { text: JSON.stringify([row, words.get(row.id) ?? '']), row },
    ]),
  );
};

const conflictsOf = (
  { document, files, open }: CompareRequest,
  incoming: readonly SourceFrames[],
): Pick<Comparison, 'conflicts' | 'seen'> => {
  const coming = new Set(incoming.map(({ source }) => source));
  const here = files.filter(({ source }) => !coming.has(source)).map(unpackFile);
  const known = new Set(open);
  const all = [...here, ...incoming];
  const conflicts = findConflicts(document, all).filter(({ id }) => !known.has(id));
  return { conflicts, seen: seenOfConflicts(document, all, conflicts) };
};

const incompleteProblem = (): Problem => ({
  code: 'damaged',
  happened: 'この引継ぎファイルには、ほかのパソコンの記録の一部が入っていません。',
  safe: 'いまの記録には手を加えていません。',
  todo: 'つくった人に、もう一度つくってもらってください。',
});
