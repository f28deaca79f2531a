import { civilOfDate, weekdayOf } from '#shared/dates/calendar.ts';
import { formatMonth, formatPartialDate } from '#shared/dates/format.ts';
import { formatSpan } from '#shared/dates/span.ts';
import { type Day, type FiscalYear, isDay, type PartialDate } from '#shared/dates/types.ts';
import { readFlow } from '#shared/domain/ladder/flow.ts';
import {
  buildLadder,
  type LadderRows,
  type LadderRung,
  meetingsOfRung,
} from '#shared/domain/ladder/ladder.ts';
import type { LadderMeeting } from '#shared/domain/ladder/ladder-meeting.ts';
import { compareSteps } from '#shared/domain/ladder/ladder-order.ts';
import { formatNextStep, type NextStep, suggestNext } from '#shared/domain/ladder/next-step.ts';
import { dayWords } from '#shared/domain/meeting/day-words.ts';
import {
  FINDING_KIND_NAMES,
  FINDING_KINDS,
  type MeetingRow,
  type MeetingState,
  type RoundRow,
} from '#shared/domain/meeting/meeting.ts';
import { type Ordinal, roundAfter, suggestOrdinal } from '#shared/domain/meeting/ordinal.ts';
import { timesText } from '#shared/domain/meeting/times.ts';
import { ordinalOf, roundNumberOf } from '#shared/domain/meeting/typed-values.ts';
import { isPast } from '#shared/domain/record/row-values.ts';
import type { Tone } from '#ui/tone.ts';

/** What the screen is drawn from. */
export type Flow = {
  readonly rungs: readonly LadderRung[];
  /** Each meeting on the ladder by its id. */
  readonly meetings: ReadonlyMap<string, LadderMeeting>;
  /** Ids of the meetings from top to bottom, as the arrow keys walk. */
  readonly sequence: readonly string[];
  readonly next: { readonly step: NextStep; readonly words: string };
  /** The pre-meeting that could stand next, and the index of the rung before which it would. */
  readonly opening: { readonly ordinal: Ordinal; readonly at: number } | null;
};

/** The rows that a flow is built from, notes as their texts. */
export type FlowSource = Omit<LadderRows, 'notes'> & {
  readonly notes: readonly { readonly id: string; readonly text: string }[];
};

export const buildFlow = (source: FlowSource, today: Day): Flow => {
  const notes = new Set(source.notes.filter(({ text }) => text.trim() !== '').map(({ id }) => id));
  const { rungs } = buildLadder({ ...source, notes });
  const views = rungs.flatMap(meetingsOfRung);
  const step = suggestNext(source, today);
  return {
    rungs,
    meetings: new Map(views.map((view) => [view.meeting.id, view])),
    sequence: views.map((view) => view.meeting.id),
    next: { step, words: formatNextStep(step, source) },
    opening: openingOf(source.rounds, source.meetings, rungs),
  };
};

const stepOf = (rung: LadderRung) => {
  if (rung.kind === 'round') return roundNumberOf(rung.round);
  return rung.kind === 'preMeeting' ? ordinalOf(rung.meeting.meeting) : null;
};

/** Where 「2.5次ミーティングを置く」 stands: before the first step of the flow that comes after it. */
const openingOf = (
  rounds: readonly RoundRow[],
  meetings: readonly MeetingRow[],
  rungs: readonly LadderRung[],
): Flow['opening'] => {
  const { nextRound, ordinals } = readFlow(rounds, meetings);
  if (nextRound === null || rungs.length === 0) return null;
  const ordinal = suggestOrdinal(ordinals, nextRound);
  const later = rungs.findIndex((rung) => {
    const step = stepOf(rung);
    return step !== null && compareSteps(step, ordinal) > 0;
  });
  return { ordinal, at: later === -1 ? rungs.length : later };
};

/** The number that a new pre-meeting gets unless another is typed, before the given round. */
export const suggestedOrdinal = (
  rounds: readonly RoundRow[],
  meetings: readonly MeetingRow[],
): Ordinal => {
  const { nextRound, ordinals, lastHeld } = readFlow(rounds, meetings);
  return suggestOrdinal(ordinals, nextRound ?? lastHeld + 1);
};

/** The rounds towards which something may be done: those that there are, and the next. */
export const roundsToPrepare = (
  rounds: readonly RoundRow[],
  meetings: readonly MeetingRow[],
): readonly number[] => {
  const { nextRound, lastHeld } = readFlow(rounds, meetings);
  const numbers = rounds.flatMap((round) => roundNumberOf(round) ?? []);
  return [...new Set([...numbers, nextRound ?? lastHeld + 1])].toSorted((a, b) => a - b);
};

/** The number that a new round gets. */
export const suggestedRound = (rounds: readonly RoundRow[]): number =>
  Math.max(0, ...rounds.map((round) => roundNumberOf(round) ?? 0)) + 1;

