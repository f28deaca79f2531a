import { type FiscalYear, isFiscalYear } from '../../dates/types.ts';
import type { MeetingId } from '../record/ids.ts';
import { compareOrder, compareTexts, isBlank, isLive } from '../record/row-values.ts';
import { assemble } from './assemble.ts';
import type { BarRow, LaneRow, MilestoneRow } from './collections.ts';
import { laneMarks, type Mark, marksByMeeting } from './ladder-marks.ts';
import type {
  Bar,
  BarId,
  DependencyId,
  GroupId,
  LaneId,
  Milestone,
  MilestoneId,
  Roadmap,
} from './model.ts';
import { readPeriod } from './period.ts';
import { readDate, readEdge, readPercent, readSpan } from './read-values.ts';
import type { RoadmapRows } from './rows.ts';

export type { RoadmapRows } from './rows.ts';

/** The roadmap as it is drawn, whatever the rows merged into; no bar in use is left out. Never throws. */
export const buildRoadmap = (rows: RoadmapRows): Roadmap => {
  const head = rows.roadmap !== null && isLive(rows.roadmap) ? rows.roadmap : null;
  const lanes = inOrder(rows.lanes);
  return assemble({
    title: head?.title ?? '',
    caption: head?.caption ?? '',
    provisional: head?.provisional ?? false,
    ...readPeriod(head?.firstMonth ?? '', head?.lastMonth ?? '', rows.fiscalYear),
    foldedYears: yearsOf(head?.foldedYears.map(({ id }) => id) ?? []),
    groups: inOrder(rows.groups).map(({ id, name }) => ({ id: id as GroupId, name })),
    lanes: lanes.map(({ id, group, name }) => ({
      id: id as LaneId,
      group: group as GroupId,
      name,
    })),
    bars: inOrder(rows.bars).map(barOf),
    milestones: [...ownMilestones(rows), ...derivedMilestones(rows, lanes)],
    dependencies: rows.dependencies
      .filter(isLive)
      .toSorted((a, b) => compareTexts(a.id, b.id))
      .map(({ id, before, after }) => ({
        id: id as DependencyId,
        before: before as BarId,
        after: after as BarId,
      })),
  });
};

/** Whether there is nothing to draw yet. */
export const isEmptyRoadmap = ({ groups, lanes, bars, milestones }: Roadmap): boolean =>
  groups.length + lanes.length + bars.length + milestones.length === 0;

const inOrder = <Row extends { readonly id: string; readonly order: string; deletedAt: string }>(
  rows: readonly Row[],
): readonly Row[] => rows.filter(isLive).toSorted(compareOrder);

const yearsOf = (ids: readonly string[]): readonly FiscalYear[] =>
  ids.map(Number).filter(isFiscalYear);

const barOf = (row: BarRow): Bar => ({
  id: row.id as BarId,
  lane: row.lane as LaneId,
  label: row.label,
  span: readSpan(row.start, row.end),
  kind: row.kind,
  state: row.state,
  progress: readPercent(row.progress),
  owner: row.owner,
  note: row.note,
  actualStart: readEdge(row.actualStart) ?? '',
  actualEnd: readEdge(row.actualEnd) ?? '',
  source: row.source,
});

const ownMilestones = (rows: RoadmapRows): readonly Milestone[] => {
  const marks = marksByMeeting(rows);
  return inOrder(rows.milestones).map((row) => milestoneOf(row, marks.get(row.meeting)));
};

/** A milestone takes the date of its meeting, and its name where it has none of its own. */
const milestoneOf = (row: MilestoneRow, mark: Mark | undefined): Milestone => ({
  id: row.id as MilestoneId,
  lane: row.lane as LaneId,
  label: isBlank(row.label) ? (mark?.label ?? row.label) : row.label,
  date: mark?.date ?? readDate(row.date),
  meeting: row.meeting as MeetingId | '',
  derived: false,
  note: row.note,
  source: row.source,
});

const derivedMilestones = (rows: RoadmapRows, lanes: readonly LaneRow[]): readonly Milestone[] =>
  lanes.flatMap(({ id, follows }) => laneMarks(id as LaneId, follows, rows));
