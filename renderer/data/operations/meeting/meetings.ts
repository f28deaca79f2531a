import type { DocumentId } from '#shared/documents/document-id.ts';
import {
  type MeetingRow,
  type MeetingState,
  type Mode,
  meetings,
  rounds,
  variants,
} from '#shared/domain/meeting/meeting.ts';
import { isOrdinal, isTaken, type Ordinal, parseOrdinal } from '#shared/domain/meeting/ordinal.ts';
import { checkValues } from '#shared/domain/record/check-values.ts';
import type { MeetingId, RoundId } from '#shared/domain/record/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { Draft, MemberValue } from '../../records/draft.ts';
import { orderBetween, ordersBetween } from '../../records/order.ts';
import { ensureOrganization, type SupporterPick } from '../office/organizations.ts';
import { missing } from '../record/records.ts';
import { moveDays, withMovedEnd } from './meeting-days.ts';
import { checkDays, checkTimes, type MeetingValues, modeMembers } from './meeting-values.ts';

/** Meetings are numbered to here; more rounds in one year are a typing error. */
const ROUND_LIMIT = 99;

export type RoundValues = {
  /** From 1; the next free number unless given. */
  readonly number?: number;
  readonly summary?: string;
  readonly source?: string;
  /** One session for each; a single one of unknown date unless given. */
  readonly parts?: readonly MeetingValues[];
};

export type AddedRound = { readonly round: RoundId; readonly meetings: readonly MeetingId[] };

/** The number after the highest round that there is. */
export const nextRoundNumber = (draft: Draft, document: DocumentId): number =>
  Math.max(0, ...draft.rows(document, rounds).map((round) => round.number ?? 0)) + 1;

/**
 * Makes 第N回支援 with its sessions. A number that another round has is refused.
 * @param document the case's document
 */
export const addRound = (
  draft: Draft,
  document: DocumentId,
  {
    number = nextRoundNumber(draft, document),
    summary = '',
    source = '',
    parts = [{}],
  }: RoundValues,
): Result<AddedRound> => {
  const checked = checkRoundNumber(draft, document, number);
  if (!checked.ok) return checked;
  const round = draft.create(document, rounds, { number, summary, source });
  const made: MeetingId[] = [];
  for (const part of parts) {
    const meeting = create(draft, document, { ...part, kind: 'session', round });
    if (!meeting.ok) return meeting;
    made.push(meeting.value);
  }
  return ok({ round, meetings: made });
};

const checkRoundNumber = (
  draft: Draft,
  document: DocumentId,
  number: number,
  self = '',
): Result<null> => {
  if (!Number.isInteger(number) || number < 1 || number > ROUND_LIMIT) {
    return refuse(
      '支援の回の番号が読み取れません。',
      `1から${ROUND_LIMIT}までの整数で入力してください。`,
    );
  }
  const isUsed = draft
    .rows(document, rounds)
    .some((round) => round.id !== self && round.number === number);
  return isUsed ? taken(`第${number}回支援`) : ok(null);
};

const taken = (what: string): Result<never> =>
  fail({
    code: 'taken',
    happened: `${what}はすでにあります。`,
    safe: 'ほかの入力はそのまま残っています。',
    todo: '別の番号を入力してください。',
  });

/** Gives a round another number, which no other round may have. */
export const setRoundNumber = (
  draft: Draft,
  document: DocumentId,
  id: string,
  number: number,
): Result<null> => {
  if (!draft.row(document, rounds, id)) return missing('支援の回');
  const checked = checkRoundNumber(draft, document, number, id);
  if (!checked.ok) return checked;
  draft.set(document, rounds, id, { number });
  return ok(null);
};

/** Two rounds take each other's numbers: what stands in the wrong order is put right in one step. */
export const swapRoundNumbers = (
  draft: Draft,
  document: DocumentId,
  id: string,
  other: string,
): Result<null> => {
  const [one, two] = [draft.row(document, rounds, id), draft.row(document, rounds, other)];
  if (!one || !two) return missing('支援の回');
  draft.set(document, rounds, id, { number: two.number });
  draft.set(document, rounds, other, { number: one.number });
  return ok(null);
};

/**
 * Adds a part (午後の部) to a round: a session of its own, on the day of the others unless said.
 * @param firstLabel what the only part of before is called from now on, where it has no name yet
 */
