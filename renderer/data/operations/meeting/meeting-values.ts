import { isDay } from '#shared/dates/types.ts';
import { MODE_NAMES, type Mode, type meetings } from '#shared/domain/meeting/meeting.ts';
import { ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { MemberValue, Values } from '../../records/draft.ts';

/** What may be said of a meeting; what is absent stays as it is, or empty in a new one. */
export type MeetingValues = Omit<Values<typeof meetings>, 'order'> & {
  readonly modes?: readonly Mode[];
  readonly supporters?: readonly MemberValue[];
};

/** Refuses an end before the start; either may be unknown. */
export const checkTimes = (start: string, end: string): Result<null> =>
  start === '' || end === '' || start <= end
    ? ok(null)
    : refuse(
        `終わりの時刻（${end}）が始まり（${start}）より前です。`,
        '始まりと終わりの時刻を確かめてください。',
      );

/** A last day needs a first one before it. */
export const checkDays = (date: string, endDate: string): Result<null> => {
  if (endDate === '' || (isDay(date) && isDay(endDate) && date < endDate)) return ok(null);
  return refuse(
    '終わりの日が、始まりの日のあとになっていません。',
    '「12/26～27」のように、始まりの日から入力してください。',
  );
};

/** Modes as members of a meeting's set, each once, in the order given (県庁・オンライン). */
export const modeMembers = (modes: readonly Mode[]): readonly MemberValue[] =>
  [...new Set(modes)].map((mode) => ({ id: mode, name: MODE_NAMES[mode] }));
