import type { z } from 'zod';
import { AUDIENCES, type Audience } from './audience.ts';
import type { Field, ValueField } from './field.ts';
import type { CollectionName, Id } from './ids.ts';

/** Which kind of document a collection's records live in. */
export type Home = 'office' | 'case';

/** A member of a set: a reference that keeps the name beside the id, so that it stays readable alone. */
export type Member = {
  readonly id: string;
  readonly name: string;
  /** Fractional order key; members with equal keys stand in the order of their ids. */
  readonly order: string;
};

type Fields = Readonly<Record<string, Field>>;

type NamesOf<F, Kind extends Field['kind']> = {
  [K in keyof F]: F[K] extends { readonly kind: Kind } ? K : never;
}[keyof F] &
  string;

/** A collection of records in a document, with its fields in the order in which a record's page has them. */
export type Collection<F extends Fields = Fields, N extends CollectionName = CollectionName> = {
  readonly name: N;
  readonly home: Home;
  /** What one of its records is called: 会合. */
  readonly what: string;
  readonly fields: F;
  /** The field that names the record among whose others it stands in order: of an attendance, the meeting. */
  readonly within: string | undefined;
  /** The fields of a single value each. */
  readonly values: readonly (readonly [name: string, field: ValueField])[];
  readonly sets: readonly string[];
  readonly texts: readonly string[];
  /** Whether each record has a rich note. */
  readonly note: boolean;
};

/** One whose records stand in an order that people choose. */
export type OrderedCollection<N extends CollectionName = CollectionName> = Collection<
  Fields & { readonly order: ValueField<string> },
  N
>;

/** The values of a record: what its fields hold, apart from sets, long texts and the note. */
export type FieldsOf<C> =
  C extends Collection<infer F>
    ? {
        readonly [K in keyof F as F[K] extends { readonly type: unknown }
          ? K
          : never]: F[K] extends {
          readonly type: z.ZodType<infer V>;
        }
          ? V
          : never;
      }
    : never;
export type SetsOf<C> = C extends Collection<infer F> ? NamesOf<F, 'members'> : never;
export type TextsOf<C> = C extends Collection<infer F> ? NamesOf<F, 'text'> : never;

/** The ids of a collection's records, which the compiler keeps apart from those of others. */
export type IdOf<C> = C extends Collection<Fields, infer N> ? Id<N> : never;

/** A record as screens read it: plain, readonly, always whole. */
export type Row<C> = {
  readonly id: IdOf<C>;
  /** The document that holds the record: `office` or `case:<id>`. */
  readonly document: string;
  /** When it was put into the bin (ISO time, `emptied …` once it left that), or '' while it is in use. */
  readonly deletedAt: string;
} & FieldsOf<C> & { readonly [K in SetsOf<C>]: readonly Member[] } & {
    readonly [K in TextsOf<C>]: string;
  };

/** Rows of several collections, under the names that they are asked by. */
export type RowsOf<Cs extends Readonly<Record<string, Collection>>> = {
  readonly [Name in keyof Cs]: readonly Row<Cs[Name]>[];
};

const isValue = (field: Field): field is ValueField =>
  field.kind !== 'members' && field.kind !== 'text' && field.kind !== 'note';

export const defineCollection = <F extends Fields, const N extends CollectionName>(definition: {
  readonly name: N;
  readonly home: Home;
  readonly what: string;
  readonly within?: keyof F & string;
  readonly fields: F;
}): Collection<F, N> => {
  const all = Object.entries<Field>(definition.fields);
  const namesOf = (kind: Field['kind']): readonly string[] =>
    all.filter(([, field]) => field.kind === kind).map(([name]) => name);
  return {
    within: undefined,
    ...definition,
    values: all.flatMap(([name, field]) => (isValue(field) ? [[name, field] as const] : [])),
    sets: namesOf('members'),
    texts: namesOf('text'),
    note: namesOf('note').length > 0,
  };
};

/** What a field is called on the screen; 内容 for one that this app does not know. */
export const fieldName = (collection: Collection, field: string): string =>
  collection.fields[field]?.name ?? '内容';

/** What undo and history say of a change: 「場所を変更」. */
export const changeLabel = (collection: Collection, field: string): string =>
  `${fieldName(collection, field)}を変更`;

/** Whether a name is that of a field of a single value. */
export const isValueField = (collection: Collection, field: string): boolean =>
  collection.values.some(([name]) => name === field);

/** Whether concurrent values of a field are left untold. */
export const isQuiet = (collection: Collection, field: string): boolean =>
  collection.fields[field]?.isQuiet === true;

/** The words of a choice's stored value; the value itself where it is no choice. */
export const choiceWords = (collection: Collection, field: string, value: string): string => {
  const declared = collection.fields[field];
  return declared?.kind === 'choice' ? (declared.names?.[value] ?? value) : value;
};

/** A record of which nobody has said anything yet. */
export const emptyRow = <C extends Collection>(
  collection: C,
  document: string,
  id: string,
): Row<C> =>
  ({
    id,
    document,
    deletedAt: '',
    ...Object.fromEntries(
      collection.values.map(([name, { type }]) => [name, type.parse(undefined)]),
    ),
    ...Object.fromEntries(collection.sets.map((name) => [name, []])),
    ...Object.fromEntries(collection.texts.map((name) => [name, ''])),
    // The fields of a collection that is not yet known cannot be spelt out here.
  }) as unknown as Row<C>;

/** What makes a record go no further than to an audience, and what one of its kind is called: 課内協議. */
export type Reach = { readonly audience: Audience; readonly what: string };

/** How far a record may go as a whole: as far as the narrowest of its words does; null for everybody. */
export const reachOf = (
  { values }: Collection,
  row: Readonly<Record<string, unknown>>,
): Reach | null =>
  values
    .flatMap(([name, { reaches, names }]): readonly Reach[] => {
      const word = String(row[name]);
      const audience = reaches?.[word];
      return audience === undefined ? [] : [{ audience, what: names?.[word] ?? word }];
    })
    .toSorted((a, b) => AUDIENCES.indexOf(a.audience) - AUDIENCES.indexOf(b.audience))[0] ?? null;

/** Whether a record is the office's own: nobody else reads it. */
export const isInternal = (
  collection: Collection,
  row: Readonly<Record<string, unknown>>,
): boolean => reachOf(collection, row)?.audience === 'office';
