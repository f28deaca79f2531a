import type * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { deviceOfSource, type SourceName } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { findConflicts } from '../conflicts/find-conflicts.ts';
import { isNewer, newerFormatProblem } from '../documents/format.ts';
import { inspect } from '../documents/inspect.ts';
import { collectionsOf } from '../documents/record-reader.ts';
import { assemble, type Projection, projectAll } from '../projection/project.ts';
import { type AnyRow, namesIn, rowsIn } from './page-document.ts';

type Packed = { readonly source: SourceName; readonly packed: Uint8Array };

export type CompareRequest = {
  readonly kind: 'compare';
  readonly document: DocumentId;
  /** What we hold; none where the document is new here. */
  readonly own: readonly Uint8Array[];
  /** All frames of our files, where several desks have written; for conflicts. */
  readonly files: readonly Packed[];
  /** All frames of the files that come, by the names that they will have here. */
  readonly incoming: readonly Packed[];
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
  readonly changes: readonly RecordChange[];
  readonly unchanged: number;
  /** What both have written without having seen each other. */
  readonly conflicts: readonly Conflict[];
  /** Rows by collection and id, as they would stand: conflicts are told in their words. */
  readonly records: readonly (readonly [string, Readonly<Record<string, unknown>>])[];
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
  const frames = incoming.map(({ source, packed }) => ({
    source,
    device: deviceOfSource(source),
    frames: unpackFrames(packed),
  }));
  const all = frames.flatMap((file) => file.frames);
  if (all.some(({ format }) => isNewer(format))) return fail(newerFormatProblem());
  const foreign = all.map(({ update }) => update);
  const inspected = inspect({ document, own, foreign }, noteFits);
  if (!inspected.ok) return inspected;
  if (inspected.value.incomplete) return fail(incompleteProblem());
  const before = projected(document, own);
  const after = projected(document, [...own, ...foreign]);
  const changes = changesBetween(document, before, after);
  const conflicts = own.length === 0 ? [] : conflictsOf(request, frames);
  const theirs = own.length === 0 ? after : projected(document, foreign);
  const lacking = changesBetween(document, theirs, after);
  const relation = relationOf({ isNew: own.length === 0, changes, conflicts, lacking });
  const touched = new Set(conflicts.map(({ record }) => record));
  const records = collectionsOf(document).flatMap(({ name }) =>
    rowsIn(after, name)
      .filter(({ id }) => touched.has(id))
      .map((row) => [`${name} ${row.id}`, row] as const),
  );
  const count = collectionsOf(document)
    .flatMap(({ name }) => rowsIn(after, name))
    .filter(({ deletedAt }) => deletedAt === '').length;
  const present = changes.filter(({ kind }) => kind !== 'deleted').length;
  return ok({ document, relation, changes, unchanged: count - present, conflicts, records });
};

type Weighed = Pick<Comparison, 'changes' | 'conflicts'> & {
  readonly isNew: boolean;
  /** What would stand here that the file's maker does not have. */
  readonly lacking: readonly RecordChange[];
};

/** Whose value is shown says nothing of who wrote: of a conflict either side may look as if it were alone. */
const relationOf = ({ isNew, changes, conflicts, lacking }: Weighed): Comparison['relation'] => {
  if (isNew) return 'new';
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
  incoming: Parameters<typeof findConflicts>[1],
): readonly Conflict[] => {
  const coming = new Set(incoming.map(({ source }) => source));
  const here = files
    .filter(({ source }) => !coming.has(source))
    .map(({ source, packed }) => ({
      source,
      device: deviceOfSource(source),
      frames: unpackFrames(packed),
    }));
  const known = new Set(open);
  return findConflicts(document, [...here, ...incoming]).filter(({ id }) => !known.has(id));
};

const incompleteProblem = (): Problem => ({
  code: 'damaged',
  happened: 'この引継ぎファイルには、ほかのパソコンの記録の一部が入っていません。',
  safe: 'いまの記録には手を加えていません。',
  todo: 'つくった人に、もう一度つくってもらってください。',
});
