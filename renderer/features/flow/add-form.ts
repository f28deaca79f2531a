import { formatPartialDate } from '#shared/dates/format.ts';
import { type ParsedDate, parseTime } from '#shared/dates/parse.ts';
import { parseDateSpan } from '#shared/dates/span.ts';
import { weekdayWarning } from '#shared/dates/typed-weekday.ts';
import type { Day, FiscalYear } from '#shared/dates/types.ts';
import {
  MEETING_KIND_NAMES,
  type MeetingKind,
  type MeetingRow,
  type Mode,
  type RoundRow,
} from '#shared/domain/meeting/meeting.ts';
import { formatOrdinal, isOrdinal, isTaken, parseOrdinal } from '#shared/domain/meeting/ordinal.ts';
import { readRoundNumber } from '#shared/domain/meeting/round-number.ts';
import { lastDateOf } from '#shared/domain/meeting/typed-values.ts';
import { NO_ID, type RoundId } from '#shared/domain/record/ids.ts';
import { fiscalYearOfCase, isOutsideYear, isPast } from '#shared/domain/record/row-values.ts';
import { fail, ok, problemWords, type Result } from '#shared/result.ts';
import { cleanLine, lengthOf, NAME_LIMIT } from '#shared/text/limits.ts';
import type { NewMeeting } from './commands.ts';
import { suggestedOrdinal, suggestedRound, yearOrUndefined } from './model.ts';

/** What can be added: the kinds of meetings, a round with its first session, a part of a round. */
export type AddKind = Exclude<MeetingKind, 'session'> | 'round' | 'part';

export const ADD_KIND_NAMES: Readonly<Record<AddKind, string>> = {
  ...MEETING_KIND_NAMES,
  round: '第N回支援',
  part: '支援の部',
};

export type AddForm = {
  readonly ordinal: string;
  readonly number: string;
  readonly round: RoundId;
  readonly partLabel: string;
  /** What the round's only part of before is to be called. */
  readonly firstLabel: string;
  readonly title: string;
  readonly audience: string;
  readonly date: string;
  /** '' while the date says it: what lies in the past was held. */
  readonly state: '' | AddState;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly modes: readonly Mode[];
  readonly supporters: readonly {
    readonly id: string;
    readonly name: string;
    readonly isNew: boolean;
  }[];
  readonly independent: boolean;
};

/** How a meeting stands that is added. */
export type AddState = 'planned' | 'held';

export type AddErrors = { readonly [K in keyof AddForm]?: string };

export type AddContext = {
  readonly rounds: readonly RoundRow[];
  readonly meetings: readonly MeetingRow[];
  readonly fiscalYear: FiscalYear | undefined;
  readonly today: Day;
};

/** The form as it opens: numbers suggested, a new part on the day of its round. */
export const emptyForm = (
  { rounds, meetings, today }: AddContext,
  preset: {
    readonly ordinal?: string;
    readonly round?: RoundId;
    readonly hasHappened?: boolean;
  } = {},
): AddForm => {
  const last = rounds.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)).at(-1)?.id ?? NO_ID;
  const round = preset.round ?? last;
  const parts = meetings.filter((row) => row.kind === 'session' && row.round === round);
  const labels = ['午前の部', '午後の部', `第${parts.length + 1}部`];
  const used = new Set(parts.map(({ partLabel }) => partLabel));
  return {
    ordinal: preset.ordinal ?? suggestedOrdinal(rounds, meetings),
    number: String(suggestedRound(rounds)),
    round,
    partLabel: labels.slice(parts.length > 0 ? 1 : 0).find((label) => !used.has(label)) ?? '',
    firstLabel: unnamedPart(round, meetings) === null ? '' : '午前の部',
    title: '',
    audience: '',
    date: preset.hasHappened ? formatPartialDate(today) : '',
    state: '',
    start: '',
    end: '',
    place: '',
    modes: [],
    supporters: [],
    independent: false,
  };
};

/** The only part of a round, where it has no name yet: with a second one beside it, it needs one. */
export const unnamedPart = (round: RoundId, meetings: readonly MeetingRow[]): MeetingRow | null => {
  const parts = meetings.filter((row) => row.kind === 'session' && row.round === round);
  const [only] = parts;
  return only && parts.length === 1 && only.partLabel.trim() === '' ? only : null;
};

const errorOf = (result: Result<unknown>): string | undefined =>
  result.ok ? undefined : problemWords(result.error);

/** What is wrong with a pre-meeting's number, or undefined. One that is taken is refused. */
const ordinalError = (text: string, meetings: readonly MeetingRow[]): string | undefined => {
  const parsed = parseOrdinal(text);
  if (!parsed.ok) return problemWords(parsed.error);
  const taken = meetings
    .filter((row) => row.kind === 'preMeeting' && row.state !== 'cancelled')
    .map((row) => row.ordinal)
    .filter(isOrdinal);
  if (!isTaken(taken, parsed.value)) return undefined;
  return `${formatOrdinal(parsed.value)}はすでにあります。別の番号を入力してください。`;
};

