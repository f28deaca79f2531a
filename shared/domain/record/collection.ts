import type { z } from 'zod';

/** Which kind of document a collection's records live in. */
export type Home = 'office' | 'case';

/** A member of a set: a reference that keeps the name beside the id, so that it stays readable alone. */
export type Member = {
  readonly id: string;
  readonly name: string;
  /** Fractional order key; members with equal keys stand in the order of their ids. */
  readonly order: string;
};

/**
 * A collection of records in a document. Each field is a zod type that repairs instead of failing
 * (`.catch(…)`), since two legal edits, or an older or newer app, may leave anything in a field.
 */
export type Collection<
  Fields extends z.ZodRawShape = z.ZodRawShape,
  Sets extends string = string,
  Texts extends string = string,
> = {
  readonly name: CollectionName;
  readonly home: Home;
  readonly fields: Fields;
  /** Names of sets: one key for each member, so that two people may add side by side. */
  readonly sets: readonly Sets[];
  /** Names of long texts: each a `Y.Text`, merged letter by letter. */
  readonly texts: readonly Texts[];
  /** Whether each record has a rich note, a `Y.XmlFragment`. */
  readonly note: boolean;
};

export type CollectionName =
  | 'cases'
  | 'caseSupporters'
  | 'rounds'
  | 'meetings'
  | 'attendances'
  | 'programmeItems'
  | 'findings'
  | 'actions'
  | 'variants'
  | 'confirmations'
  | 'people'
  | 'organizations'
  | 'municipalities'
  | 'figures'
  | 'themes'
  | 'roadmaps'
  | 'laneGroups'
  | 'lanes'
  | 'bars'
  | 'milestones'
  | 'dependencies'
  | 'roadmapVersions'
  | 'tableOptions'
  | 'importMappings';

export type FieldsOf<C> =
  C extends Collection<infer F, string, string>
    ? { readonly [K in keyof F]: z.infer<F[K]> }
    : never;
export type SetsOf<C> = C extends Collection<z.ZodRawShape, infer S, string> ? S : never;
export type TextsOf<C> = C extends Collection<z.ZodRawShape, string, infer T> ? T : never;

/** A record as screens read it: plain, readonly, always whole. */
export type Row<C> = {
  readonly id: string;
  /** The document that holds the record: `office` or `case:<id>`. */
  readonly document: string;
  /** When it was put into the bin (ISO time), or '' while it is in use. */
  readonly deletedAt: string;
} & FieldsOf<C> & { readonly [K in SetsOf<C>]: readonly Member[] } & {
    readonly [K in TextsOf<C>]: string;
  };

export const defineCollection = <
  Fields extends z.ZodRawShape,
  const Sets extends string = never,
  const Texts extends string = never,
>(definition: {
  readonly name: CollectionName;
  readonly home: Home;
  readonly fields: Fields;
  readonly sets?: readonly Sets[];
  readonly texts?: readonly Texts[];
  readonly note?: boolean;
}): Collection<Fields, Sets, Texts> => ({ sets: [], texts: [], note: false, ...definition });
