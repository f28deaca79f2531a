import type { ActionFate, CaseEnd, MeetingFate } from '#data/operations/meeting/case-end.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { parsePartialDate } from '#shared/dates/parse.ts';
import { type Day, isFiscalYear, isPartialDate } from '#shared/dates/types.ts';
import { dayWords } from '#shared/domain/meeting/day-words.ts';
import { MEETING_STATE_NAMES } from '#shared/domain/meeting/meeting.ts';
import { titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { OpenRows } from './queries.ts';

export const ACTION_FATE_NAMES: Readonly<Record<ActionFate, string>> = {
  keep: '引き継ぐ（残す）',
  done: '済',
  dropped: '中止',
};
export const MEETING_FATE_NAMES: Readonly<Record<MeetingFate, string>> = {
  keep: '残す',
  cancelled: '中止',
};

/** What stands in the dialog; the date as it was typed. Its other parts are those of the end itself. */
export type EndForm = CaseEnd;

export const emptyEndForm = (today: Day): EndForm => ({
  endedOn: formatPartialDate(today, 'dotted'),
  actions: {},
  meetings: {},
  waivesRecords: false,
});

/** Checks the date; a date without a year lies in the case's fiscal year. */
export const readEnd = (form: EndForm, fiscalYear: number | null): Result<CaseEnd> => {
  const context = fiscalYear !== null && isFiscalYear(fiscalYear) ? { fiscalYear } : {};
  const parsed = parsePartialDate(form.endedOn, context);
  if (!parsed.ok) return parsed;
  const { date } = parsed.value;
  if (date === '') {
    return refuse('終了日が入っていません。', '「R5.3.31」のように入力してください。');
  }
  return ok({ ...form, endedOn: date });
};

/** Something open, in words. */
export type OpenLine = { readonly id: string; readonly title: string; readonly detail: string };

export const actionLines = ({ actions }: OpenRows): readonly OpenLine[] =>
  actions.map(({ id, text, owner, due }) => {
    const until = due !== '' && isPartialDate(due) ? formatPartialDate(due, 'dotted') : due;
    const detail = [owner, until === '' ? '' : `期限 ${until}`].filter(Boolean).join('・');
    return { id, title: text, detail };
  });

export const meetingLines = ({ meetings, rounds }: OpenRows): readonly OpenLine[] =>
  meetings.map((meeting) => {
    const date = dateOf(meeting);
    const when = dayWords({ date, state: meeting.state }, 'dotted');
    const { title } = titleOf(meeting, rounds.find(({ id }) => id === meeting.round) ?? null);
    return { id: meeting.id, title, detail: `${when}・${MEETING_STATE_NAMES[meeting.state]}` };
  });

/** One fate for all lines. */
export const allOf = <Fate extends string>(
  lines: readonly OpenLine[],
  fate: Fate,
): Readonly<Record<string, Fate>> => Object.fromEntries(lines.map(({ id }) => [id, fate]));
