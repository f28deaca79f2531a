import type { DocumentId } from '#shared/documents/document-id.ts';
import { bars, laneGroups, lanes, milestones } from '#shared/domain/roadmap/collections.ts';
import type { GroupId, LaneId } from '#shared/domain/roadmap/model.ts';
import { ok, type Result } from '#shared/result.ts';
import { fold } from '#shared/text/fold.ts';
import { checkName } from '#shared/text/limits.ts';
import type { Draft } from '../../records/draft.ts';
import { missing } from '../record/records.ts';

/** A place by the names of its group and lane, as a table's cells give it. */
export type NamedPlace = { readonly group: string; readonly lane: string };

const nameKey = (name: string): string => fold(name).trim();

/** The group of that name, apart from width and case; made where there is none. */
const groupNamed = (draft: Draft, document: DocumentId, name: string): Result<GroupId> => {
  const checked = checkName(name, '分野の名前');
  if (!checked.ok) return checked;
  const key = nameKey(checked.value);
  const known = draft.rows(document, laneGroups).find((row) => nameKey(row.name) === key);
  if (known) return ok(known.id);
  return ok(draft.create(document, laneGroups, { name: checked.value }));
};

/** The lane of these names; lane and group are made where they are not there. */
export const laneNamed = (
  draft: Draft,
  document: DocumentId,
  place: NamedPlace,
): Result<LaneId> => {
  const named = checkName(place.lane, '取組みの名前');
  if (!named.ok) return named;
  const group = groupNamed(draft, document, place.group);
  if (!group.ok) return group;
  const key = nameKey(named.value);
  const known = draft
    .rows(document, lanes)
    .find((row) => row.group === group.value && nameKey(row.name) === key);
  if (known) return ok(known.id);
  const values = { group: group.value, name: named.value };
  return ok(draft.create(document, lanes, values));
};

/** Puts a bar or a milestone into the lane of these names. */
export const placeNamed = (
  draft: Draft,
  document: DocumentId,
  kind: 'bar' | 'milestone',
  id: string,
  place: NamedPlace,
): Result<null> => {
  const collection = kind === 'bar' ? bars : milestones;
  if (!draft.row(document, collection, id)) return missing(kind === 'bar' ? '帯' : '節目');
  const lane = laneNamed(draft, document, place);
  if (!lane.ok) return lane;
  draft.set(document, collection, id, { lane: lane.value });
  return ok(null);
};

/** Puts a lane, with all that stands in it, into the group of that name, behind its lanes. */
export const regroupLane = (
  draft: Draft,
  document: DocumentId,
  id: LaneId,
  group: string,
): Result<null> => {
  if (!draft.row(document, lanes, id)) return missing('取組み');
  const target = groupNamed(draft, document, group);
  if (!target.ok) return target;
  draft.set(document, lanes, id, { group: target.value });
  return ok(null);
};
