import { type Slot, slot } from '#shared/dates/thirds.ts';
import { assemble } from '#shared/domain/roadmap/assemble.ts';
import {
  type Change,
  changesOf,
  type ListName,
  type RoadmapLists,
} from '#shared/domain/roadmap/changes/diff.ts';
import type { BarId, Roadmap, Span } from '#shared/domain/roadmap/model.ts';
import { type Scale, UNITS_PER_COLUMN } from '#shared/domain/roadmap/scale.ts';

/*
 * The ways back from what the roadmap works out: by them a test sees that nothing was lost on the way.
 */

/** Applying the changes between two roadmaps to the first gives the second. */
export const applyChanges = (before: Roadmap, changes: readonly Change[]): Roadmap => {
  const settings = changes.find((change) => change.kind === 'settings')?.after;
  return {
    ...before,
    ...settings,
    groups: applied('groups', before.groups, changes),
    lanes: applied('lanes', before.lanes, changes),
    bars: applied('bars', before.bars, changes),
    milestones: applied('milestones', before.milestones, changes),
    dependencies: applied('dependencies', before.dependencies, changes),
  };
};

const applied = <Name extends ListName>(
  list: Name,
  before: readonly RoadmapLists[Name][],
  changes: readonly Change[],
): readonly RoadmapLists[Name][] => {
  let items = [...before];
  for (const change of changesOf(changes, list)) {
    switch (change.kind) {
      case 'removed':
        items = items.filter(({ id }) => id !== change.item.id);
        break;
      case 'changed':
        items = items.map((item) => (item.id === change.after.id ? change.after : item));
        break;
      case 'added':
        items.splice(change.index, 0, change.item);
        break;
      case 'reordered':
        items = change.ids.flatMap((id) => items.filter((item) => item.id === id));
        break;
    }
  }
  return items;
};

/** The roadmap after these moves. */
export const applyMoves = (
  roadmap: Roadmap,
  moves: readonly { readonly id: BarId; readonly to: Span }[],
): Roadmap => {
  const places = new Map(moves.map(({ id, to }) => [id, to]));
  const bars = roadmap.bars.map((bar) => ({ ...bar, span: places.get(bar.id) ?? bar.span }));
  return assemble({ ...roadmap, bars });
};

/** How wide a scale is. */
export const unitsOf = ({ columns }: Scale): number => columns.length * UNITS_PER_COLUMN;

/** The slot whose beginning lies nearest to so many units from the left edge. Clamped to the period. */
export const slotAt = ({ columns, start }: Scale, unit: number): Slot => {
  const index = Math.min(columns.length - 1, Math.max(0, Math.floor(unit / UNITS_PER_COLUMN)));
  const column = columns[index];
  if (!column) return start;
  const within = Math.min(1, Math.max(0, unit / UNITS_PER_COLUMN - index));
  return slot(Math.round(column.start + within * column.slots));
};
