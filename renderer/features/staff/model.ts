import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { formatFiscalYear, formatPartialDate } from '#shared/dates/format.ts';
import { parsePartialDate } from '#shared/dates/parse.ts';
import { type Day, isDay, isPartialDate, makeDay } from '#shared/dates/types.ts';
import { type Assignment, isInCharge, isOverBefore } from '#shared/domain/case/assignment.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import type { CaseId, StaffId } from '#shared/domain/record/ids.ts';
import { compareTexts, fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { DutyRows } from './queries.ts';

/** R5.4.1; what nobody can read as a date as it was written. */
export const dotted = (date: string): string =>
  date !== '' && isPartialDate(date) ? formatPartialDate(date, 'dotted') : date;

/** Whose cases are handed on: one's, those of nobody, or all. */
export type Leaver = StaffId | 'nobody' | 'all';

/** A case that may be handed on. */
export type DutyLine = {
  readonly id: CaseId;
  /** 益城町（令和4年度） */
  readonly name: string;
  /** Those in charge on the day before: 山田 花子. */
  readonly inCharge: string;
};

const nameOf = ({ case: head }: CaseDigest): string => {
  const year = fiscalYearOfCase(head);
  const name = head.municipalityName || '（市町村名なし）';
  return year === null ? name : `${name}（${formatFiscalYear(year)}）`;
};

/** Cases that go on, of the year before or later: older ones stay with those who had them. */
const goesOn = ({ case: head }: CaseDigest, day: Day): boolean =>
  head.endedOn === '' && (head.fiscalYear ?? fiscalYearOf(day)) >= fiscalYearOf(day) - 1;

const isStill = (assignment: Assignment, day: Day): boolean => !isOverBefore(assignment, day);

/** The cases of a leaver that can be handed on from a day on, the latest year first. */
export const dutyLines = ({ cases }: DutyRows, leaver: Leaver, day: Day): readonly DutyLine[] =>
  cases
    .filter((digest) => {
      const still = digest.assignments.filter((each) => isStill(each, day));
      switch (leaver) {
        case 'all':
          return goesOn(digest, day);
        case 'nobody':
          return goesOn(digest, day) && still.length === 0;
        default:
          return digest.case.endedOn === '' && still.some(({ staff }) => staff === leaver);
      }
    })
    .toSorted(
      (a, b) =>
        (b.case.fiscalYear ?? 0) - (a.case.fiscalYear ?? 0) ||
        compareTexts(a.case.municipalityCode, b.case.municipalityCode) ||
        compareTexts(a.case.document, b.case.document),
    )
    .map((digest) => ({
      id: digest.case.id,
      name: nameOf(digest),
      inCharge: digest.assignments
        .filter((each) => isStill(each, day))
        .map(({ name }) => name)
        .join('、'),
    }));

/** How many cases each member of the office is in charge of on a day. */
export const casesInCharge = (
  cases: readonly CaseDigest[],
  day: Day,
): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  for (const digest of cases) {
    if (digest.case.endedOn !== '') continue;
    const ids = digest.assignments
      .filter((each) => isInCharge(each, day))
      .map(({ staff }): string => staff);
    for (const id of new Set(ids)) counted.set(id, (counted.get(id) ?? 0) + 1);
  }
  return counted;
};

/** The 1st of April that is nearest before or after a day of January to June, the day itself of later months. */
export const usualFirstDay = (today: Day): Day => {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month <= 6 ? (makeDay(year, 4, 1) ?? today) : today;
};

/** Reads the successor's first day; a month alone does not say who is in charge within it. */
export const readFirstDay = (typed: string): Result<Day> => {
  const parsed = parsePartialDate(typed, {});
  if (!parsed.ok) return parsed;
  const { date } = parsed.value;
  return date !== '' && isDay(date)
    ? ok(date)
    : refuse('担当が替わる日が入っていません。', '「R5.4.1」のように日まで入力してください。');
};