export const addPart = (
  draft: Draft,
  document: DocumentId,
  round: RoundId,
  values: MeetingValues,
  firstLabel = '',
): Result<MeetingId> => {
  const siblings = draft
    .rows(document, meetings)
    .filter((meeting) => meeting.kind === 'session' && meeting.round === round);
  const [first, ...others] = siblings;
  if (first && others.length === 0 && first.partLabel === '' && firstLabel !== '') {
    const named = setMeeting(draft, document, first.id, { partLabel: firstLabel });
    if (!named.ok) return named;
  }
  const date = siblings.at(-1)?.date ?? '';
  return addMeeting(draft, document, { date, ...values, kind: 'session', round });
};

/**
 * Makes a meeting. A pre-meeting needs its number, or a name where it has none (事前ミーティング);
 * a number that another pre-meeting has is refused, as is a session of a round that is not there.
 */
export const addMeeting = (
  draft: Draft,
  document: DocumentId,
  values: MeetingValues,
): Result<MeetingId> => {
  if (values.kind === 'session' && !draft.row(document, rounds, values.round ?? '')) {
    return missing('支援の回');
  }
  return create(draft, document, values);
};

const create = (draft: Draft, document: DocumentId, values: MeetingValues): Result<MeetingId> => {
  const checked = check(draft, document, values, undefined);
  if (!checked.ok) return checked;
  const { modes, supporters, ...fields } = checked.value;
  const id = draft.create(document, meetings, { state: 'planned', independent: false, ...fields });
  if (modes) draft.setMembers(document, meetings, id, 'modes', modeMembers(modes));
  if (supporters) draft.setMembers(document, meetings, id, 'supporters', supporters);
  return ok(id);
};

/** Checks values for a new meeting, or for a change to `before`; the ordinal comes back as parsed. */
const check = (
  draft: Draft,
  document: DocumentId,
  values: MeetingValues,
  before: MeetingRow | undefined,
): Result<MeetingValues> => {
  const checked = checkValues(meetings, values);
  if (!checked.ok) return checked;
  const after = { ...before, ...checked.value };
  const isDated = values.date !== undefined || values.endDate !== undefined;
  const days = isDated ? checkDays(after.date ?? '', after.endDate ?? '') : ok(null);
  if (!days.ok) return days;
  const isOneDay = (after.endDate ?? '') === '';
  const times = isOneDay ? checkTimes(after.startTime ?? '', after.endTime ?? '') : ok(null);
  if (!times.ok) return times;
  const keys = ['ordinal', 'kind', 'state'] as const;
  const touched = before === undefined || keys.some((key) => values[key] !== undefined);
  // A cancelled meeting keeps its number beside the one that takes its place.
  const isHolder = after.kind === 'preMeeting' && after.state !== 'cancelled';
  if (!isHolder || !touched) return checked;
  const typed = after.ordinal ?? '';
  if (typed.trim() === '' && after.title) return checked;
  const ordinal = checkOrdinal(draft, document, typed, before?.id);
  return ordinal.ok ? ok({ ...checked.value, ordinal: ordinal.value }) : ordinal;
};

/** Reads a pre-meeting's number, and refuses one that another pre-meeting of the case has. */
export const checkOrdinal = (
  draft: Draft,
  document: DocumentId,
  text: string,
  self = '',
): Result<Ordinal> => {
  const ordinal = parseOrdinal(text);
  if (!ordinal.ok) return ordinal;
  const others = draft
    .rows(document, meetings)
    .filter((meeting) => meeting.kind === 'preMeeting' && meeting.state !== 'cancelled')
    .filter((meeting) => meeting.id !== self)
    .map((meeting) => meeting.ordinal)
    .filter(isOrdinal);
  return isTaken(others, ordinal.value) ? taken(`${ordinal.value}次ミーティング`) : ordinal;
};

/** Changes what is said of a meeting, under the same rules as `addMeeting`. */
export const setMeeting = (
  draft: Draft,
  document: DocumentId,
  id: string,
  values: MeetingValues,
): Result<null> => {
  const before = draft.row(document, meetings, id);
  if (!before) return missing('会合');
  const checked = check(draft, document, withMovedEnd(before, values), before);
  if (!checked.ok) return checked;
  const { modes, supporters, ...fields } = checked.value;
  draft.set(document, meetings, id, fields);
  moveDays(draft, document, before, fields.date);
  if (modes) draft.setMembers(document, meetings, id, 'modes', modeMembers(modes));
  if (supporters) draft.setMembers(document, meetings, id, 'supporters', supporters);
  return ok(null);
};

