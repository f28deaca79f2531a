import { z } from 'zod';
import type { Member } from '../record/collection.ts';
import type { Field, MembersField } from '../record/field.ts';
import type { CollectionName } from '../record/ids.ts';
import { compareOrder, isLive } from '../record/row-values.ts';
import type { CaseRecordRows } from './case-record.ts';
import {
  actions,
  attendances,
  findings,
  type MeetingRow,
  meetingDays,
  meetings,
  programmeItems,
  rounds,
} from './meeting.ts';

/** What of a meeting's fields is not a fact of its record by itself: its round is told by its number. */
type Untold = 'round' | 'order';
type Told = Exclude<keyof typeof meetings.fields, Untold>;

/** The single values of a record, by the fields of the meeting and of its round. */
export type FactField = Told | 'roundNumber' | 'roundSummary';

const isWatched = ({ isWatched: watched, isQuiet }: Field): boolean =>
  watched !== false && isQuiet !== true;

/** What each fact is called, in the order in which the record's page has them. */
export const FACT_FIELD_NAMES: ReadonlyMap<FactField, string> = new Map(
  Object.entries<Field>(meetings.fields)
    .filter(([, field]) => isWatched(field))
    .flatMap(([name, field]): readonly (readonly [FactField, string])[] => {
      if (name === 'round') return [['roundNumber', field.name]];
      const own = [name as Told, field.name] as const;
      return name === 'summary' ? [['roundSummary', rounds.fields.summary.name], own] : [own];
    }),
);

/** The lists of a record. */
const LISTS = {
  days: meetingDays,
  attendances,
  programme: programmeItems,
  findings,
  actions,
} as const;
export const FACT_LISTS = Object.keys(LISTS) as readonly FactList[];
export type FactList = keyof typeof LISTS;

/** The collection of whose records a list is made, by the list's name; undefined for what is no list. */
export const collectionOfList = (list: string): CollectionName | undefined =>
  new Map(FACT_LISTS.map((each) => [each as string, LISTS[each].name])).get(list);

/** What a list is called: its records' own name. */
export const factListName = (list: FactList): string => LISTS[list].what;

/** A line of a list by its id: its values as they are stored. */
export type FactItem = { readonly id: string; readonly values: Readonly<Record<string, string>> };

/**
 * All that a meeting's record says, as plain texts: what is confirmed, and compared later on.
 * Values stand as they are stored, so that a better wording of dates is not taken for a change;
 * sets are one text each. A field or list may be missing in facts that another app version wrote.
 */
export type RecordFacts = {
  readonly fields: Readonly<Partial<Record<FactField, string>>>;
  readonly lists: Readonly<Partial<Record<FactList, readonly FactItem[]>>>;
};

/** The rows that a record is made of; those of other meetings and in the bin may be among them. */
export type RecordRows = Omit<CaseRecordRows, 'meetings' | 'variants'> & {
  readonly meeting: MeetingRow;
  /** The note as plain text. */
  readonly note: string;
};

/** A value as facts keep it: as it is stored, so that a better wording is not taken for a change. */
const stored = (value: unknown): string => {
  if (value === true) return 'yes';
  // Of a choice, none is what a record says that was confirmed before there was one.
  if (value === 'none') return '';
  return value === null || value === undefined || value === false ? '' : String(value);
};

/** Fixed members in their usual order, since the order of pressing means nothing; others by name. */
const membersText = ({ names }: MembersField, members: readonly Member[]): string => {
  if (names === undefined) {
    return members
      .toSorted(compareOrder)
      .map(({ name }) => name)
      .join('、');
  }
  const ids = new Set(members.map(({ id }) => id));
  return [...Object.keys(names).filter((name) => ids.delete(name)), ...ids].join(' ');
};

const factOf = (field: Field, value: unknown): string =>
  field.kind === 'members' ? membersText(field, value as readonly Member[]) : stored(value);

/** The values of a list's line that a record says: not what it refers to, nor what goes on without it. */
const lineOf = (list: FactList, row: object): FactItem['values'] => {
  const told = LISTS[list].values.filter(
    ([, field]) => isWatched(field) && field.kind !== 'reference',
  );
  const values = new Map(Object.entries(row));
  return Object.fromEntries(told.map(([name]) => [name, stored(values.get(name))]));
};

/**
 * What a meeting's record says, by its declared fields. Left out is what moves without anybody editing
 * the record: whether an action that came of it is done, and the place among meetings of unknown day.
 */
export const factsOf = (rows: RecordRows): RecordFacts => {
  const { meeting } = rows;
  const round =
    meeting.kind === 'session'
      ? rows.rounds.find((row) => isLive(row) && row.id === meeting.round)
      : undefined;
  const values = new Map<string, unknown>(Object.entries(meeting));
  const fields = [...FACT_FIELD_NAMES.keys()].map((name): readonly [FactField, string] => {
    if (name === 'roundNumber') return [name, stored(round?.number)];
    if (name === 'roundSummary') return [name, round?.summary ?? ''];
    return [name, name === 'note' ? rows.note : factOf(meetings.fields[name], values.get(name))];
  });
  const listOf = (
    list: FactList,
    all: readonly {
      readonly id: string;
      readonly meeting: string;
      readonly deletedAt: string;
      readonly order: string;
    }[],
  ): readonly FactItem[] =>
    all
      .filter((row) => row.meeting === meeting.id && isLive(row))
      .toSorted(compareOrder)
      .map((row) => ({ id: row.id, values: lineOf(list, row) }));
  return {
    fields: Object.fromEntries(fields),
    lists: {
      days: listOf('days', rows.meetingDays),
      attendances: listOf('attendances', rows.attendances),
      programme: listOf('programme', rows.programmeItems),
      findings: listOf('findings', rows.findings),
      actions: listOf('actions', rows.actions),
    },
  };
};

const item = z.object({ id: z.string(), values: z.record(z.string(), z.string()) });
const factsSchema = z.object({
  fields: z.partialRecord(z.enum([...FACT_FIELD_NAMES.keys()]), z.string()),
  lists: z.partialRecord(z.enum(FACT_LISTS), z.array(item)),
});

export const writeFacts = (facts: RecordFacts): string => JSON.stringify(facts);

/** Facts as they were written; null where nothing can be read. What is not known is left out. */
export const readFacts = (text: string): RecordFacts | null => {
  try {
    const raw: unknown = JSON.parse(text);
    const { fields, lists } = z
      .object({
        fields: z.record(z.string(), z.unknown()),
        lists: z.record(z.string(), z.unknown()),
      })
      .parse(raw);
    return factsSchema.parse({
      fields: pick(fields, [...FACT_FIELD_NAMES.keys()]),
      lists: pick(lists, FACT_LISTS),
    });
  } catch {
    return null;
  }
};

const pick = (values: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name]]));
