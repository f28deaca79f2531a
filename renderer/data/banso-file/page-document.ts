import type { PageDocument, PageRecord } from '#shared/banso-file/page.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { RoundRow } from '#shared/domain/meeting/meeting.ts';
import type { Collection, Member } from '#shared/domain/record/collection.ts';
import type { Field } from '#shared/domain/record/field.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { sayingOf } from '#shared/domain/record/saying.ts';
import { titleOfRecord } from '#shared/domain/search/records.ts';
import { collectionsOf } from '../documents/record-reader.ts';
import type { Projection } from '../projection/project.ts';

export type AnyRow = {
  readonly id: string;
  readonly document: string;
  readonly deletedAt: string;
} & Readonly<Record<string, unknown>>;

/** Rows of whatever collection: what every record has, and its values by name. */
export const rowsIn = ({ rows }: Projection, name: CollectionName): readonly AnyRow[] =>
  // A projection knows its rows by their collection alone.
  (rows.get(name) ?? []) as unknown as readonly AnyRow[];

/** What one record is called, as far as its own document says. */
export const namesIn = (projection: Projection) => {
  const rounds = (projection.rows.get('rounds') ?? []) as unknown as readonly RoundRow[];
  const byId = new Map(rounds.map((row) => [row.id as string, row]));
  return (collection: Collection, row: object): string =>
    titleOfRecord(collection, row as AnyRow, (id) => byId.get(id) ?? null) ||
    sayingOf(collection, row);
};

/**
 * A document for the readable copy: every collection by its declaration, what is in the bin aside.
 * @param book its 引継書, which stands before the records
 */
export const pageDocument = (
  document: DocumentId,
  title: string,
  projection: Projection,
  book: PageDocument['book'],
): PageDocument => {
  const nameOf = namesIn(projection);
  const notes = new Map(projection.notes.map(({ id, text }) => [id, text]));
  const names = new Map<string, string>();
  const live = collectionsOf(document).map((collection) => ({
    collection,
    rows: rowsIn(projection, collection.name).filter(({ deletedAt }) => deletedAt === ''),
  }));
  for (const { collection, rows } of live) {
    for (const row of rows) names.set(row.id, nameOf(collection, row));
  }
  return {
    title,
    book,
    sections: live.flatMap(({ collection, rows }) => {
      const records = rows.toSorted(byDay).flatMap((row): readonly PageRecord[] => {
        const lines = linesOf(collection, row, notes.get(row.id) ?? '', names);
        return lines.length === 0 ? [] : [{ title: names.get(row.id) ?? '', lines }];
      });
      return records.length === 0 ? [] : [{ what: collection.what, records }];
    }),
  };
};

const byDay = (a: AnyRow, b: AnyRow): number =>
  keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0;

const keyOf = ({ date, order, id }: AnyRow): string =>
  [date, order, id].map((part) => (typeof part === 'string' ? part : '')).join(' ');

const linesOf = (
  { fields }: Collection,
  row: AnyRow,
  note: string,
  names: ReadonlyMap<string, string>,
): PageRecord['lines'] =>
  Object.entries<Field>(fields).flatMap(([name, field]) => {
    const words = wordsOf(field, row[name], note, names);
    return words === '' ? [] : [{ name: field.name, words }];
  });

const wordsOf = (
  field: Field,
  value: unknown,
  note: string,
  names: ReadonlyMap<string, string>,
): string => {
  switch (field.kind) {
    case 'note':
      return note;
    case 'text':
      return typeof value === 'string' ? value : '';
    case 'members':
      return Array.isArray(value)
        ? (value as readonly Member[]).map(({ id, name }) => name || names.get(id) || '').join('、')
        : '';
    case 'reference':
      // The name that stands beside it says the same.
      return field.named === undefined ? (names.get(String(value)) ?? '') : '';
    case 'order':
    case 'hidden':
      return '';
    case 'choice':
      // That there is none says nothing to whoever reads.
      return value === 'none' ? '' : field.words(value);
    default:
      return field.isQuiet === true || value === undefined ? '' : field.words(value);
  }
};
