import type { DocumentId } from '#shared/documents/document-id.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import type { ProposedMeeting } from '#shared/domain/import/proposal.ts';
import {
  type MeetingRow,
  meetings,
  programmeItems,
  type RoundRow,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import { isOrdinal, ordinalKey, parseOrdinal } from '#shared/domain/meeting/ordinal.ts';
import { importMappings, type Role } from '#shared/domain/office/office.ts';
import { checkValues } from '#shared/domain/record/check-values.ts';
import { type MeetingId, NO_ID, type RoundId } from '#shared/domain/record/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { fold } from '#shared/text/fold.ts';
import { cleanLine } from '#shared/text/limits.ts';
import type { Draft, MemberValue } from '../../records/draft.ts';
import { checkTimes, type MeetingValues, modeMembers } from '../meeting/meeting-values.ts';
import { ensureOrganization } from '../office/organizations.ts';
import { importOrders } from './import-orders.ts';

/** What becomes of one row: a new meeting, or what it knows more of meetings that are there. */
export type ImportItem = {
  readonly meeting: ProposedMeeting;
  /** Ids of meetings whose empty fields it fills; empty for a new meeting. */
  readonly fills: readonly MeetingId[];
};

export type ImportValues = {
  readonly items: readonly ImportItem[];
  /** What every record says of where it comes from. */
  readonly source: string;
};

export type Imported = { readonly added: number; readonly filled: number };

/**
 * Takes meetings in from a table, all of them or none. The rules are those of `addMeeting`, but what is
 * there is looked through once, not once for each row. The command must name OFFICE.
 * @param document the case's document
 */
export const importMeetings = (
  draft: Draft,
  document: DocumentId,
  { items, source }: ImportValues,
): Result<Imported> => {
  const world = gather(draft, document);
  const context: Context = { draft, document, source, ...world };
  const orders = importOrders(
    items.map(({ fills }) => fills),
    world.meetings,
  );
  let filled = 0;
  for (const [index, { meeting, fills }] of items.entries()) {
    const done =
      fills.length > 0 ? fill(context, meeting, fills) : add(context, meeting, orders[index]);
    if (!done.ok) {
      const { happened } = done.error;
      return fail({ ...done.error, happened: `${index + 1}件目を取り込めません。${happened}` });
    }
    if (fills.length > 0) filled += 1;
  }
  return ok({ added: items.length - filled, filled });
};

type World = {
  readonly meetings: ReadonlyMap<string, MeetingRow>;
  readonly rounds: ReadonlyMap<string, RoundRow>;
  /** Ids of rounds by their numbers; new ones are added as they are made. */
  readonly roundIds: Map<number, RoundId>;
  readonly ordinals: Set<string>;
  readonly withProgramme: ReadonlySet<string>;
  readonly supporters: Map<string, MemberValue>;
};

type MeetingFields = Omit<MeetingValues, 'modes' | 'supporters'>;

type Context = World & {
  readonly draft: Draft;
  readonly document: DocumentId;
  readonly source: string;
};

const gather = (draft: Draft, document: DocumentId): World => {
  const rows = draft.rows(document, meetings);
  const roundRows = draft.rows(document, rounds);
  return {
    meetings: new Map(rows.map((row) => [row.id, row])),
    rounds: new Map(roundRows.map((row) => [row.id, row])),
    roundIds: new Map(
      roundRows.flatMap(({ id, number }) => (number === null ? [] : [[number, id]])),
    ),
    ordinals: new Set(
      rows
        .filter(({ kind, state }) => kind === 'preMeeting' && state !== 'cancelled')
        .map(({ ordinal }) => ordinal)
        .filter(isOrdinal)
        .map(ordinalKey),
    ),
    withProgramme: new Set(draft.rows(document, programmeItems).map(({ meeting }) => meeting)),
    supporters: new Map(),
  };
};

const add = (
  context: Context,
  meeting: ProposedMeeting,
  order: string | undefined,
): Result<string> => {
  const { draft, document, source } = context;
  const values = valuesOf(context, meeting);
  if (!values.ok) return values;
  const ordinal = takeOrdinal(context, meeting);
  if (!ordinal.ok) return ordinal;
  const { modes = [], supporters = [], ...fields } = values.value;
  const id = draft.create(document, meetings, {
    ...filledOnly(fields),
    kind: meeting.kind,
    ordinal: ordinal.value,
    state: meeting.state ?? 'planned',
    independent: false,
    source,
    ...(order !== undefined && { order }),
    ...(meeting.kind === 'session' && { round: roundFor(context, meeting) }),
  });
  if (modes.length > 0) draft.setMembers(document, meetings, id, 'modes', modeMembers(modes));
  if (supporters.length > 0) draft.setMembers(document, meetings, id, 'supporters', supporters);
  addProgramme(context, id, meeting);
  return ok(id);
};

/** Fills what is empty in meetings that are there; nothing that somebody wrote is touched. */
const fill = (
  context: Context,
  meeting: ProposedMeeting,
  ids: readonly MeetingId[],
): Result<null> => {
  const { draft, document } = context;
  const values = valuesOf(context, meeting);
  if (!values.ok) return values;
  const { modes = [], supporters = [], ...fields } = values.value;
  for (const id of ids) {
    const before = context.meetings.get(id);
    if (!before) continue;
    draft.set(document, meetings, id, newTo(before, fields));
    if (before.modes.length === 0 && modes.length > 0) {
      draft.setMembers(document, meetings, id, 'modes', modeMembers(modes));
    }
    if (before.supporters.length === 0 && supporters.length > 0) {
      draft.setMembers(document, meetings, id, 'supporters', supporters);
    }
    if (!context.withProgramme.has(id)) addProgramme(context, id, meeting);
    const round = context.rounds.get(before.round);
    if (round?.summary === '' && meeting.roundSummary !== '') {
      draft.set(document, rounds, round.id, { summary: meeting.roundSummary });
    }
  }
  return ok(null);
};

/** What of a row goes into a meeting's empty fields. An end stays away from a start that it was not told with. */
const newTo = (before: MeetingRow, fields: MeetingFields): MeetingFields => {
  const empty: MeetingFields = Object.fromEntries(
    Object.entries(filledOnly(fields)).filter(([field]) => {
      const value = before[field as keyof MeetingRow];
      return value === '' || value === null;
    }),
  );
  const { date = '' } = fields;
  // A known month becomes the day that lies in it.
  const isCloser = date.length > before.date.length && date.startsWith(before.date);
  const day = isCloser ? date : before.date;
  const { startTime = before.startTime, endTime = before.endTime } = empty;
  return {
    ...empty,
    date: day,
    ...(day !== date && { endDate: before.endDate }),
    ...(!checkTimes(startTime, endTime).ok && {
      startTime: before.startTime,
      endTime: before.endTime,
    }),
  };
};

const valuesOf = (context: Context, meeting: ProposedMeeting): Result<MeetingValues> => {
  const {
    kind: _,
    ordinal: __,
    round: ___,
    roundSummary,
    programme,
    supporters,
    state: ____,
    ...rest
  } = meeting;
  const checked = checkValues(meetings, rest);
  if (!checked.ok) return checked;
  const times = checkTimes(meeting.startTime, meeting.endTime);
  if (!times.ok) return times;
  const members: MemberValue[] = [];
  for (const { name, role } of supporters) {
    const member = supporterFor(context, name, role);
    if (!member.ok) return member;
    members.push(member.value);
  }
  return ok({ ...checked.value, supporters: members });
};

/** Each name is looked up, or made, once. */
const supporterFor = (context: Context, name: string, role: Role): Result<MemberValue> => {
  const key = fold(name);
  const known = context.supporters.get(key);
  if (known) return ok(known);
  const made = ensureOrganization(context.draft, name, { role });
  if (made.ok) context.supporters.set(key, made.value);
  return made;
};

const takeOrdinal = (context: Context, meeting: ProposedMeeting): Result<string> => {
  if (meeting.kind !== 'preMeeting' || meeting.ordinal === '') return ok('');
  const ordinal = parseOrdinal(meeting.ordinal);
  if (!ordinal.ok) return ordinal;
  const value = ordinalKey(ordinal.value);
  if (context.ordinals.has(value)) {
    return fail({
      code: 'taken',
      happened: `${ordinal.value}次ミーティングはすでにあります。`,
      safe: '記録はまだ何も変わっていません。',
      todo: 'この行を取り込まないか、番号を変えてください。',
    });
  }
  context.ordinals.add(value);
  return ordinal;
};

const roundFor = (context: Context, { round: number, roundSummary }: ProposedMeeting): RoundId => {
  const { draft, document, source, roundIds } = context;
  if (number === null) return NO_ID;
  const known = roundIds.get(number);
  if (known === undefined) {
    const made = draft.create(document, rounds, {
      number,
      source,
      ...(roundSummary && { summary: roundSummary }),
    });
    roundIds.set(number, made);
    return made;
  }
  if (roundSummary !== '' && context.rounds.get(known)?.summary === '') {
    draft.set(document, rounds, known, { summary: roundSummary });
  }
  return known;
};

const addProgramme = (
  { draft, document }: Context,
  meeting: MeetingId,
  { programme }: ProposedMeeting,
): void => {
  for (const item of programme)
    draft.create(document, programmeItems, { meeting, title: cleanLine(item) });
};

const filledOnly = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && value !== null),
  ) as Partial<T>;

/** Keeps how the columns of a table with these headings were mapped. The command must name OFFICE. */
export const rememberMapping = (draft: Draft, signature: string, mapping: string): void => {
  const known = draft.rows(OFFICE, importMappings).find((row) => row.signature === signature);
  if (known === undefined) draft.create(OFFICE, importMappings, { signature, mapping });
  else draft.set(OFFICE, importMappings, known.id, { mapping });
};
