import { formatPartialDate } from '../../dates/format.ts';
import { isPartialDate } from '../../dates/types.ts';
import { assertNever } from '../../result.ts';
import { ROLE_NAMES } from '../office/office.ts';
import type { Field } from '../record/field.ts';
import { type ConfirmationRow, confirmationsInForce } from './confirmation.ts';
import { FINDING_KIND_NAMES, type MeetingRow, meetings, PROGRAMME_PART_NAMES } from './meeting.ts';
import {
  FACT_FIELD_NAMES,
  FACT_LISTS,
  type FactField,
  type FactItem,
  type FactList,
  factListName,
  factsOf,
  type RecordFacts,
  type RecordRows,
  readFacts,
} from './record-facts.ts';

/** 確定後の変更: what a record said of one thing when it was confirmed, and what it says now. */
export type ConfirmedChange = {
  /** Tells changes apart: the field, or the list and the id of its line. */
  readonly id: string;
  /** 日付, 出席, 次第の順番 … */
  readonly what: string;
  /** In words; '' for nothing. Of a text of several lines, those that differ. */
  readonly before: string;
  readonly after: string;
};

/**
 * What differs between two states of one record, in the order of its page. A field or list that
 * either side does not know is left alone: another version of the app wrote it.
 */
export const confirmedChanges = (
  before: RecordFacts,
  after: RecordFacts,
): readonly ConfirmedChange[] => [
  ...[...FACT_FIELD_NAMES].flatMap(([field, what]): readonly ConfirmedChange[] => {
    const [was, is] = [before.fields[field], after.fields[field]];
    if (was === undefined || is === undefined || was === is) return [];
    return [{ id: field, what, ...wordsOf(field, was, is) }];
  }),
  ...FACT_LISTS.flatMap((list) => {
    const [was, is] = [before.lists[list], after.lists[list]];
    return was === undefined || is === undefined ? [] : changesOfList(list, was, is);
  }),
];

/** What has changed in a record since it was confirmed; null where the snapshot cannot be read. */
export const changesSince = (
  confirmation: Pick<ConfirmationRow, 'snapshot'>,
  rows: RecordRows,
): readonly ConfirmedChange[] | null => {
  const before = readFacts(confirmation.snapshot);
  return before && confirmedChanges(before, factsOf(rows));
};

/** Whether a record says something else than when it was confirmed: what a printed mark stands for. */
export const isChangedSinceConfirmed = (
  confirmation: Pick<ConfirmationRow, 'snapshot'>,
  rows: RecordRows,
): boolean => (changesSince(confirmation, rows)?.length ?? 0) > 0;

/** The rows of one case, with the texts of its notes. */
type CaseRecords = Omit<RecordRows, 'meeting' | 'note'> & {
  readonly meetings: readonly MeetingRow[];
  readonly notes: readonly { readonly id: string; readonly text: string }[];
};

/** Each confirmed meeting of a case by its id, and whether its record was changed since. */
export const confirmedMeetings = (
  confirmations: readonly ConfirmationRow[],
  rows: CaseRecords,
): ReadonlyMap<string, { readonly isChanged: boolean }> => {
  const standing = confirmationsInForce(confirmations);
  const notes = new Map(rows.notes.map(({ id, text }) => [id, text]));
  return new Map(
    rows.meetings.flatMap((meeting) => {
      const confirmation = standing.get(meeting.id);
      if (confirmation === undefined) return [];
      const record = { ...rows, meeting, note: notes.get(meeting.id) ?? '' };
      return [[meeting.id, { isChanged: isChangedSinceConfirmed(confirmation, record) }]];
    }),
  );
};

/** Ids of the meetings of a case whose records were changed after they had been confirmed. */
export const changedMeetings = (
  confirmations: readonly ConfirmationRow[],
  rows: CaseRecords,
): ReadonlySet<string> =>
  new Set(
    [...confirmedMeetings(confirmations, rows)].flatMap(([id, { isChanged }]) =>
      isChanged ? [id] : [],
    ),
  );

type Words = Pick<ConfirmedChange, 'before' | 'after'>;

