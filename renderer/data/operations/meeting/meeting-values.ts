import { isPartialDate, isTimeOfDay } from '#shared/dates/types.ts';
import {
  type MeetingKind,
  type MeetingState,
  MODE_NAMES,
  type Mode,
} from '#shared/domain/meeting/meeting.ts';
import { ok, type Result } from '#shared/result.ts';
import { COUNT_LIMIT } from '#shared/text/count.ts';
import { cleanLine, lengthOf, NAME_LIMIT } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import { quote } from '#shared/text/typed.ts';
import type { MemberValue } from '../../records/draft.ts';

/** What may be said of a meeting; what is absent stays as it is, or empty in a new one. */
export type MeetingValues = {
  readonly kind?: MeetingKind;
  /** Id of the round that a session belongs to. */
  readonly round?: string;
  readonly partLabel?: string;
  /** As typed: 1.5, １．５次. */
  readonly ordinal?: string;
  readonly title?: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or ''. */
  readonly date?: string;
  /** `HH:MM` or ''. */
  readonly startTime?: string;
  readonly endTime?: string;
  /** What is known of the time without a clock: 午後. */
  readonly timeNote?: string;
  readonly place?: string;
  readonly modeNote?: string;
  readonly state?: MeetingState;
  readonly stateReason?: string;
  readonly independent?: boolean;
  readonly audience?: string;
  readonly headCount?: number | null;
  readonly attendanceText?: string;
  readonly remarks?: string;
  readonly source?: string;
  readonly aim?: string;
  readonly summary?: string;
  readonly modes?: readonly Mode[];
  readonly supporters?: readonly MemberValue[];
};

/** Fields of one line, by the word that a message calls them. */
const LINES = {
  partLabel: '部の名前',
  title: '名称',
  timeNote: '時間',
  place: '場所',
  modeNote: '形式の補足',
  stateReason: '理由',
} as const satisfies Partial<Record<keyof MeetingValues, string>>;

/** Cleans the lines of a meeting, and refuses what no calendar, clock or count holds. */
export const checkMeetingValues = (values: MeetingValues): Result<MeetingValues> => {
  const clean: Record<string, string> = {};
  for (const [field, what] of Object.entries(LINES)) {
    const typed = values[field as keyof typeof LINES];
    if (typed === undefined) continue;
    const line = cleanLine(typed);
    if (lengthOf(line) > NAME_LIMIT) {
      return refuse(
        `${what}が長すぎます（${lengthOf(line).toLocaleString('ja-JP')}文字）。`,
        `${NAME_LIMIT}文字までにしてください。くわしい内容は記録の本文に書けます。`,
      );
    }
    clean[field] = line;
  }
  if (values.date !== undefined && !isPartialDate(values.date)) {
    return refuse(`${quote(values.date)}という日はありません。`, '日付を確かめてください。');
  }
  for (const time of [values.startTime, values.endTime]) {
    if (time === undefined || isTimeOfDay(time)) continue;
    return refuse(
      `${quote(time)}は時刻として読み取れません。`,
      '「13:30」のように入力してください。',
    );
  }
  const count = values.headCount ?? 0;
  if (!Number.isInteger(count) || count < 0 || count > COUNT_LIMIT) {
    return refuse('参加の人数が読み取れません。', '0以上の整数で入力してください。');
  }
  return ok({ ...values, ...clean });
};

/** Refuses an end before the start; either may be unknown. */
export const checkTimes = (start: string, end: string): Result<null> =>
  start === '' || end === '' || start <= end
    ? ok(null)
    : refuse(
        `終わりの時刻（${end}）が始まり（${start}）より前です。`,
        '始まりと終わりの時刻を確かめてください。',
      );

/** Modes as members of a meeting's set, each once, in the order given (県庁・オンライン). */
export const modeMembers = (modes: readonly Mode[]): readonly MemberValue[] =>
  [...new Set(modes)].map((mode) => ({ id: mode, name: MODE_NAMES[mode] }));