/** Moves a meeting to a day, a month, or '' for 日付未定. */
export const reDate = (
  draft: Draft,
  document: DocumentId,
  id: string,
  date: string,
): Result<null> => setMeeting(draft, document, id, { date });

/** Says how a meeting stands; a reason belongs to 延期 and 中止 only. */
export const setState = (
  draft: Draft,
  document: DocumentId,
  id: string,
  state: MeetingState,
  reason = '',
): Result<null> =>
  setMeeting(draft, document, id, {
    state,
    stateReason: state === 'postponed' || state === 'cancelled' ? reason : '',
  });

/**
 * Puts a meeting where a list of meetings has it. Where the keys of the others ascend already, its own alone
 * changes; else they share out the keys that they have.
 * @param ids meetings in the order wanted, the moved one among them
 */
export const arrange = (
  draft: Draft,
  document: DocumentId,
  ids: readonly string[],
  moved: string,
): Result<null> => {
  const orders = ids.map((id) => draft.row(document, meetings, id)?.order);
  const at = ids.indexOf(moved);
  if (at < 0 || orders.includes(undefined)) return missing('会合');
  const others = orders.filter((_, index) => index !== at).map((order) => order ?? '');
  if (others.every((order, index) => index === 0 || order > (others[index - 1] ?? ''))) {
    const order = orderBetween(others[at - 1], others[at]);
    draft.set(document, meetings, moved, { order });
    return ok(null);
  }
  const known = [...new Set(others)].sort();
  const shared =
    known.length === others.length
      ? [...known, orderBetween(known.at(-1), undefined)]
      : ordersBetween(undefined, undefined, ids.length);
  for (const [index, id] of ids.entries()) {
    draft.set(document, meetings, id, { order: shared[index] ?? '' });
  }
  return ok(null);
};

/** Puts a meeting into the bin, and with the last session its round. */
export const removeMeeting = (draft: Draft, document: DocumentId, id: string): Result<null> => {
  const meeting = draft.row(document, meetings, id);
  if (!meeting) return missing('会合');
  draft.remove(document, meetings, id);
  const isLast = !draft
    .rows(document, meetings)
    .some((other) => other.id !== id && other.kind === 'session' && other.round === meeting.round);
  if (meeting.kind === 'session' && isLast && draft.row(document, rounds, meeting.round)) {
    draft.remove(document, rounds, meeting.round);
  }
  return ok(null);
};

export const setModes = (
  draft: Draft,
  document: DocumentId,
  id: string,
  modes: readonly Mode[],
): Result<null> => setMeeting(draft, document, id, { modes });

/**
 * Turns picked and newly named supporters into members; the new ones are made in the office document,
 * which the command must name. Each stands once.
 */
export const resolveSupporters = (
  draft: Draft,
  supporters: readonly SupporterPick[],
): Result<readonly MemberValue[]> => {
  const members = new Map<string, MemberValue>();
  for (const supporter of supporters) {
    if ('id' in supporter) {
      members.set(supporter.id, supporter);
      continue;
    }
    const made = ensureOrganization(draft, supporter.name);
    if (!made.ok) return made;
    members.set(made.value.id, made.value);
  }
  return ok([...members.values()]);
};

/** Who supports at a meeting. The command must name OFFICE, where new organisations are made. */
export const setSupporters = (
  draft: Draft,
  document: DocumentId,
  id: string,
  supporters: readonly SupporterPick[],
): Result<null> => {
  const members = resolveSupporters(draft, supporters);
  return members.ok ? setMeeting(draft, document, id, { supporters: members.value }) : members;
};

export type VariantValue = {
  /** Id of the record, and the name of its field or set, that the other source disagrees on. */
  readonly record: string;
  readonly field: string;
  readonly value: string;
  readonly source: string;
};

/** Keeps what another source says of a field beside the field's own value; '' takes it back. */
export const setVariant = (
  draft: Draft,
  document: DocumentId,
  { record, field, value, source }: VariantValue,
): Result<null> => {
  const known = draft
    .rows(document, variants)
    .find((each) => each.record === record && each.field === field && each.source === source);
  if (value.trim() === '') {
    if (known) draft.remove(document, variants, known.id);
  } else if (known) draft.set(document, variants, known.id, { value });
  else draft.create(document, variants, { record, field, value, source });
  return ok(null);
};
