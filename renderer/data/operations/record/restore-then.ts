import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Collection, Member, Row } from '#shared/domain/record/collection.ts';
import type { Field } from '#shared/domain/record/field.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { isLive } from '#shared/domain/record/row-values.ts';
import { ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { RecordThen } from '../../history/document-history.ts';
import type { Draft } from '../../records/draft.ts';
import { missing } from './records.ts';

/*
 * 「この時点に戻す」: a field, a note or a whole record says again what it said at some moment. An ordinary
 * edit of today, which the history tells like any other and which can be undone.
 */

const unchanged = (): Result<never> => refuse('いまも同じ内容です。', '別の時点を選んでください。');

/** Fields that name what ids beside them stand for, where the ids do not say so themselves. */
const IDS_BESIDE: Partial<Record<CollectionName, Readonly<Record<string, readonly string[]>>>> = {
  attendances: { name: ['person', 'organization'] },
  caseSupporters: { name: ['organizationId', 'person'] },
  programmeItems: { speaker: ['person'] },
  cases: { municipalityName: ['municipalityCode'] },
};

const idsBeside = (collection: Collection, name: string): readonly string[] => [
  ...collection.values.flatMap(([field, { named }]) => (named === name ? [field] : [])),
  ...(IDS_BESIDE[collection.name]?.[name] ?? []),
];

/** A record in the bin or not. */
const rowOf = (
  draft: Draft,
  document: DocumentId,
  collection: Collection,
  id: string,
): Row<Collection> | undefined =>
  draft.withBinned(document, collection).find((row) => row.id === id);

/** Gives one field of a record in use what it said then; a name takes along what it is the name of. */
export const restoreField = (
  draft: Draft,
  document: DocumentId,
  collection: Collection,
  id: string,
  name: string,
  then: RecordThen,
): Result<null> => {
  const now = rowOf(draft, document, collection, id);
  if (now === undefined || !isLive(now)) return missing(collection.what);
  if (then.row === null) return missing(collection.what);
  const written = [name, ...idsBeside(collection, name)].map((field) =>
    writeField(draft, document, collection, id, field, now, then),
  );
  const refused = written.find((each) => !each.ok);
  if (refused !== undefined && !refused.ok) return refused;
  return written.some((each) => each.ok && each.value) ? ok(null) : unchanged();
};

/** Gives a record back all that it said then, its note too, and takes it out of the bin; its place stays. */
export const restoreRecord = (
  draft: Draft,
  document: DocumentId,
  collection: Collection,
  id: string,
  then: RecordThen,
): Result<null> => {
  const now = rowOf(draft, document, collection, id);
  if (now === undefined || then.row === null) return missing(collection.what);
  if (!isLive(then.row)) {
    return refuse(
      `この時点では、この${collection.what}は削除されていました。`,
      '別の時点を選んでください。',
    );
  }
  let isChanged = !isLive(now);
  if (isChanged) draft.restore(document, collection, id);
  for (const [name, { kind }] of Object.entries<Field>(collection.fields)) {
    if (kind === 'order') continue;
    const written = writeField(draft, document, collection, id, name, now, then);
    if (!written.ok) return written;
    isChanged ||= written.value;
  }
  return isChanged ? ok(null) : unchanged();
};

/** @returns whether the field said something else */
const writeField = (
  draft: Draft,
  document: DocumentId,
  collection: Collection,
  id: string,
  name: string,
  now: NonNullable<RecordThen['row']>,
  then: RecordThen,
): Result<boolean> => {
  const field = collection.fields[name];
  if (field === undefined) return ok(false);
  if (field.kind === 'note') {
    const { note } = then;
    const isSame =
      JSON.stringify(draft.noteTree(document, collection, id)) === JSON.stringify(note);
    if (note === null || isSame) return ok(false);
    draft.setNoteTree(document, collection, id, note);
    return ok(true);
  }
  const value = then.row?.[name];
  if (JSON.stringify(value) === JSON.stringify(now[name])) return ok(false);
  if (field.kind === 'members') {
    // What a set of the collection holds is a list of members.
    draft.setMembers(document, collection, id, name as never, (value ?? []) as readonly Member[]);
    return ok(true);
  }
  if (field.kind !== 'text') {
    const checked = field.check(field.type.parse(value));
    if (!checked.ok) return checked;
  }
  draft.set(document, collection, id, { [name]: value });
  return ok(true);
};