/** A badge: a word, and the colour that repeats it. */
export type StatusWord = { readonly word: string; readonly tone: Tone };

/**
 * Whether a meeting takes place, and whether its record is written. A plan whose day has passed owes no
 * record yet: somebody has to say what became of it.
 */
export const statusOf = (
  view: Pick<LadderMeeting, 'state' | 'written' | 'date' | 'endDate'>,
  today: Day,
): StatusWord => {
  if (view.state === 'cancelled') return { word: '中止', tone: 'neutral' };
  if (view.state === 'postponed') return { word: '延期', tone: 'danger' };
  if (view.written === 'written') return { word: '記録あり', tone: 'success' };
  if (view.written === 'missing') return { word: '記録がまだ', tone: 'warning' };
  if (view.state === 'held') return { word: '実施', tone: 'neutral' };
  return isPast(view.endDate || view.date, today)
    ? { word: '日を過ぎた予定', tone: 'warning' }
    : { word: '予定', tone: 'info' };
};

/** A date in the column beside the rail. */
export type DateWords = { readonly main: string; readonly sub: string };

/**
 * @param outside the date lies in another fiscal year, which is then said: R3.5.10
 * @param endDate the last of several days: 12/26, and below it ～27 火
 * @param state what was held on a day that nobody knows is not open any more
 */
export const dateWords = (
  date: PartialDate,
  outside = false,
  endDate: PartialDate = '',
  state: MeetingState = 'planned',
): DateWords => {
  if (date === '') return { main: state === 'held' ? '不明' : '未定', sub: '' };
  if (isDay(date) && isDay(endDate)) {
    const start = formatPartialDate(date, outside ? 'dotted' : 'short');
    const end = formatSpan(date, endDate, 'short').split('～')[1] ?? '';
    return { main: start, sub: `～${end} ${weekdayOf(endDate)}` };
  }
  if (outside) {
    return { main: formatPartialDate(date, 'dotted'), sub: isDay(date) ? weekdayOf(date) : '' };
  }
  if (!isDay(date)) return { main: formatMonth(date, 'short'), sub: '' };
  const { month, day } = civilOfDate(date);
  return { main: `${month}/${day}`, sub: weekdayOf(date) };
};

/** 令和4年8月24日(水) 13:30～ */
export const whenWords = (view: LadderMeeting): string => {
  const times = timesText(view.meeting);
  return [dayWords(view), times].filter((part) => part !== '').join(' ');
};

/** 課題 4・気づき 1 */
export const findingWords = (view: Pick<LadderMeeting, 'findings'>): string =>
  FINDING_KINDS.filter((kind) => view.findings[kind] > 0)
    .map((kind) => `${FINDING_KIND_NAMES[kind]} ${view.findings[kind]}`)
    .join('・');

/** 参加 38人; '' while nobody counted. */
export const headWords = ({ headCount }: Pick<LadderMeeting, 'headCount'>): string =>
  headCount.shown === null ? '' : `参加 ${headCount.shown.toLocaleString('ja-JP')}人`;

/** Whose paper a source is, as short as it can be said in a line. */
const sourceWord = (source: string): string => {
  if (/県/.test(source)) return '県の資料';
  if (/[市町村]/.test(source)) return '市町村の資料';
  return source === '' ? '別の資料' : source;
};

/** 県の資料では現地; '' where no other source disagrees on the field. */
export const variantWords = (view: Pick<LadderMeeting, 'variants'>, field: string): string =>
  view.variants
    .filter((variant) => variant.field === field)
    .map((variant) => `${sourceWord(variant.source)}では${variant.value}`)
    .join('、');

/** What a state's change may say as its reason. */
export const asksReason = (state: MeetingState): boolean =>
  state === 'postponed' || state === 'cancelled';

/** What a date field says of a round that a pre-meeting prepares. */
export const preparesWords = (ordinal: Ordinal): string => `第${roundAfter(ordinal)}回支援の前`;

/** The fiscal year in which dates without a year lie. */
export const yearOrUndefined = (
  year: FiscalYear | undefined,
): { readonly fiscalYear?: FiscalYear } => (year === undefined ? {} : { fiscalYear: year });

/**
 * The meetings that a re-dating takes along: the parts of one round that stand on the same date
 * move together; every other meeting moves alone. The given one comes first.
 */
export const partners = (rungs: readonly LadderRung[], id: string): readonly string[] => {
  const views = rungs.map(meetingsOfRung).find((all) => all.some((view) => view.meeting.id === id));
  const own = views?.find((view) => view.meeting.id === id);
  if (views === undefined || own === undefined) return [id];
  const others = views.filter((view) => view !== own && view.date === own.date);
  return [id, ...others.map((view) => view.meeting.id)];
};
