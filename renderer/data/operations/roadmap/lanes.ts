import type { DocumentId } from '#shared/documents/document-id.ts';
import {
  bars,
  dependencies,
  type LaneFollows,
  type LaneRow,
  laneGroups,
  lanes,
  milestones,
} from '#shared/domain/roadmap/collections.ts';
import { type GroupId, type LaneId, LOST_GROUP, LOST_LANE } from '#shared/domain/roadmap/model.ts';
import { ok, type Result } from '#shared/result.ts';
import { checkName } from '#shared/text/limits.ts';
import type { Draft } from '../../records/draft.ts';
import { place } from '../record/place.ts';
import { missing } from '../record/records.ts';
import { checkFields } from './values.ts';

export type GroupValues = {
  readonly name: string;
  /** Among the groups; the last unless given. */
  readonly index?: number;
};

export type LaneValues = {
  readonly group: GroupId;
  readonly name: string;
  readonly follows?: LaneFollows;
  /** Among the lanes of the group; the last unless given. */
  readonly index?: number;
};

export type LanePatch = { readonly name?: string; readonly follows?: LaneFollows };

export type LanePlace = { readonly group: GroupId; readonly index: number };

/** How much went with a group or a lane, so that the screen can say it. */
export type Removed = {
  readonly lanes: number;
  readonly bars: number;
  readonly milestones: number;
};

/** Adds a group (分野). @param document the case's document */
export const addGroup = (
  draft: Draft,
  document: DocumentId,
  { name, index }: GroupValues,
): Result<GroupId> => {
  const checked = checkName(name, '分野の名前');
  if (!checked.ok) return checked;
  const id = draft.create(document, laneGroups, { name: checked.value });
  if (index !== undefined) {
    place(draft, document, laneGroups, draft.rows(document, laneGroups), id, index);
  }
  return ok(id);
};

export const renameGroup = (
  draft: Draft,
  document: DocumentId,
  id: GroupId,
  name: string,
): Result<null> => {
  if (!draft.row(document, laneGroups, id)) return missing('分野');
  const checked = checkName(name, '分野の名前');
  if (!checked.ok) return checked;
  draft.set(document, laneGroups, id, { name: checked.value });
  return ok(null);
};

/** Places a group at an index among all groups. */
export const moveGroup = (
  draft: Draft,
  document: DocumentId,
  id: GroupId,
  index: number,
): Result<null> => {
  if (!draft.row(document, laneGroups, id)) return missing('分野');
  place(draft, document, laneGroups, draft.rows(document, laneGroups), id, index);
  return ok(null);
};

/**
 * Puts a group into the bin with its lanes and all that stands in them. `LOST_GROUP` stands for the
 * lanes whose group was removed elsewhere.
 */
export const removeGroup = (draft: Draft, document: DocumentId, id: GroupId): Result<Removed> => {
  if (id !== LOST_GROUP) {
    if (!draft.row(document, laneGroups, id)) return missing('分野');
    draft.remove(document, laneGroups, id);
  }
  const found = lanesOf(draft, document, id);
  for (const lane of found) draft.remove(document, lanes, lane.id);
  const ids = new Set(found.map((lane) => lane.id));
  return ok({ lanes: found.length, ...removeContents(draft, document, ids) });
};

/** The lanes of a group in order. */
const lanesOf = (draft: Draft, document: DocumentId, group: GroupId): readonly LaneRow[] =>
  draft
    .rows(document, lanes)
    .filter((lane) =>
      group === LOST_GROUP
        ? draft.row(document, laneGroups, lane.group) === undefined
        : lane.group === group,
    );

const removeContents = (
  draft: Draft,
  document: DocumentId,
  laneIds: ReadonlySet<string>,
): Omit<Removed, 'lanes'> => {
  const goneBars = draft.rows(document, bars).filter((bar) => laneIds.has(bar.lane));
  const goneMarks = draft.rows(document, milestones).filter((mark) => laneIds.has(mark.lane));
  for (const bar of goneBars) draft.remove(document, bars, bar.id);
  for (const mark of goneMarks) draft.remove(document, milestones, mark.id);
  const barIds = new Set(goneBars.map((bar) => bar.id));
  for (const each of draft.rows(document, dependencies)) {
    if (barIds.has(each.before) || barIds.has(each.after)) {
      draft.remove(document, dependencies, each.id);
    }
  }
  return { bars: goneBars.length, milestones: goneMarks.length };
};

/** Adds a lane (取組み) to a group. */
export const addLane = (
  draft: Draft,
  document: DocumentId,
  { group, name, follows = 'nothing', index }: LaneValues,
): Result<LaneId> => {
  if (!draft.row(document, laneGroups, group)) return missing('分野');
  const checked = checkName(name, '取組みの名前');
  if (!checked.ok) return checked;
  const values = { group, name: checked.value, follows };
  const id = draft.create(document, lanes, values);
  if (index !== undefined) {
    place(draft, document, lanes, lanesOf(draft, document, group), id, index);
  }
  return ok(id);
};

/** Renames a lane, or says what of the ladder it shows by itself. */
export const setLane = (
  draft: Draft,
  document: DocumentId,
  id: LaneId,
  patch: LanePatch,
): Result<null> => {
  if (!draft.row(document, lanes, id)) return missing('取組み');
  const checked = checkFields(patch, { name: (text) => checkName(text, '取組みの名前') });
  if (!checked.ok) return checked;
  draft.set(document, lanes, id, checked.value);
  return ok(null);
};

/** Places a lane at an index among the lanes of a group, its own or another. */
export const moveLane = (
  draft: Draft,
  document: DocumentId,
  id: LaneId,
  { group, index }: LanePlace,
): Result<null> => {
  const lane = draft.row(document, lanes, id);
  if (!lane) return missing('取組み');
  if (!draft.row(document, laneGroups, group)) return missing('分野');
  if (lane.group !== group) draft.set(document, lanes, id, { group });
  place(draft, document, lanes, lanesOf(draft, document, group), id, index);
  return ok(null);
};

/**
 * Puts a lane into the bin with all that stands in it. `LOST_LANE` stands for what stood in lanes that
 * were removed elsewhere.
 */
export const removeLane = (draft: Draft, document: DocumentId, id: LaneId): Result<Removed> => {
  if (id === LOST_LANE) {
    const known = new Set(draft.rows(document, lanes).map((lane) => lane.id));
    const named = [...draft.rows(document, bars), ...draft.rows(document, milestones)];
    const lost = named.map(({ lane }) => lane).filter((lane) => !known.has(lane));
    return ok({ lanes: 0, ...removeContents(draft, document, new Set(lost)) });
  }
  if (!draft.row(document, lanes, id)) return missing('取組み');
  draft.remove(document, lanes, id);
  return ok({ lanes: 1, ...removeContents(draft, document, new Set([id])) });
};
