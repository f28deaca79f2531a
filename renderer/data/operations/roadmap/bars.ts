import { isSpanEdge, monthOfEdge, slot } from '#shared/dates/thirds.ts';
import { isMonth, type Month } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type BarRow, bars, dependencies, lanes } from '#shared/domain/roadmap/collections.ts';
import { type BarId, type LaneId, LOST_LANE, type Span } from '#shared/domain/roadmap/model.ts';
import { shiftSpan, slotsIn, spanOf } from '#shared/domain/roadmap/span.ts';
import { ok, type Result } from '#shared/result.ts';
import { checkName } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { Draft, Values } from '../../records/draft.ts';
import { missing } from '../record/records.ts';
import { growPeriod } from './roadmap.ts';
import {
  checkActual,
  checkFields,
  checkNote,
  checkOptionalName,
  checkProgress,
  checkSpan,
} from './values.ts';

export type BarValues = Omit<Values<typeof bars>, 'order'> &
  Pick<BarRow, 'lane' | 'label' | 'start' | 'end'>;

export type BarPatch = Partial<BarValues>;

/** Where a bar is to stand; in the lane where it stands unless one is given. */
export type BarMoveValue = {
  readonly id: BarId;
  readonly lane?: LaneId;
  readonly span: Span;
};

/** Adds a bar to a lane; the roadmap's period grows to hold it. @param document the case's document */
export const addBar = (draft: Draft, document: DocumentId, values: BarValues): Result<BarId> => {
  const checked = checkBar(values);
  if (!checked.ok) return checked;
  const lane = checkLane(draft, document, values.lane);
  if (!lane.ok) return lane;
  const grown = growPeriod(draft, document, monthsOf(values.start, values.end));
  if (!grown.ok) return grown;
  return ok(createBar(draft, document, checked.value));
};

/** Writes a bar whose values have been checked; under a new id unless one is given. */
export const createBar = (
  draft: Draft,
  document: DocumentId,
  values: BarValues,
  id?: BarId,
): BarId =>
  draft.create(
    document,
    bars,
    { kind: 'operation', state: 'planned', progress: null, ...values },
    id,
  );

/** Checks all of a bar but its lane; names and notes come back clean. */
export const checkBar = (values: BarValues): Result<BarValues> => {
  const span = checkSpan(values.start, values.end);
  if (!span.ok) return span;
  const actual = checkActual(values.actualStart ?? '', values.actualEnd ?? '');
  return actual.ok ? checkWords(values) : actual;
};

const checkWords = <T extends BarPatch>(values: T): Result<T> => {
  const checked = checkFields<BarPatch>(values, {
    label: (text) => checkName(text, '帯の名前'),
    owner: (text) => checkOptionalName(text, '担当'),
    note: (text) => checkNote(text),
    progress: checkProgress,
  });
  return checked as Result<T>;
};

/** Changes what is said of a bar, under the same rules as `addBar`; what the patch lacks stays. */
export const setBar = (
  draft: Draft,
  document: DocumentId,
  id: BarId,
  patch: BarPatch,
): Result<null> => {
  const before = draft.row(document, bars, id);
  if (!before) return missing('帯');
  const checked = checkWords(patch);
  if (!checked.ok) return checked;
  const { lane, ...rest } = checked.value;
  const moved = patch.start !== undefined || patch.end !== undefined;
  if (moved) {
    const [start, end] = [patch.start ?? before.start, patch.end ?? before.end];
    const span = checkSpan(start, end);
    if (!span.ok) return span;
    const grown = growPeriod(draft, document, monthsOf(start, end));
    if (!grown.ok) return grown;
  }
  if (patch.actualStart !== undefined || patch.actualEnd !== undefined) {
    const actual = checkActual(
      patch.actualStart ?? before.actualStart,
      patch.actualEnd ?? before.actualEnd,
    );
    if (!actual.ok) return actual;
  }
  const target = laneAfter(draft, document, before, lane);
  if (!target.ok) return target;
  draft.set(document, bars, id, { ...rest, ...target.value });
  return ok(null);
};

/** Moves bars together: those of a cascade. All stand where they are to, or none moves. */
export const moveBars = (
  draft: Draft,
  document: DocumentId,
  moves: readonly BarMoveValue[],
): Result<null> => {
  for (const { id, lane, span } of moves) {
    const before = draft.row(document, bars, id);
    if (!before) return missing('帯');
    const checked = checkSpan(span.start, span.end);
    if (!checked.ok) return checked;
    const target = laneAfter(draft, document, before, lane);
    if (!target.ok) return target;
    draft.set(document, bars, id, { start: span.start, end: span.end, ...target.value });
  }
  return growPeriod(
    draft,
    document,
    moves.flatMap(({ span }) => monthsOf(span.start, span.end)),
  );
};

/**
 * Copies a bar as one that is planned: without what really happened, without its citation. It stands
 * directly behind the bar, as long as it, unless another place is given.
 */
export const duplicateBar = (
  draft: Draft,
  document: DocumentId,
  id: BarId,
  at?: Omit<BarMoveValue, 'id'>,
): Result<BarId> => {
  const bar = draft.row(document, bars, id);
  if (!bar) return missing('帯');
  const span = at?.span ?? behind(bar);
  if (span === null) {
    return refuse('この帯は月が読み取れません。', '開始と終了を入力してから複製してください。');
  }
  const { label, kind, owner, note } = bar;
  const lane = at?.lane ?? (bar.lane as LaneId);
  return addBar(draft, document, { lane, label, kind, owner, note, ...span });
};

const behind = ({ start, end }: BarRow): Span | null => {
  if (!isSpanEdge(start) || !isSpanEdge(end)) return null;
  const span = spanOf(start, end);
  return shiftSpan(span, slot(slotsIn(span)));
};

/** Puts a bar into the bin with the dependencies that name it. */
export const removeBar = (draft: Draft, document: DocumentId, id: BarId): Result<null> => {
  if (!draft.row(document, bars, id)) return missing('帯');
  draft.remove(document, bars, id);
  for (const each of draft.rows(document, dependencies)) {
    if (each.before === id || each.after === id) draft.remove(document, dependencies, each.id);
  }
  return ok(null);
};

export const checkLane = (draft: Draft, document: DocumentId, lane: string): Result<null> =>
  draft.row(document, lanes, lane) ? ok(null) : missing('取組み');

/** The lane that a change names; a bar whose own lane is gone may stay where it is drawn. */
const laneAfter = (
  draft: Draft,
  document: DocumentId,
  { lane: before }: BarRow,
  lane: LaneId | undefined,
): Result<{ readonly lane?: LaneId }> => {
  if (lane === undefined || lane === before) return ok({});
  if (lane === LOST_LANE && !draft.row(document, lanes, before)) return ok({});
  const checked = checkLane(draft, document, lane);
  return checked.ok ? ok({ lane }) : checked;
};

/** The months that texts name, for the period to reach to. */
export const monthsOf = (...edges: readonly string[]): readonly Month[] =>
  edges.flatMap((edge) => {
    if (isSpanEdge(edge)) return [monthOfEdge(edge)];
    const month = edge.slice(0, 7);
    return isMonth(month) ? [month] : [];
  });
