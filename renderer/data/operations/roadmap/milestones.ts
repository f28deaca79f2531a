import { isPartialDate } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { type MeetingId, NO_ID } from '#shared/domain/record/ids.ts';
import { milestones } from '#shared/domain/roadmap/collections.ts';
import { type LaneId, LOST_LANE, type MilestoneId } from '#shared/domain/roadmap/model.ts';
import { ok, type Result } from '#shared/result.ts';
import { checkName } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import { quote } from '#shared/text/typed.ts';
import type { Draft } from '../../records/draft.ts';
import { missing } from '../record/records.ts';
import { checkLane, monthsOf } from './bars.ts';
import { growPeriod } from './roadmap.ts';
import { checkEdge, checkFields, checkNote, checkOptionalName } from './values.ts';

export type MilestoneValues = {
  readonly lane: LaneId;
  /** May be '' when it follows a meeting: then it bears the meeting's name. */
  readonly label?: string;
  /** A day or a month; '' when it follows a meeting. */
  readonly date?: string;
  /** The meeting whose date it follows, or none. */
  readonly meeting?: MeetingId;
  readonly note?: string;
  readonly source?: string;
};

export type MilestonePatch = Partial<MilestoneValues>;

/** Adds a milestone: on a day or in a month, or with a meeting. @param document the case's document */
export const addMilestone = (
  draft: Draft,
  document: DocumentId,
  values: MilestoneValues,
): Result<MilestoneId> => {
  const { meeting = NO_ID } = values;
  if (meeting !== '' && !draft.row(document, meetings, meeting)) return missing('会合');
  const checked = check(draft, document, { label: '', date: '', meeting, ...values });
  if (!checked.ok) return checked;
  const lane = checkLane(draft, document, values.lane);
  if (!lane.ok) return lane;
  return ok(createMilestone(draft, document, checked.value));
};

/** Writes a milestone whose values have been checked. */
export const createMilestone = (
  draft: Draft,
  document: DocumentId,
  values: MilestoneValues,
): MilestoneId => draft.create(document, milestones, values);

/**
 * Changes a milestone under the same rules. Giving it a meeting takes its own date away; a date takes
 * it from its meeting.
 * @param ladder the document that holds the meeting, where another year's case shows the roadmap too
 */
export const setMilestone = (
  draft: Draft,
  document: DocumentId,
  id: MilestoneId,
  patch: MilestonePatch,
  ladder: DocumentId = document,
): Result<null> => {
  const before = draft.row(document, milestones, id);
  if (!before) return missing('節目');
  const { lane, ...given } = patch;
  const follows = given.meeting ? { date: '' } : {};
  const leaves = given.date && given.meeting === undefined ? { meeting: NO_ID } : {};
  const values = { ...given, ...follows, ...leaves };
  if (given.meeting && !draft.row(ladder, meetings, given.meeting)) return missing('会合');
  const checked = check(draft, document, {
    label: before.label,
    date: before.date,
    meeting: before.meeting,
    ...values,
  });
  if (!checked.ok) return checked;
  const isElsewhere = lane !== undefined && lane !== before.lane && lane !== LOST_LANE;
  if (isElsewhere) {
    const target = checkLane(draft, document, lane);
    if (!target.ok) return target;
  }
  draft.set(document, milestones, id, { ...checked.value, ...(isElsewhere && { lane }) });
  return ok(null);
};

const check = <T extends Omit<MilestoneValues, 'lane'>>(
  draft: Draft,
  document: DocumentId,
  values: T,
): Result<T> => {
  const { meeting = NO_ID, date = '', label = '' } = values;
  if (meeting === '') {
    if (date === '') return refuse('節目の日が入っていません。', '日か月を入力してください。');
    if (!isPartialDate(date)) {
      return refuse(`${quote(date)}という日はありません。`, '節目の日を確かめてください。');
    }
    const inRange = checkEdge(date.slice(0, 7), '節目');
    if (!inRange.ok) return inRange;
    const named = checkName(label, '節目の名前');
    if (!named.ok) return named;
  }
  const checked = checkFields<Omit<MilestoneValues, 'lane'>>(values, {
    label: (text) => checkOptionalName(text, '節目の名前'),
    note: (text) => checkNote(text),
  });
  if (!checked.ok) return checked;
  const grown = growPeriod(draft, document, monthsOf(date));
  return grown.ok ? ok(checked.value as T) : grown;
};

export const removeMilestone = (
  draft: Draft,
  document: DocumentId,
  id: MilestoneId,
): Result<null> => {
  if (!draft.row(document, milestones, id)) return missing('節目');
  draft.remove(document, milestones, id);
  return ok(null);
};
