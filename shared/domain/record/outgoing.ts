import { type Audience, mayBeShownTo } from './audience.ts';
import { type Collection, reachOf } from './collection.ts';
import type { Field } from './field.ts';
import type { CollectionName } from './ids.ts';
import { isLive } from './row-values.ts';

/*
 * What goes out goes through here: rows in, the rows that an audience may see out, with what was taken from
 * them. It knows the declarations alone, so that a new field or collection is held back by itself.
 */

/** What is said of a name that does not go to the public. */
export const PERSONS_NAME = '個人の名前';

/** Whether the person that a field of a record names is there as a private person. */
export type PrivatePeople = (row: Readonly<Record<string, unknown>>, personIn: string) => boolean;

/** Something that an audience does not see: a record, or a field of one. */
export type LeftOut = {
  readonly collection: CollectionName;
  readonly id: string;
  /** Null for the record as a whole. */
  readonly field: string | null;
  /** 課内協議, 心掛け, 備考（内部用）, 個人の名前 */
  readonly what: string;
};

/** For whom an output is made, and what of its own it leaves out for that. */
export type Outgoing = { readonly audience: Audience; readonly leftOut: readonly LeftOut[] };

type AnyRow = { readonly id: string; readonly deletedAt: string };
type Values = Readonly<Record<string, unknown>>;

/** Rows for an audience, and all that was taken from them, whether an output would have shown it or not. */
export type ForAudience<R> = { readonly rows: R; readonly leftOut: readonly LeftOut[] };

/**
 * The rows of some collections as an audience may see them. What stands within a record that stays behind
 * stays behind too, and nothing names it any more.
 * @param rows by the same keys as their collections; a row may have some of its fields alone
 * @param isPrivate whether a person is there as a private person
 */
export const forAudience = <K extends string, R extends Readonly<Record<K, readonly AnyRow[]>>>(
  collections: Readonly<Record<K, Collection>>,
  rows: R,
  audience: Audience,
  isPrivate: PrivatePeople,
): ForAudience<Pick<R, K>> => {
  if (audience === 'office') return { rows, leftOut: [] };
  const all = Object.entries<Collection>(collections).map(([key, collection]) => ({
    key,
    collection,
    rows: rows[key as K] as readonly (AnyRow & Values)[],
  }));
  const gone = goneFor(all, audience);
  const leftOut: LeftOut[] = [];
  const kept = all.map(({ key, collection, rows: own }) => {
    const tell = (row: AnyRow, field: string | null, what: string): void => {
      const { name } = collection;
      if (isLive(row)) leftOut.push({ collection: name, id: row.id, field, what });
    };
    const shown = own.flatMap((row) => {
      const what = gone.get(row.id);
      if (what === undefined) {
        return [withoutFields(collection, row, { audience, gone, isPrivate, tell })];
      }
      tell(row, null, what);
      return [];
    });
    return [key, shown] as const;
  });
  // Each row is the one that was there, or a copy of it with the same fields.
  return { rows: Object.fromEntries(kept) as unknown as Pick<R, K>, leftOut };
};

type Loaded = { readonly collection: Collection; readonly rows: readonly (AnyRow & Values)[] };

/** By id, the records that stay behind, and what each is called. */
const goneFor = (all: readonly Loaded[], audience: Audience): ReadonlyMap<string, string> => {
  const gone = new Map<string, string>();
  for (const { collection, rows } of all) {
    for (const row of rows) {
      const reach = reachOf(collection, row);
      if (reach !== null && !mayBeShownTo(reach.audience, audience)) gone.set(row.id, reach.what);
    }
  }
  const inGone: [string, string][] = [];
  for (const { collection, rows } of all) {
    const { within, what, values } = collection;
    const homes = [
      ...(within === undefined ? [] : [within]),
      ...values.flatMap(([name, { standsFor }]) => (standsFor === true ? [name] : [])),
    ];
    for (const row of rows) {
      if (homes.some((home) => gone.has(String(row[home])))) inGone.push([row.id, what]);
    }
  }
  for (const [id, what] of inGone) if (!gone.has(id)) gone.set(id, what);
  return gone;
};

type Surroundings = {
  readonly audience: Audience;
  /** By id, what is not there. */
  readonly gone: ReadonlyMap<string, string>;
  readonly isPrivate: PrivatePeople;
  readonly tell: (row: AnyRow, field: string | null, what: string) => void;
};

/** A record without what of it stays behind; itself where that is nothing. */
const withoutFields = (
  collection: Collection,
  row: AnyRow & Values,
  { audience, gone, isPrivate, tell }: Surroundings,
): AnyRow & Values => {
  const changed: Record<string, unknown> = {};
  for (const [name, field] of Object.entries<Field>(collection.fields)) {
    const value = row[name];
    if (isEmpty(value)) continue;
    if (field.reach !== undefined && !mayBeShownTo(field.reach, audience)) {
      changed[name] = emptyOf(field);
      tell(row, name, field.name);
    } else if (
      field.personIn !== undefined &&
      !mayBeShownTo('municipalities', audience) &&
      isPrivate(row, field.personIn)
    ) {
      changed[name] = '';
      tell(row, name, PERSONS_NAME);
    } else if (field.kind === 'members') {
      const members = value as readonly { readonly id: string }[];
      if (members.some(({ id }) => gone.has(id))) {
        changed[name] = members.filter(({ id }) => !gone.has(id));
      }
    } else if (field.kind === 'reference' && gone.has(String(value))) {
      changed[name] = '';
      if (field.named !== undefined) changed[field.named] = '';
    }
  }
  return Object.keys(changed).length === 0 ? row : { ...row, ...changed };
};

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0);

const emptyOf = (field: Field): unknown => {
  switch (field.kind) {
    case 'members':
      return [];
    case 'text':
    case 'note':
      return '';
    default:
      return field.type.parse(undefined);
  }
};

/** 内部の項目 3件を省きました; '' where nothing was. */
export const leftOutWords = ({ leftOut }: Outgoing): string =>
  leftOut.length === 0 ? '' : `内部の項目 ${leftOut.length.toLocaleString('ja-JP')}件を省きました`;

/** 課内協議 1件、心掛け 2件: what they are, by kind. */
export const leftOutKinds = ({ leftOut }: Outgoing): string => kindWords(countKinds(leftOut));

/** How many of each kind were left out. */
export type KindCounts = readonly (readonly [what: string, count: number])[];

export const countKinds = (leftOut: readonly LeftOut[]): KindCounts =>
  sumKinds([leftOut.map(({ what }) => [what, 1])]);

export const sumKinds = (all: readonly KindCounts[]): KindCounts => {
  const counts = new Map<string, number>();
  for (const [what, count] of all.flat()) counts.set(what, (counts.get(what) ?? 0) + count);
  return [...counts];
};

export const kindWords = (counts: KindCounts): string =>
  counts.map(([what, count]) => `${what} ${count.toLocaleString('ja-JP')}件`).join('、');
