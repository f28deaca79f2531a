import type { Beside } from '#data/operations/record/records.ts';
import type { LinkedRecords } from '#data/records/linked-records.ts';
import { dayOfEpoch } from '#shared/dates/calendar.ts';
import { formatDay } from '#shared/dates/format.ts';
import { type ParsedDate, parseTime } from '#shared/dates/parse.ts';
import { weekdayWarning } from '#shared/dates/typed-weekday.ts';
import type { FiscalYear, PartialDate, TimeOfDay } from '#shared/dates/types.ts';
import { meetingsInOrder } from '#shared/domain/ladder/ladder.ts';
import type { HeadCount } from '#shared/domain/meeting/attendance.ts';
import { dayWords } from '#shared/domain/meeting/day-words.ts';
import { linkKey, type RecordLink } from '#shared/domain/meeting/linked-record.ts';
import type { ActionRow, MeetingRow, RoundRow } from '#shared/domain/meeting/meeting.ts';
import { shortTitleOf } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { isOutsideYear } from '#shared/domain/record/row-values.ts';
import { parseCount } from '#shared/text/count.ts';

/** What is said under the date field of what was typed there last. */
export type DateRemark =
  | { readonly kind: 'agrees'; readonly words: string }
  | { readonly kind: 'warning'; readonly words: string };

/** 曜日: whether the typed one is the calendar's; and whether the day lies in the case's year. */
export const dateRemark = (
  parsed: ParsedDate | undefined,
  date: PartialDate,
  year: FiscalYear | null,
): DateRemark | undefined => {
  const weekday = parsed?.date === date ? parsed.weekday : undefined;
  const differs = weekdayWarning(date, weekday);
  if (differs !== undefined) return { kind: 'warning', words: differs };
  if (isOutsideYear(date, year)) {
    return { kind: 'warning', words: `案件の年度（${year}年4月～翌3月）の外の日付です` };
  }
  if (weekday?.agrees) return { kind: 'agrees', words: '曜日は暦と合っています' };
  return undefined;
};

/** A programme line as typed: 「13:30 町説明（方針）」 has its time in front. */
export const splitTimedTitle = (
  text: string,
): { readonly time: TimeOfDay; readonly title: string } => {
  const match = /^\s*(\S+)[\s\u3000]+(\S.*)$/u.exec(text);
  // A bare number may begin a title: 2 グループに分かれて.
  if (match?.[1] && match[2] && /[:：時]|正午/u.test(match[1])) {
    const time = parseTime(match[1]);
    if (time.ok) return { time: time.value, title: match[2].trim() };
  }
  return { time: '', title: text.trim() };
};

/** Who came as typed: 「民生委員 49人」 has its head count behind. */
export const splitCountedName = (
  text: string,
): { readonly name: string; readonly count: number | null } => {
  const whole = text.trim();
  const match = /(?:計|約)?(?<![\d０-９,，])[\d０-９,，]+[人名]$/u.exec(whole);
  const count = match === null ? undefined : parseCount(match[0]);
  const name = whole.slice(0, match?.index).trim();
  return name !== '' && count?.ok ? { name, count: count.value } : { name: whole, count: null };
};

/** 「内訳と計が2人ちがいます」, or undefined while they agree or one is not known. */
export const countDifference = (heads: HeadCount): string | undefined => {
  if (!heads.differs || heads.override === null || heads.computed === null) return undefined;
  return `内訳と計が${Math.abs(heads.override - heads.computed)}人ちがいます`;
};

export type NeighbourLink = {
  readonly id: string;
  /** 1.75次 */
  readonly title: string;
  /** 12/8, 12月, 日付未定, 日付不明 */
  readonly date: string;
  readonly isPlanned: boolean;
};

/** The meetings before and after one on the ladder. */
export const neighboursOf = (
  id: string,
  meetings: readonly MeetingRow[],
  rounds: readonly RoundRow[],
): { readonly before: NeighbourLink | undefined; readonly after: NeighbourLink | undefined } => {
  const roundOf = (meeting: MeetingRow): RoundRow | null =>
    meeting.kind === 'session'
      ? (rounds.find((round) => round.id === meeting.round) ?? null)
      : null;
  const ordered = meetingsInOrder(meetings, rounds);
  const at = ordered.findIndex((meeting) => meeting.id === id);
  const link = (index: number): NeighbourLink | undefined => {
    const meeting = at < 0 ? undefined : ordered[index];
    if (meeting === undefined) return undefined;
    return {
      id: meeting.id,
      title: shortTitleOf(meeting, roundOf(meeting)),
      date: dayWords({ date: dateOf(meeting), state: meeting.state }, 'short'),
      isPlanned: meeting.state === 'planned',
    };
  };
  return { before: link(at - 1), after: link(at + 1) };
};

/** When something was done, on this PC's clock; null for what is no time. */
export const momentOf = (
  iso: string,
  offsetMinutes = -new Date(iso).getTimezoneOffset(),
): { readonly dotted: string; readonly short: string; readonly long: string } | null => {
  const epoch = Date.parse(iso);
  if (Number.isNaN(epoch)) return null;
  const day = dayOfEpoch(epoch, offsetMinutes);
  const minutes = Math.floor(epoch / 60_000 + offsetMinutes) % (24 * 60);
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  const dotted = formatDay(day, 'dotted');
  return { dotted, short: `${dotted} ${clock}`, long: `${formatDay(day)} ${clock}` };
};

/** Where a row goes that moves from one index to another: right beside the row that stands there. */
export const besideRow = (
  rows: readonly { readonly id: string }[],
  from: number,
  to: number,
): Beside => {
  const id = rows[to]?.id ?? '';
  return to < from ? { before: id } : { after: id };
};

/** The actions that answer each finding, in their order. */
export const answersByFinding = (
  actions: readonly ActionRow[],
): ReadonlyMap<string, readonly ActionRow[]> => {
  const found = new Map<string, ActionRow[]>();
  for (const action of actions) {
    for (const id of new Set(action.answers.map((answer) => answer.id))) {
      const own = found.get(id);
      if (own === undefined) found.set(id, [action]);
      else own.push(action);
    }
  }
  return found;
};

/** What an open note links to, and what the document has of it. */
export type NoteLinks = Pick<LinkedRecords, 'held' | 'read'>;

/** How a record stands to the note of its meeting. */
export type NotePlace = 'apart' | 'inNote' | 'outOfNote';

/**
 * Whether a finding or action stands in the note, or was written there and no longer does.
 * @param links what the note links to; undefined while that is not known, and then nobody is told anything
 */
export const notePlaceOf = (
  link: RecordLink,
  row: { readonly inNote: boolean },
  links: NoteLinks | undefined,
): NotePlace => {
  if (links === undefined) return 'apart';
  if (links.held().has(linkKey(link))) return 'inNote';
  // One whose making was just taken back is listed for a moment longer.
  return row.inNote && links.read(link) !== undefined ? 'outOfNote' : 'apart';
};
