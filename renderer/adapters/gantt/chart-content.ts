import type { BarBox, BoardLayout } from '#shared/domain/roadmap/layout/layout.ts';
import type { BarId, Dependency, MilestoneId } from '#shared/domain/roadmap/model.ts';
import { type Scale, unitAt } from '#shared/domain/roadmap/scale.ts';
import { syntheticDate } from './calendar.ts';
import type { LaneTask } from './lane-bar.ts';

/** What a chart shows: of the layout's lanes only those from `first` up to, not with, `end`. */
export type ChartContent = {
  readonly layout: BoardLayout;
  readonly scale: Scale;
  readonly first: number;
  readonly end: number;
  readonly dependencies: readonly Dependency[];
  readonly selectedId: BarId | MilestoneId | null;
};

/** The bars of the lanes in view as the library's tasks, in the synthetic calendar's dates. */
export const tasksOf = (content: ChartContent): LaneTask[] =>
  content.layout.lanes
    .slice(content.first, content.end)
    .flatMap(({ bars, index }) => bars.map((box) => taskOf(box, index, content)));

const taskOf = (box: BarBox, _index: number, { scale, selectedId }: ChartContent): LaneTask => ({
  box,
  id: box.bar.id,
  name: box.bar.label,
  _start: syntheticDate(unitAt(scale, box.start)),
  _end: syntheticDate(unitAt(scale, box.end)),
  _index,
  progress: box.bar.progress ?? 0,
  dependencies: [],
  custom_class: classesOf(box, selectedId),
});

const classesOf = ({ bar, isOverdue, isAdded }: BarBox, selectedId: string | null): string =>
  [
    `kind-${bar.kind}`,
    `state-${bar.state}`,
    ...(isOverdue ? ['is-overdue'] : []),
    ...(isAdded ? ['is-added'] : []),
    ...(bar.id === selectedId ? ['is-selected'] : []),
  ].join(' ');

export const boxesById = ({ lanes }: BoardLayout): ReadonlyMap<BarId, BarBox> =>
  new Map(lanes.flatMap(({ bars }) => bars.map((box) => [box.bar.id, box] as const)));

/** Whether the grid of one layout serves for the other. */
export const hasSameRows = (a: BoardLayout, b: BoardLayout): boolean =>
  a.width === b.width &&
  a.height === b.height &&
  a.lanes.length === b.lanes.length &&
  a.groups.length === b.groups.length &&
  a.groups.every(({ y }, index) => y === b.groups[index]?.y) &&
  a.lanes.every(({ y }, index) => y === b.lanes[index]?.y);
