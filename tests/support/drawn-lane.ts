import { type Slot, type SpanEdge, startSlotOf } from '#shared/dates/thirds.ts';
import { month, type PartialDate } from '#shared/dates/types.ts';
import {
  type BoardLayout,
  type LaneBox,
  type LayoutExtras,
  layoutRoadmap,
  type Metrics,
} from '#shared/domain/roadmap/layout/layout.ts';
import type {
  Bar,
  BarId,
  GroupId,
  LaneId,
  Milestone,
  MilestoneId,
  Roadmap,
} from '#shared/domain/roadmap/model.ts';
import { scaleOf } from '#shared/domain/roadmap/scale.ts';
import { roadmapOfWords } from './roadmaps.ts';

/** Each letter is as wide as the font is high, a third of a month as wide as a letter. */
export const METRICS: Metrics = {
  ...{ columnWidth: 30, rowHeight: 30, barHeight: 20, fontSize: 10, lineHeight: 15 },
  ...{ groupWidth: 106, laneWidth: 100, measure: (text) => [...text].length * 10 },
};

const [EMPTY_BAR] = roadmapOfWords({
  '': [['', [['', '2022-04', '2022-04', 'operation']]]],
}).bars;

/** A bar of lane `a`, called as its label says, or by another id. */
export const drawnBar = (
  label: string,
  start: string,
  end: string,
  values: Partial<Bar> = {},
): Bar => ({
  ...(EMPTY_BAR as Bar),
  ...{ id: label as BarId, lane: 'a' as LaneId, label },
  span: { start: start as SpanEdge, end: end as SpanEdge },
  ...values,
});

export const drawnMark = (label: string, date: string): Milestone => ({
  ...{ id: label as MilestoneId, lane: 'a' as LaneId, label, date: date as PartialDate },
  ...{ meeting: '', derived: false, note: '', source: '' },
});

/** A roadmap of April 2022 to March 2024 with the lanes `a` and `b`. */
export const drawnRoadmap = (
  bars: readonly Bar[],
  milestones: readonly Milestone[] = [],
): Roadmap => ({
  ...roadmapOfWords({}),
  ...{ firstMonth: month('2022-04'), lastMonth: month('2024-03'), bars, milestones },
  groups: [{ id: 'g' as GroupId, name: '支援' }],
  lanes: ['a', 'b'].map((id) => ({ id: id as LaneId, group: 'g' as GroupId, name: id })),
});

export const drawn = (roadmap: Roadmap, extras: LayoutExtras = {}): BoardLayout =>
  layoutRoadmap(roadmap, scaleOf(roadmap, 'month'), METRICS, extras);

/** The first lane as it is drawn. */
export const drawnLane = (
  bars: readonly Bar[],
  milestones: readonly Milestone[] = [],
  extras: LayoutExtras = {},
): LaneBox => drawn(drawnRoadmap(bars, milestones), extras).lanes[0] as LaneBox;

export const slotOf = (edge: string): Slot => startSlotOf(edge as SpanEdge);

/** Numbers as far as they can be seen. */
export const rounded = (value: unknown): unknown => {
  if (typeof value === 'number') return Math.round(value * 1000) / 1000;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
};
