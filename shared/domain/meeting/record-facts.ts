import { z } from 'zod';
import { compareOrder, isLive } from '../record/row-values.ts';
import {
  type ActionRow,
  type AttendanceRow,
  type FindingRow,
  type MeetingRow,
  MODES,
  type ProgrammeItemRow,
  type RoundRow,
} from './meeting.ts';

/** The single values of a record, in the order in which its page has them. */
export const FACT_FIELDS = [
  'kind',
  'roundNumber',
  'partLabel',
  'ordinal',
  'title',
  'date',
  'startTime',
  'endTime',
  'timeNote',
  'state',
  'stateReason',
  'independent',
  'modes',
  'modeNote',
  'place',
  'supporters',
  'audience',
  'aim',
  'headCount',
  'attendanceText',
  'roundSummary',
  'summary',
  'note',
  'remarks',
  'source',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/** The lists of a record. */
export const FACT_LISTS = ['attendances', 'programme', 'findings', 'actions'] as const;
export type FactList = (typeof FACT_LISTS)[number];

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
export type RecordRows = {
  readonly meeting: MeetingRow;
  readonly rounds: readonly RoundRow[];
  readonly attendances: readonly AttendanceRow[];
  readonly programmeItems: readonly ProgrammeItemRow[];
  readonly findings: readonly FindingRow[];
  readonly actions: readonly ActionRow[];
  /** The note as plain text. */
  readonly note: string;
};

const number = (value: number | null): string => (value === null ? '' : String(value));

/** Modes in their usual order, since the order of pressing means nothing. */
const modesText = ({ modes }: MeetingRow): string => {
  const ids = new Set(modes.map(({ id }) => id));
  return [...MODES.filter((mode) => ids.delete(mode)), ...ids].join(' ');
};

/**
 * What a meeting's record says. Left out is what moves without anybody editing the record: whether an
 * action that came of it is done, and the place among meetings of unknown day.
 */
export const factsOf = (rows: RecordRows): RecordFacts => {
  const { meeting } = rows;
  const round =
    meeting.kind === 'session'
      ? rows.rounds.find((row) => isLive(row) && row.id === meeting.round)
      : undefined;
  const supporters = meeting.supporters.toSorted(compareOrder).map(({ name }) => name);
  const listOf = <R extends { id: string; meeting: string; deletedAt: string; order: string }>(
    list: readonly R[],
    values: (row: R) => FactItem['values'],
  ): readonly FactItem[] =>
    list
      .filter((row) => row.meeting === meeting.id && isLive(row))
      .toSorted(compareOrder)
      .map((row) => ({ id: row.id, values: values(row) }));
  const { kind, partLabel, ordinal, title, date, startTime, endTime, timeNote } = meeting;
  const { state, stateReason, place, modeNote, audience, attendanceText } = meeting;
  const { remarks, source, aim, summary } = meeting;
  return {
    fields: {
      ...{ kind, partLabel, ordinal, title, date, startTime, endTime, timeNote },
      ...{ state, stateReason, place, modeNote, audience, attendanceText },
      ...{ remarks, source, aim, summary },
      roundNumber: number(round?.number ?? null),
      roundSummary: round?.summary ?? '',
      independent: meeting.independent ? 'yes' : '',
      headCount: number(meeting.headCount),
      modes: modesText(meeting),
      supporters: supporters.join('、'),
      note: rows.note,
    },
    lists: {
      attendances: listOf(rows.attendances, ({ name, role, count }) => ({
        ...{ name, role },
        count: number(count),
      })),
      programme: listOf(rows.programmeItems, ({ time, title: item, speaker }) => ({
        ...{ time, title: item, speaker },
      })),
      findings: listOf(rows.findings, ({ kind: word, text }) => ({ kind: word, text })),
      actions: listOf(rows.actions, ({ text, owner, due }) => ({ text, owner, due })),
    },
  };
};

const item = z.object({ id: z.string(), values: z.record(z.string(), z.string()) });
const factsSchema = z.object({
  fields: z.partialRecord(z.enum(FACT_FIELDS), z.string()),
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
    return factsSchema.parse({ fields: pick(fields, FACT_FIELDS), lists: pick(lists, FACT_LISTS) });
  } catch {
    return null;
  }
};

const pick = (values: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name]]));
