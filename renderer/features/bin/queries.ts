import type { Query } from '#data/records/query.ts';
import type { Day } from '#shared/dates/types.ts';
import { type DocumentId, isDocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { type RoundRow, rounds } from '#shared/domain/meeting/meeting.ts';
import { type BinnedRow, binRange } from '#shared/domain/record/bin.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import { isLive, valueIn } from '#shared/domain/record/row-values.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';

/** All that is in the bin, and what names it. */
export type BinRows = {
  readonly rows: readonly BinnedRow[];
  /** Of the documents in question; cases in the bin too. */
  readonly cases: readonly CaseRow[];
  readonly rounds: readonly RoundRow[];
};

export const binQuery =
  (today: Day): Query<BinRows> =>
  async (reader) => {
    const rows = await reader.bin(binRange(today));
    const documents = [...new Set(rows.map(({ row }) => row.document))]
      .filter(isDocumentId)
      .filter((document) => document !== OFFICE);
    const [heads, numbered] = await Promise.all([
      reader.withBinned(cases, documents),
      reader.withBinned(rounds, documents),
    ]);
    return { rows, cases: heads, rounds: numbered };
  };

/** A record in use that names a deleted one. */
export type Reference = { readonly collection: Collection; readonly row: object };

/** What a look at a deleted record shows beside its own fields. */
export type BinDetail = {
  /** The text of its note; '' where it has none. */
  readonly note: string;
  /** Records that belong to it and come back with it: of a meeting its findings, attendance … */
  readonly own: readonly Reference[];
  /** Records that name it, and stay. */
  readonly references: readonly Reference[];
};

export const detailQuery =
  (document: DocumentId, { collection, row }: BinnedRow): Query<BinDetail> =>
  async (reader) => {
    const isOffice = document === OFFICE;
    const found = await Promise.all(
      COLLECTIONS.filter((each) => isOffice || each.home === 'case').map(async (each) => {
        const naming = isOffice ? await reader.all(each) : await reader.of(each, [document]);
        return naming
          .filter((other) => isLive(other) && names(each, other, row.id))
          .map((other) => ({ collection: each, row: other }));
      }),
    );
    const all = found.flat();
    const isOwn = (reference: Reference): boolean => {
      const { within } = reference.collection;
      return within !== undefined && valueIn(reference.row, within) === row.id;
    };
    return {
      note: collection.note ? await reader.note(document, row.id) : '',
      own: all.filter(isOwn),
      references: all.filter((each) => !isOwn(each)),
    };
  };

/** Whether a record names another one, by a reference or as a member of a set. */
const names = (collection: Collection, row: object, id: string): boolean => {
  const isNamed = collection.values.some(
    ([field, { kind }]) => kind === 'reference' && valueIn(row, field) === id,
  );
  return (
    isNamed ||
    collection.sets.some((set) => {
      const members = valueIn(row, set);
      return Array.isArray(members) && members.some((member) => member?.id === id);
    })
  );
};