const numberError = (text: string, rounds: readonly RoundRow[]): string | undefined => {
  const parsed = readRoundNumber(text);
  if (!parsed.ok) return parsed.error.todo;
  return rounds.some((row) => row.number === parsed.value)
    ? `第${parsed.value}回支援はすでにあります。別の番号を入力してください。`
    : undefined;
};

const tooLongError = (text: string, what: string): string | undefined =>
  lengthOf(cleanLine(text)) > NAME_LIMIT
    ? `${what}は${NAME_LIMIT}文字までです。くわしい内容は記録の本文に書けます。`
    : undefined;

const timesError = (form: AddForm): string | undefined => {
  const [start, end] = [parseTime(form.start), parseTime(form.end)];
  if (!end.ok) return problemWords(end.error);
  if (!start.ok || start.value === '' || end.value === '' || start.value <= end.value) return;
  return '終わりの時刻が始まりより前です。';
};

/** What is wrong with each field, in the words that stand under it. */
export const checkForm = (kind: AddKind, form: AddForm, context: AddContext): AddErrors => {
  const errors: Record<keyof AddForm, string | undefined> = {
    ordinal:
      kind === 'preMeeting' && !(form.ordinal.trim() === '' && form.title.trim() !== '')
        ? ordinalError(form.ordinal, context.meetings)
        : undefined,
    number: kind === 'round' ? numberError(form.number, context.rounds) : undefined,
    round: kind === 'part' && form.round === '' ? '支援の回を選んでください。' : undefined,
    partLabel: tooLongError(form.partLabel, '部の名前'),
    firstLabel: tooLongError(form.firstLabel, '部の名前'),
    title: tooLongError(form.title, '名称'),
    audience: undefined,
    date: errorOf(parseDateSpan(form.date, yearOrUndefined(context.fiscalYear))),
    state: undefined,
    start: errorOf(parseTime(form.start)),
    end: timesError(form),
    place: tooLongError(form.place, '場所'),
    modes: undefined,
    supporters: undefined,
    independent: undefined,
  };
  return Object.fromEntries(Object.entries(errors).filter(([, error]) => error !== undefined));
};

/**
 * How the meeting stands: as was chosen, else by its date, which a part without one has from its round.
 * An undated contact is only planned unless somebody says that it has happened.
 */
export const stateOf = (kind: AddKind, form: AddForm, context: AddContext): AddState => {
  if (form.state !== '') return form.state;
  const read = parseDateSpan(form.date, yearOrUndefined(context.fiscalYear));
  const own = read.ok ? read.value.endDate || read.value.date : '';
  const parts = context.meetings.filter(
    (row) => row.kind === 'session' && row.round === form.round,
  );
  const last = kind === 'part' ? parts.at(-1) : undefined;
  const date = own === '' && last !== undefined ? lastDateOf(last) : own;
  return isPast(date, context.today) ? 'held' : 'planned';
};

/**
 * Turns the form into what the command takes, or says what is wrong with each field.
 * What lies in the past was held, what is to come is planned.
 */
export const readForm = (
  kind: AddKind,
  form: AddForm,
  context: AddContext,
): Result<NewMeeting, AddErrors> => {
  const errors = checkForm(kind, form, context);
  const date = parseDateSpan(form.date, yearOrUndefined(context.fiscalYear));
  const [start, end] = [parseTime(form.start), parseTime(form.end)];
  if (Object.keys(errors).length > 0 || !date.ok || !start.ok || !end.ok) return fail(errors);
  const isSession = kind === 'round' || kind === 'part';
  const count = readRoundNumber(form.number);
  return ok({
    values: {
      kind: isSession ? 'session' : kind,
      ...(kind === 'preMeeting' && { ordinal: form.ordinal }),
      ...(kind === 'part' && { partLabel: form.partLabel }),
      title: form.title,
      ...(isSession && { audience: form.audience }),
      ...(kind === 'part' && date.value.date === ''
        ? {}
        : { date: date.value.date, endDate: date.value.endDate }),
      startTime: start.value,
      endTime: end.value,
      place: form.place,
      modes: form.modes,
      state: stateOf(kind, form, context),
      independent: kind === 'exchange' && form.independent,
    },
    supporters: form.supporters.map(({ id, name, isNew }) => (isNew ? { name } : { id, name })),
    place:
      kind === 'round'
        ? { as: 'round', number: count.ok ? count.value : 0 }
        : kind === 'part'
          ? {
              as: 'part',
              round: form.round,
              firstLabel: unnamedPart(form.round, context.meetings) === null ? '' : form.firstLabel,
            }
          : { as: 'meeting' },
  });
};

/** What is odd about a date that can stay all the same. */
export const dateWarning = (
  parsed: ParsedDate,
  fiscalYear: FiscalYear | undefined,
): string | undefined => {
  const year = fiscalYearOfCase({ fiscalYear: fiscalYear ?? null });
  return (
    weekdayWarning(parsed.date, parsed.weekday) ??
    (isOutsideYear(parsed.date, year) ? 'この案件の年度の外の日付です。' : undefined)
  );
};
