import { addDays } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isDay, isPartialDate, type PartialDate } from '#shared/dates/types.ts';
import { firstDayOf, isNew, ownTime } from '#shared/domain/case/own-cases.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { lastContact } from '#shared/domain/digest/on-day.ts';
import { isToCome } from '#shared/domain/ladder/timeline.ts';
import type { StaffId } from '#shared/domain/record/ids.ts';
import { compareTexts, isPast } from '#shared/domain/record/row-values.ts';
import type { Place } from './check-places.ts';
import { nameOf } from './model.ts';

/** 最初にすること: one thing that a successor does in the first weeks, and where. */
export type FirstTask = {
  /** Says what it is about: once that is another thing, it is another task. */
  readonly id: string;
  readonly caseId: string;
  readonly kind: '期限' | '予定' | '読む' | '連絡' | '記録';
  readonly title: string;
  readonly detail: string;
  readonly button: string;
  readonly place: Place;
};

const KINDS: readonly FirstTask['kind'][] = ['期限', '予定', '読む', '連絡', '記録'];

/** A case that somebody has taken over lately. */
type TakenOver = {
  readonly digest: CaseDigest;
  readonly from: Day;
  /** Who had it before; '' where no record says. */
  readonly leaver: string;
};

/** So far ahead promises and meetings press somebody who is new. */
const SOON_DAYS = 14;

/** What is taken over: one's own since lately, and somebody's, or of another day, before. */
const takenOver = (
  cases: readonly CaseDigest[],
  staff: ReadonlySet<StaffId>,
  today: Day,
): readonly TakenOver[] =>
  cases
    .toSorted(
      (a, b) =>
        compareTexts(a.case.municipalityCode, b.case.municipalityCode) ||
        compareTexts(a.case.document, b.case.document),
    )
    .flatMap((digest) => {
      const own = ownTime(digest.assignments, staff, today);
      const from = own === undefined ? null : firstDayOf(own);
      if (own === undefined || from === null || !isNew(own, today)) return [];
      const before = digest.assignments.filter(
        (each) => !staff.has(each.staff) && compareTexts(each.from, own.from) < 0,
      );
      const wasBegun = digest.held.some(({ date }) => compareTexts(date, from) < 0);
      if (before.length === 0 && !wasBegun) return [];
      return [{ digest, from, leaver: before.at(-1)?.name ?? '' }];
    });

/**
 * What a successor does first in the cases that were taken over lately. Each is gone once the records say that it
 * is done.
 * @param isWalked whether somebody has walked through a case on this PC
 */
export const firstTasks = (
  cases: readonly CaseDigest[],
  staff: ReadonlySet<StaffId>,
  today: Day,
  isWalked: (caseId: string) => boolean,
): readonly FirstTask[] =>
  takenOver(cases, staff, today)
    .flatMap((taken, _, all) => [
      ...promises(taken, today),
      ...meetingsSoon(taken, today),
      ...(isWalked(taken.digest.case.id) ? [] : [walk(taken)]),
      ...call(taken, all, today),
      ...records(taken),
    ])
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));

/** The beginning of the latest of what was taken over; '' for none. */
export const latestTakeOver = (
  cases: readonly CaseDigest[],
  staff: ReadonlySet<StaffId>,
  today: Day,
): string =>
  takenOver(cases, staff, today)
    .map(({ from }): string => from)
    .toSorted()
    .at(-1) ?? '';

const dayWords = (date: PartialDate): string =>
  date === '' ? '' : formatPartialDate(date, 'short');

const soon = (date: PartialDate, today: Day): boolean =>
  date !== '' && date <= addDays(today, SOON_DAYS);