const wordsOf = (field: FactField, before: string, after: string): Words => {
  const lines = changedLines(before, after);
  return { before: valueWords(field, lines.before), after: valueWords(field, lines.after) };
};

/** The lines between those that two texts begin and end with alike; all where only blanks differ. */
const changedLines = (before: string, after: string): Words => {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < shorter - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const between = (lines: readonly string[]) => lines.slice(start, lines.length - end).join('\n');
  const changed = { before: between(was), after: between(is) };
  return changed.before.trim() === changed.after.trim() ? { before, after } : changed;
};

const nameIn = (names: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(names, id) ? (names[id] ?? id) : id;

const dateWords = (date: string): string =>
  date !== '' && isPartialDate(date) ? formatPartialDate(date, 'dotted') : date;

/** A fact in the words of its field. */
const valueWords = (fact: FactField, value: string): string => {
  if (value === '') return '';
  if (fact === 'roundNumber') return `第${value}回`;
  if (fact === 'roundSummary') return value;
  const field: Field = meetings.fields[fact];
  switch (field.kind) {
    case 'members': {
      const { names } = field;
      return names === undefined
        ? value
        : value
            .split(' ')
            .map((id) => nameIn(names, id))
            .join('・');
    }
    case 'choice':
      return nameIn(field.names ?? {}, value);
    case 'date':
      return field.words(value);
    case 'count':
      return `${value}人`;
    case 'flag':
      return value === 'yes' ? 'はい' : value;
    default:
      return value;
  }
};

const changesOfList = (
  list: FactList,
  before: readonly FactItem[],
  after: readonly FactItem[],
): readonly ConfirmedChange[] => {
  const what = factListName(list);
  const [was, is] = [byId(before), byId(after)];
  const say = (item: FactItem | undefined): string => (item ? itemWords(list, item.values) : '');
  const lines = [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const [from, to] = [was.get(id), is.get(id)];
    if (from && to && sameValues(from.values, to.values)) return [];
    return [{ id: `${list} ${id}`, what, before: say(from), after: say(to) }];
  });
  const kept = (items: ReadonlyMap<string, FactItem>, others: ReadonlyMap<string, FactItem>) =>
    [...items.values()].filter(({ id }) => others.has(id));
  const [order, now] = [kept(was, is), kept(is, was)];
  if (order.every(({ id }, index) => id === now[index]?.id)) return lines;
  const inTurn = (items: readonly FactItem[]): string => items.map(say).join('、');
  return [
    ...lines,
    { id: `${list} order`, what: `${what}の順番`, before: inTurn(order), after: inTurn(now) },
  ];
};

const byId = (items: readonly FactItem[]): ReadonlyMap<string, FactItem> =>
  new Map(items.map((item) => [item.id, item]));

/** A value that one side does not know counts as none. */
const sameValues = (a: FactItem['values'], b: FactItem['values']): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (name) => (a[name] ?? '') === (b[name] ?? ''),
  );

const inBrackets = (...parts: readonly (string | undefined)[]): string => {
  const said = parts.filter(Boolean).join('・');
  return said === '' ? '' : `（${said}）`;
};

/** 民生委員 49人; 13:30 町説明（町）; 課題：広報の見直し; 要領案（町・R5.1.10） */
const itemWords = (list: FactList, values: FactItem['values']): string => {
  const value = (name: string): string => values[name] ?? '';
  switch (list) {
    case 'days':
      return `${dateWords(value('date'))} ${value('place')}`;
    case 'attendances': {
      const count = value('count');
      return `${value('name')}${inBrackets(nameIn(ROLE_NAMES, value('role')))}${count === '' ? '' : ` ${count}人`}`;
    }
    case 'programme':
      return `${[value('time'), value('title')].filter(Boolean).join(' ')}${inBrackets(nameIn(PROGRAMME_PART_NAMES, value('part')), value('speaker'))}`;
    case 'findings':
      return `${nameIn(FINDING_KIND_NAMES, value('kind'))}：${value('text')}`;
    case 'actions':
      return `${value('text')}${inBrackets(value('owner'), dateWords(value('due')))}`;
    default:
      return assertNever(list);
  }
};
