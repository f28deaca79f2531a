import { comparePartialDates } from '#shared/dates/calendar.ts';
import { formatFiscalYear, formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isPartialDate, type PartialDate } from '#shared/dates/types.ts';
import type { CaseDigest, NamedMeeting, OpenAction } from '#shared/domain/digest/digest.ts';
import { timeSince } from '#shared/domain/ladder/timeline.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { compareTexts, fiscalYearOfCase, isPast } from '#shared/domain/record/row-values.ts';
import { fold } from '#shared/text/fold.ts';

/** A promise that is not kept yet, wherever it was made. */
export type PromiseLine = {
  /** Unique over all cases. */
  readonly id: string;
  readonly caseId: CaseId;
  readonly actionId: string;
  readonly text: string;
  readonly owner: string;
  /** '' where none is known. */
  readonly due: PartialDate;
  readonly dueText: string;
  readonly isLate: boolean;
  /** 未, or 期限切れ 12日 */
  readonly state: string;
  /** 益城町（令和4年度・終了） */
  readonly caseName: string;
  readonly meeting: NamedMeeting | null;
  /** Everything that the filter searches, folded. */
  readonly searched: string;
};

/** All open promises by due date, those without one last; equal ones by case. */
export const promiseLines = (digests: readonly CaseDigest[], today: Day): readonly PromiseLine[] =>
  digests
    .flatMap((digest) => digest.actions.map((action) => ({ digest, action })))
    .toSorted(
      (a, b) =>
        comparePartialDates(dueOf(a.action), dueOf(b.action)) ||
        compareTexts(a.digest.case.municipalityCode, b.digest.case.municipalityCode) ||
        compareTexts(a.digest.case.document, b.digest.case.document),
    )
    .map(({ digest, action }) => lineOf(digest, action, today));

const dueOf = ({ due }: OpenAction): PartialDate => (isPartialDate(due) ? due : '');

const lineOf = (digest: CaseDigest, action: OpenAction, today: Day): PromiseLine => {
  const { case: head } = digest;
  const due = dueOf(action);
  const isLate = isPast(due, today);
  const caseName = nameOf(digest);
  return {
    id: `${head.document} ${action.id}`,
    caseId: head.id,
    actionId: action.id,
    text: action.text,
    owner: action.owner,
    due,
    // What nobody can read as a date is shown as it was written.
    dueText: due === '' ? action.due : formatPartialDate(due, 'dotted'),
    isLate,
    state: isLate ? lateWords(due, today) : '未',
    caseName,
    meeting: action.meeting,
    searched: fold([action.text, action.owner, caseName, action.meeting?.title].join(' ')),
  };
};

const lateWords = (due: PartialDate, today: Day): string => {
  const { days, approximate } = timeSince(due, today);
  return `期限切れ ${approximate ? '約' : ''}${days.toLocaleString('ja-JP')}日`;
};

const nameOf = ({ case: head }: CaseDigest): string => {
  const year = fiscalYearOfCase(head);
  const notes = [
    year === null ? '' : formatFiscalYear(year),
    head.endedOn === '' ? '' : '終了',
  ].filter(Boolean);
  const name = head.municipalityName || '（市町村名なし）';
  return notes.length === 0 ? name : `${name}（${notes.join('・')}）`;
};

export type PromiseFilter = 'all' | 'late';

export const filterPromises = (
  lines: readonly PromiseLine[],
  text: string,
  filter: PromiseFilter,
): readonly PromiseLine[] => {
  const words = fold(text).split(' ').filter(Boolean);
  return lines.filter(
    (line) =>
      (filter === 'all' || line.isLate) && words.every((word) => line.searched.includes(word)),
  );
};