const promises = ({ digest, from }: TakenOver, today: Day): readonly FirstTask[] => {
  const { case: head, actions } = digest;
  const pressing = actions.filter(({ due }) => isPartialDate(due) && soon(due, today));
  const [first] = pressing;
  if (first === undefined) return [];
  const late = pressing.filter(({ due }) => isPartialDate(due) && isPast(due, today)).length;
  const counts = [
    late > 0 ? `期限切れ${late}件` : '',
    pressing.length > late ? `2週間以内${pressing.length - late}件` : '',
  ];
  const due = isPartialDate(first.due) ? dayWords(first.due) : '';
  const who = [first.owner, due].filter(Boolean).join('・');
  return [
    {
      id: `${head.document} ${from} ${pressing.map(({ id }) => id).join(' ')}`,
      caseId: head.id,
      kind: '期限',
      title: `${nameOf(head)} 約束の期限（${counts.filter(Boolean).join('・')}）`,
      detail: `${first.text}${who === '' ? '' : `（${who}）`}${pressing.length > 1 ? 'ほか' : ''}`,
      button: '見る',
      place: { kind: 'findings' },
    },
  ];
};

const meetingsSoon = ({ digest, from }: TakenOver, today: Day): readonly FirstTask[] =>
  digest.planned
    .filter(({ date, until }) => isToCome(until, today) && isDay(date) && soon(date, today))
    .map((meeting) => ({
      id: `${digest.case.document} ${from} ${meeting.id} ${meeting.date}`,
      caseId: digest.case.id,
      kind: '予定',
      title: `${nameOf(digest.case)} ${meeting.title}（${dayWords(meeting.date)}）の準備`,
      detail: [meeting.place, meeting.supporters, meeting.hasProgramme ? '次第あり' : '次第なし']
        .filter(Boolean)
        .join('・'),
      button: '見る',
      place: { kind: 'meeting', meetingId: meeting.id },
    }));

const walk = ({ digest: { case: head }, from, leaver }: TakenOver): FirstTask => ({
  id: `${head.document} ${from} walk`,
  caseId: head.id,
  kind: '読む',
  title: `${nameOf(head)}の案件を一回り歩く`,
  detail: leaver === '' ? '' : `前任：${leaver}`,
  button: '歩く',
  place: { kind: 'walk' },
});

/** Whom to call, each municipality once: nothing has been written of a contact since in any of its cases. */
const call = (
  { digest, from, leaver }: TakenOver,
  all: readonly TakenOver[],
  today: Day,
): readonly FirstTask[] => {
  const { case: head } = digest;
  const same = all.filter(
    ({ digest: { case: other } }) =>
      other.document === head.document ||
      (head.municipalityCode !== '' && other.municipalityCode === head.municipalityCode),
  );
  const [latest] = same
    .filter(({ digest: { case: other } }) => other.endedOn === '')
    .toSorted((a, b) => (b.digest.case.fiscalYear ?? 0) - (a.digest.case.fiscalYear ?? 0));
  const isCalled = same.some((each) =>
    each.digest.held.some(({ until }) => compareTexts(until, from) >= 0),
  );
  if (latest?.digest !== digest || isCalled) return [];
  const last = lastContact(digest, today);
  const contact =
    last === null ? '' : `最後の接触：${dayWords(last.meeting.date)} ${last.meeting.title}`;
  return [
    {
      id: `${head.document} ${from} call`,
      caseId: head.id,
      kind: '連絡',
      title: `${nameOf(head)}に担当が替わったことを伝える`,
      detail: [contact, leaver === '' ? '' : `前任：${leaver}`].filter(Boolean).join('・'),
      button: '連絡を記録',
      place: { kind: 'contact' },
    },
  ];
};

const records = ({ digest, from, leaver }: TakenOver): readonly FirstTask[] => {
  const { case: head, owed } = digest;
  const [first] = owed;
  if (first === undefined) return [];
  return [
    {
      id: `${head.document} ${from} ${owed.map(({ id }) => id).join(' ')}`,
      caseId: head.id,
      kind: '記録',
      title: `${nameOf(head)} 記録がまだの会合が${owed.length}件あります`,
      detail: `${first.title}${owed.length > 1 ? 'ほか' : ''}・${leaver || '前任'}に内容を聞いておきましょう`,
      button: '見る',
      place: owed.length === 1 ? { kind: 'meeting', meetingId: first.id } : { kind: 'flow' },
    },
  ];
};
