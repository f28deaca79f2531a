import type { DocumentId } from '#shared/documents/document-id.ts';
import { readFlow } from '#shared/domain/ladder/flow.ts';
import {
  type MeetingKind,
  type MeetingRow,
  meetings,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import { isOrdinal, isTaken, suggestOrdinal } from '#shared/domain/meeting/ordinal.ts';
import { ordinalOf } from '#shared/domain/meeting/typed-values.ts';
import { NO_ID, type RoundId } from '#shared/domain/record/ids.ts';
import { isBlank } from '#shared/domain/record/row-values.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Draft } from '../../records/draft.ts';
import type { MeetingValues } from '../meeting/meeting-values.ts';
import { nextRoundNumber, setMeeting } from '../meeting/meetings.ts';
import { missing } from '../record/records.ts';

/** A round that is not there yet: the one after the highest. */
export const NEW_ROUND = 'new round';

/** What makes a meeting stand where it stands in the flow; what is absent stays as it is. */
export type FlowPlace = Pick<MeetingValues, 'ordinal' | 'partLabel' | 'independent'> & {
  readonly kind?: MeetingKind;
  readonly round?: RoundId | typeof NEW_ROUND;
};

/**
 * Makes another kind of meeting of one, or gives it another place in the flow, under the rules of
 * `addMeeting`. A pre-meeting that has neither a number nor a name gets the next free number, a session
 * without a round one of its own. A round that loses its last session so goes, unless it says something.
 */
export const placeMeeting = (
  draft: Draft,
  document: DocumentId,
  id: string,
  { round, ...values }: FlowPlace,
): Result<null> => {
  const before = draft.row(document, meetings, id);
  if (!before) return missing('会合');
  const kind = values.kind ?? before.kind;
  const target = kind === 'session' ? roundOf(draft, document, before, round) : ok(before.round);
  if (!target.ok) return target;
  const isNumbered = kind !== 'preMeeting' || before.kind === 'preMeeting';
  const ordinal = isNumbered ? undefined : numberFor(draft, document, before);
  const done = setMeeting(draft, document, id, {
    ...(ordinal !== undefined && { ordinal }),
    ...values,
    ...(target.value !== before.round && { round: target.value }),
  });
  if (!done.ok) return done;
  if (before.kind === 'session') leaveRound(draft, document, before.round);
  return ok(null);
};

const roundOf = (
  draft: Draft,
  document: DocumentId,
  before: MeetingRow,
  wanted: FlowPlace['round'],
): Result<RoundId> => {
  const isThere = (id: string): boolean => draft.row(document, rounds, id) !== undefined;
  if (wanted !== undefined && wanted !== NEW_ROUND) {
    return isThere(wanted) ? ok(wanted) : missing('支援の回');
  }
  const stays = wanted === undefined && before.round !== NO_ID && isThere(before.round);
  if (stays) return ok(before.round);
  return ok(draft.create(document, rounds, { number: nextRoundNumber(draft, document) }));
};

/** Its own number of before where it is free, else the next one; none for what has a name instead. */
const numberFor = (draft: Draft, document: DocumentId, before: MeetingRow): string => {
  const all = draft.rows(document, meetings);
  const taken = all
    .filter(({ state }) => state !== 'cancelled')
    .flatMap((meeting) => ordinalOf(meeting) ?? []);
  if (isOrdinal(before.ordinal) && !isTaken(taken, before.ordinal)) return before.ordinal;
  if (!isBlank(before.title)) return '';
  const { nextRound, lastHeld, ordinals } = readFlow(draft.rows(document, rounds), all);
  return suggestOrdinal(ordinals, nextRound ?? lastHeld + 1);
};

/** A round that nobody stands on any more goes, unless its summary says something. */
const leaveRound = (draft: Draft, document: DocumentId, id: RoundId): void => {
  const round = draft.row(document, rounds, id);
  if (!round || !isBlank(round.summary)) return;
  const isUsed = draft
    .rows(document, meetings)
    .some((meeting) => meeting.kind === 'session' && meeting.round === id);
  if (!isUsed) draft.remove(document, rounds, id);
};
