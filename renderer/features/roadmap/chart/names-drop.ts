import type { LanePlace } from '#data/operations/roadmap/lanes.ts';
import { type BoardLayout, type GroupBox, indexAt } from '#shared/domain/roadmap/layout/layout.ts';
import type { GroupId, LaneId } from '#shared/domain/roadmap/model.ts';

/** Where a lane or group goes when it is let go, and the height of the line that shows it. */
export type LaneDrop = { readonly place: LanePlace; readonly y: number };
export type GroupDrop = { readonly index: number; readonly y: number };

const boxAt = <Box extends { readonly y: number }>(boxes: readonly Box[], y: number) =>
  boxes[indexAt(boxes, y)];

/** Null where it would stay where it is. */
export const laneDropAt = (layout: BoardLayout, id: LaneId, y: number): LaneDrop | null => {
  const group: GroupBox | undefined = boxAt(layout.groups, y);
  if (!group) return null;
  const own = layout.lanes.slice(group.firstLane, group.firstLane + group.lanes);
  const found = own.findIndex((lane) => y < lane.y + lane.height / 2);
  const at = found < 0 ? own.length : found;
  const from = own.findIndex(({ lane }) => lane.id === id);
  if (from >= 0 && (at === from || at === from + 1)) return null;
  const index = from >= 0 && from < at ? at - 1 : at;
  return {
    place: { group: group.group.id, index },
    y: own[at]?.y ?? group.y + (own.length === 0 ? 0 : group.height),
  };
};

/** Null where it would stay where it is. */
export const groupDropAt = (layout: BoardLayout, id: GroupId, y: number): GroupDrop | null => {
  const { groups } = layout;
  const found = groups.findIndex((group) => y < group.y + group.height / 2);
  const at = found < 0 ? groups.length : found;
  const from = groups.findIndex(({ group }) => group.id === id);
  if (at === from || at === from + 1) return null;
  return { index: from < at ? at - 1 : at, y: groups[at]?.y ?? layout.height };
};
