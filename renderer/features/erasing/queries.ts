import type { FoundIn } from '#data/erasing/erasing.ts';
import type { ErasedRecord } from '#data/erasing/erasure.ts';
import type { Query } from '#data/records/query.ts';
import { isDocumentId } from '#shared/documents/document-id.ts';
import { attachments, officeAttachments } from '#shared/domain/attachment/attachment.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { rounds } from '#shared/domain/meeting/meeting.ts';
import { valueIn } from '#shared/domain/record/row-values.ts';
import { sayingOf } from '#shared/domain/record/saying.ts';
import { COLLECTIONS, collectionNamed } from '#shared/domain/schema.ts';
import type { AnyRow } from '#shared/domain/search/parts.ts';
import { titleOfRecord } from '#shared/domain/search/records.ts';

/** What records and documents are called, those in the bin too. */
export type Names = {
  readonly cases: readonly CaseRow[];
  /** By collection and id. */
  readonly records: ReadonlyMap<string, string>;
};

export const nameKey = (collection: string, id: string): string => `${collection} ${id}`;

/** Names of all records of some collections. */
export const namesQuery =
  (names: ReadonlySet<ErasedRecord['collection']>): Query<Names> =>
  async (reader) => {
    const records = new Map<string, string>();
    const numbered = await reader.everyRow(rounds);
    for (const name of names) {
      const collection = collectionNamed(name);
      for (const row of await reader.everyRow(collection)) {
        const roundOf = (id: string) => numbered.find((round) => round.id === id) ?? null;
        records.set(
          nameKey(name, row.id),
          // A row of any collection is one of named values.
          titleOfRecord(collection, row as unknown as AnyRow, roundOf) || sayingOf(collection, row),
        );
      }
    }
    return { cases: await reader.everyRow(cases), records };
  };

export const collectionsIn = (found: readonly FoundIn[]): ReadonlySet<ErasedRecord['collection']> =>
  new Set(found.flatMap(({ places }) => places.map(({ collection }) => collection)));

/** Records with all that belongs to them: a meeting with its findings and attendance, a person with posts. */
export const withOwnQuery =
  (records: readonly ErasedRecord[]): Query<readonly ErasedRecord[]> =>
  async (reader) => {
    const all = new Map(records.map((each) => [nameKey(each.document, each.id), each]));
    for (const collection of COLLECTIONS) {
      const { within = collection.name === 'posts' ? 'person' : undefined, name } = collection;
      if (within === undefined) continue;
      for (const row of await reader.everyRow(collection)) {
        const parent = all.get(nameKey(row.document, String(valueIn(row, within))));
        if (parent === undefined) continue;
        const { document } = parent;
        all.set(nameKey(document, row.id), { document, collection: name, id: row.id });
      }
    }
    return [...all.values()];
  };

/** An attached file as a record names it; without one where none does any more. */
export type AttachedFile = {
  readonly hash: string;
  readonly name: string;
  readonly record?: ErasedRecord;
};

/** Who names attached files of some hashes; one that nobody names stands without a record. */
export const attachedQuery =
  (hashes: readonly string[]): Query<readonly AttachedFile[]> =>
  async (reader) => {
    const named: AttachedFile[] = [];
    for (const collection of [attachments, officeAttachments]) {
      for (const { document, id, hash, name } of await reader.everyRow(collection)) {
        if (!hashes.includes(hash) || !isDocumentId(document)) continue;
        named.push({ hash, name, record: { document, collection: collection.name, id } });
      }
    }
    const known = new Set(named.map(({ hash }) => hash));
    const nameless = hashes.filter((hash) => !known.has(hash));
    return [...named, ...nameless.map((hash) => ({ hash, name: '' }))];
  };
