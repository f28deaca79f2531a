import type { DocumentId } from '#shared/documents/document-id.ts';
import { type Collection, emptyRow, type Row } from '#shared/domain/record/collection.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a command has written so far, over the rows as they stood before it. */
export type Changes = {
  readonly note: (
    document: DocumentId,
    collection: Collection,
    id: string,
    field: string,
    value: unknown,
  ) => void;
  readonly one: <C extends Collection>(
    document: DocumentId,
    collection: C,
    id: string,
    before: Row<C> | undefined,
  ) => Row<C> | undefined;
  readonly over: <C extends Collection>(
    document: DocumentId,
    collection: C,
    before: readonly Row<C>[],
  ) => readonly Row<C>[];
};

export const createChanges = (): Changes => {
  const all = new Map<string, Map<string, Values>>();
  const of = (document: DocumentId, collection: Collection): ReadonlyMap<string, Values> =>
    all.get(`${document} ${collection.name}`) ?? new Map();

  const merge = <C extends Collection>(
    document: DocumentId,
    collection: C,
    id: string,
    before: Row<C> | undefined,
    values: Values,
  ): Row<C> => ({ ...(before ?? emptyRow(collection, document, id)), ...values });

  return {
    note: (document, collection, id, field, value) => {
      const key = `${document} ${collection.name}`;
      const records = all.get(key) ?? new Map<string, Values>();
      all.set(key, records);
      records.set(id, { ...records.get(id), [field]: value });
    },
    one: (document, collection, id, before) => {
      const values = of(document, collection).get(id);
      return values === undefined ? before : merge(document, collection, id, before, values);
    },
    over: (document, collection, before) => {
      const changed = of(document, collection);
      if (changed.size === 0) return before;
      const left = new Map(changed);
      const rows = before.map((row) => {
        const values = left.get(row.id);
        left.delete(row.id);
        return values === undefined ? row : merge(document, collection, row.id, row, values);
      });
      const made = [...left].map(([id, values]) =>
        merge(document, collection, id, undefined, values),
      );
      return [...rows, ...made];
    },
  };
};
