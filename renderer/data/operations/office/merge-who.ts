import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { mergedFields, WHO, type WhoKind } from '#shared/domain/office/merged-fields.ts';
import type { Collection, Member, Row } from '#shared/domain/record/collection.ts';
import { valueIn } from '#shared/domain/record/row-values.ts';
import { type Referring, referencesTo } from '#shared/domain/references.ts';
import { ok, type Result } from '#shared/result.ts';
import { collectionsOf } from '../../documents/record-reader.ts';
import type { Draft, Values } from '../../records/draft.ts';
import { missing } from '../record/records.ts';

/** Two records of one person or body: which stays, and which goes into the bin. */
export type WhoPair = { readonly kind: WhoKind; readonly keep: string; readonly gone: string };

type Kept = { readonly id: string; readonly name: string };

/**
 * Merges two records of one person or body. All that refers to the one that goes names the other
 * afterwards, in documents and in the bin too; nothing that either said is lost (`mergedFields`). Names that
 * were written into the records of a case stay as they were written then; only the office's copies follow.
 * The command must name OFFICE and each document that refers to the one that goes.
 */
export const mergeWho = (
  draft: Draft,
  { kind, keep: keepId, gone: goneId }: WhoPair,
  documents: readonly DocumentId[],
): Result<null> => {
  const collection = WHO[kind];
  const keep = draft.row(OFFICE, collection, keepId);
  const gone = draft.row(OFFICE, collection, goneId);
  if (keep === undefined || gone === undefined || keepId === goneId) {
    return missing(collection.what);
  }
  const merged = mergedFields(kind, keep, gone);
  for (const document of documents) {
    const homes = new Set(collectionsOf(document).map(({ name }) => name));
    for (const referring of referencesTo(kind)) {
      if (!homes.has(referring.collection.name)) continue;
      for (const row of draft.withBinned(document, referring.collection)) {
        if (document === OFFICE && (row.id === keepId || row.id === goneId)) continue;
        follow(draft, document, referring, row, { gone: goneId, kept: keep });
      }
    }
  }
  draft.set(OFFICE, collection, keepId, merged.values as Values<typeof collection>);
  for (const [set, members] of Object.entries(merged.sets)) {
    setMembers(draft, OFFICE, collection, keepId, set, members);
  }
  // Notes that mention it, and those of desks that have not heard of this, are led on by it.
  draft.set(OFFICE, collection, goneId, { mergedInto: keepId } as Values<typeof collection>);
  draft.remove(OFFICE, collection, goneId);
  return ok(null);
};

const setMembers = (
  draft: Draft,
  document: DocumentId,
  collection: Collection,
  id: string,
  set: string,
  members: readonly Member[],
  // The sets of a collection that is not known here cannot be spelt out.
): void => draft.setMembers(document, collection, id, set as never, members);

const follow = (
  draft: Draft,
  document: DocumentId,
  { collection, fields, sets }: Referring,
  row: Row<Collection>,
  { gone, kept }: { readonly gone: string; readonly kept: Kept },
): void => {
  const values = fields
    .filter(({ field }) => valueIn(row, field) === gone)
    .flatMap(({ field, named }) => [
      [field, kept.id],
      ...(named === undefined ? [] : [[named, kept.name]]),
    ]);
  if (values.length > 0) {
    draft.set(document, collection, row.id, Object.fromEntries(values) as Values<Collection>);
  }
  for (const set of sets) {
    const members = valueIn(row, set) as readonly Member[];
    if (!members.some(({ id }) => id === gone)) continue;
    const isThere = members.some(({ id }) => id === kept.id);
    const next = members.flatMap((member) =>
      member.id !== gone ? [member] : isThere ? [] : [{ ...member, id: kept.id }],
    );
    setMembers(draft, document, collection, row.id, set, next);
  }
};

/** Keeps two records that are alike from being told as likely doubles again. The command must name OFFICE. */
export const keepApart = (
  draft: Draft,
  kind: WhoKind,
  one: string,
  other: string,
): Result<null> => {
  const collection = WHO[kind];
  const [row, beside] = [draft.row(OFFICE, collection, one), draft.row(OFFICE, collection, other)];
  if (row === undefined || beside === undefined) return missing(collection.what);
  const members = [...row.apart, { id: beside.id, name: beside.name }];
  draft.setMembers(OFFICE, collection, one, 'apart', members);
  return ok(null);
};
